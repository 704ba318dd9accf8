package org.ashlar.platform.settings;

import org.osgi.annotation.versioning.ProviderType;

/** Settings of the caller's company, cached. Thread-safe. */
@ProviderType
public interface Settings {

    /** The value or the default. */
    String get(String key, String otherwise);

    /** A whole number of at most five digits; the default where nothing or something else was entered. */
    default int number(String key, int otherwise) {
        String value = get(key, "").strip();
        return value.matches("\\d{1,5}") ? Integer.parseInt(value) : otherwise;
    }

    /** Changes a value; needs {@code platform.setting.update}. Audited. */
    void put(String key, String value);
}
