package org.ashlar.platform.i18n;

import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;

/** Texts of all installed modules, English and Chinese. Thread-safe. */
@ProviderType
public interface Messages {

    /**
     * The text for a key with {@link java.text.MessageFormat} arguments; the key itself if no module has it. An argument that is a
     * {@link Phrase} is said in the same language.
     */
    String text(Locale locale, String key, List<Object> args);

    /** A phrase in words; {@code null} for none. */
    default String text(Locale locale, Phrase phrase) {
        return phrase == null ? null : text(locale, phrase.key(), phrase.args());
    }

    /** Whether a text exists in that language. */
    boolean has(Locale locale, String key);
}
