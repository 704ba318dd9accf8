package org.ashlar.platform.text;

import java.nio.charset.StandardCharsets;

/**
 * The lines that iCalendar (RFC 5545, section 3.1) and vCard (RFC 6350, section 3.2) share: a name, a colon and a value, ended by
 * CRLF and folded so that none is longer than 75 octets of UTF-8, never within a character. Libraries of these formats count
 * characters, which are up to four octets in Chinese. Not thread-safe.
 */
public final class ContentLines {

    private static final int OCTETS = 75;

    private final StringBuilder out = new StringBuilder();

    /**
     * Adds a line.
     *
     * @param name name of the property with its parameters, such as {@code DUE;VALUE=DATE}
     * @param value value as the format wants it; text goes through {@link #text(String)} first
     */
    public ContentLines add(String name, String value) {
        String line = (name + ":" + value).replaceAll("[\r\n]", "");
        int octets = 0;
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            String character = Character.toString(line.codePointAt(i));
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(character);
            octets += size;
        }
        out.append("\r\n");
        return this;
    }

    /** A text value: separators and line ends escaped, other control characters replaced by blanks. */
    public static String text(String text) {
        return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r\n", "\n").replace("\r", "\n")
                .replace("\n", "\\n").replaceAll("\\p{Cntrl}", " ");
    }

    /** All lines. */
    @Override
    public String toString() {
        return out.toString();
    }
}
