package org.ashlar.platform.mail.internal.domain;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words of headers (RFC 2047) as senders really write them: unknown character sets, characters cut in two between words,
 * raw bytes without any encoding. Pure.
 */
public final class HeaderTexts {
    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]{1,60})\\?([bBqQ])\\?([^?]*)\\?=");
    private static final Pattern BREAK = Pattern.compile("\\r?\\n(?=[ \\t])");

    private HeaderTexts() {
    }

    /** The text of a header; {@code raw} has one character per byte, as the library reads it. */
    public static String decode(String raw) {
        if (raw == null) {
            return "";
        }
        String line = bytesToText(BREAK.matcher(raw).replaceAll(""));
        StringBuilder out = new StringBuilder();
        ByteArrayOutputStream pending = new ByteArrayOutputStream();
        String charset = null;
        int end = 0;
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            String between = line.substring(end, word.start());
            boolean next = charset != null && between.isBlank();
            String name = word.group(1).replaceAll("\\*.*", "");
            if (!next || !charset.equalsIgnoreCase(name)) {
                flush(out, pending, charset);
            }
            if (!next) {
                out.append(between);
            }
            charset = name;
            pending.writeBytes(bytes(word.group(2), word.group(3)));
            end = word.end();
        }
        flush(out, pending, charset);
        out.append(line, end, line.length());
        return out.toString().replaceAll("\\p{Cntrl}", " ").strip();
    }

    private static void flush(StringBuilder out, ByteArrayOutputStream pending, String charset) {
        if (pending.size() > 0) {
            out.append(Charsets.decode(pending.toByteArray(), charset));
            pending.reset();
        }
    }

    private static byte[] bytes(String encoding, String text) {
        return encoding.equalsIgnoreCase("B") ? base64(text) : quoted(text);
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException wrong) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static byte[] quoted(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '=' && i + 2 < text.length() && Character.digit(text.charAt(i + 1), 16) >= 0
                    && Character.digit(text.charAt(i + 2), 16) >= 0) {
                out.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else if (c == '_') {
                out.write(' ');
            } else {
                out.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    /** Raw bytes that came as one character each. */
    static String bytesToText(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) > 0x7f) {
                return raw.chars().anyMatch(c -> c > 0xff) ? raw
                        : Charsets.decode(raw.getBytes(StandardCharsets.ISO_8859_1), null);
            }
        }
        return raw;
    }
}
