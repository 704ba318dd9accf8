package org.ashlar.platform.collaboration.internal.domain;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** Names of uploaded files: shown, compared and sent back, never used as a path. */
public final class FileNames {

    private static final int MOST = 200;
    private static final int MOST_EXTENSION = 10;
    private static final String UNRESERVED = "!#$&+-.^_`|~";

    private FileNames() {
    }

    /** The last part of a path without characters that lie about the name (controls, direction marks); never empty. */
    public static String clean(String given) {
        String name = given == null ? "" : Normalizer.normalize(given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder();
        name.codePoints().filter(FileNames::harmless).forEach(kept::appendCodePoint);
        name = kept.toString().strip().replaceAll("^\\.+|[. ]+$", "");
        if (name.isEmpty()) {
            return "file";
        }
        if (name.length() > MOST) {
            String extension = extension(name);
            int end = MOST - extension.length() - 1;
            end -= Character.isHighSurrogate(name.charAt(end - 1)) ? 1 : 0;
            name = name.substring(0, end) + (extension.isEmpty() ? "" : "." + extension);
        }
        return name;
    }

    private static boolean harmless(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR && type != Character.PARAGRAPH_SEPARATOR && type != Character.UNASSIGNED
                && "<>:\"|?*".indexOf(c) < 0;
    }

    /** What stands behind the last full stop, in lower case; empty if there is none. */
    public static String extension(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return extension.length() <= MOST_EXTENSION && extension.matches("[a-z0-9]+") ? extension : "";
    }

    /** By which files of one record are the same file. */
    public static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Content-Disposition (RFC 6266) with the name in ASCII and in UTF-8 (RFC 8187). */
    public static String disposition(String kind, String name) {
        StringBuilder plain = new StringBuilder();
        name.codePoints().forEach(c -> plain.append(c > 0x1f && c < 0x7f && c != '"' && c != '\\' && c != '%' ? (char) c : '_'));
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append(String.format("%%%02X", (int) c));
            }
        }
        return kind + "; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
