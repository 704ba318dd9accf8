package org.ashlar.platform.i18n;

import java.util.List;

/**
 * A text that is not yet said in any language: answers keep it until they know their reader, and {@link Messages} takes it as an
 * argument of another text.
 *
 * @param key message key
 * @param args arguments of the message: texts, numbers, or phrases
 */
public record Phrase(String key, List<Object> args) {

    /** Takes a copy of the arguments. */
    public Phrase {
        args = List.copyOf(args);
    }

    /** A phrase of these arguments. */
    public static Phrase of(String key, Object... args) {
        return new Phrase(key, List.of(args));
    }
}
