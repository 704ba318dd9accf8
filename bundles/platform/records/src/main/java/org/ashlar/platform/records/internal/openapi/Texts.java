package org.ashlar.platform.records.internal.openapi;

import java.util.List;
import java.util.Locale;
import org.ashlar.platform.i18n.Messages;

/** Texts of one language with a fallback. */
record Texts(Messages messages, Locale locale) {

    String of(String key, String otherwise) {
        return messages.has(locale, key) ? messages.text(locale, key, List.of()) : otherwise;
    }
}
