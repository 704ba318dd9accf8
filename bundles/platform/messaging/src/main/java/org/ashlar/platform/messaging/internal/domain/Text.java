package org.ashlar.platform.messaging.internal.domain;

import java.nio.charset.StandardCharsets;

/**
 * A text to pass on.
 *
 * @param title one line
 * @param words all of it, with the address of the record as the last line if there is one
 */
public record Text(String title, String words) {

    /** A text cut to so many bytes of UTF-8, between two characters. */
    public static String cut(String text, int bytes) {
        if (text.getBytes(StandardCharsets.UTF_8).length <= bytes) {
            return text;
        }
        int end = text.length();
        while (end > 0 && text.substring(0, end).getBytes(StandardCharsets.UTF_8).length > bytes - 3) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + "…";
    }

    /** A text cut to so many characters. */
    public static String shorten(String text, int most) {
        return text.codePointCount(0, text.length()) <= most ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
