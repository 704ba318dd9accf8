package org.ashlar.platform.web.internal.rest;

import java.util.List;
import java.util.Locale;
import org.ashlar.platform.i18n.Messages;

/** Titles by convention, with what stands in for a missing one. */
final class Texts {
    private Texts() {
    }

    /** The text of a key, or {@code otherwise} if no module has it. */
    static String of(Messages messages, Locale locale, String key, String otherwise) {
        return messages.has(locale, key) ? messages.text(locale, key, List.of()) : otherwise;
    }

    /** A module's title. */
    static String module(Messages messages, Locale locale, String id) {
        return of(messages, locale, "module." + id, id);
    }
}
