package org.ashlar.platform.records.internal.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ashlar.platform.meta.TextFormat;

/** Brings texts into the form that their field asks for. Pure. */
public final class TextFormats {

    private static final Pattern IMAGE = Pattern.compile("data:image/(png|jpeg|gif|webp);base64,([A-Za-z0-9+/]+={0,2})");
    private static final Pattern BETWEEN = Pattern.compile("[,\uFF0C;\uFF1B\\n]");
    private static final int WEBP_AT = 8;

    private TextFormats() {
    }

    /** The text as it may be stored, {@code null} if it is not of this form. */
    public static String of(TextFormat format, String text) {
        return switch (format) {
            case PLAIN -> text;
            case HTML -> RichTexts.clean(text);
            case IMAGE -> text.isEmpty() || picture(text) ? text : null;
            case WORDS -> BETWEEN.splitAsStream(text).map(String::strip).filter(w -> !w.isEmpty()).distinct()
                    .collect(Collectors.joining(", "));
        };
    }

    /** Whether it is a picture and of the kind that it says. */
    private static boolean picture(String text) {
        Matcher said = IMAGE.matcher(text);
        if (!said.matches()) {
            return false;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(said.group(2));
            return switch (said.group(1)) {
                case "png" -> starts(bytes, 0, "\u0089PNG\r\n");
                case "jpeg" -> starts(bytes, 0, "\u00ff\u00d8\u00ff");
                case "gif" -> starts(bytes, 0, "GIF8");
                default -> starts(bytes, 0, "RIFF") && starts(bytes, WEBP_AT, "WEBP");
            };
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean starts(byte[] bytes, int at, String sign) {
        byte[] wanted = sign.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= at + wanted.length && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
