package org.ashlar.platform.i18n;

import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Texts that are data, for example the labels of custom fields; a service that {@link Messages} asks when no module has
 * the key. Answers from memory; thread-safe.
 */
@ConsumerType
public interface TextSource {

    /** The text in the language, or in another one if it exists there only; {@code null} if the key is not this source's. */
    String text(Locale locale, String key);
}
