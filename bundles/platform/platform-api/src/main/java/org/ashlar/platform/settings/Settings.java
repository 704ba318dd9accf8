package org.ashlar.platform.settings;

import org.osgi.annotation.versioning.ProviderType;

/** Settings of the caller's company, cached. Thread-safe. */
@ProviderType
public interface Settings {

    /** The value or the default. */
    String get(String key, String otherwise);

    /** Changes a value; needs {@code platform.setting.update}. Audited. */
    void put(String key, String value);
}
