package org.ashlar.platform.mail.internal.domain;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Texts from bytes whose declared character set may be missing, misspelt, unknown or a lie. Subsets are read as what
 * senders mean: GB2312 and GBK as GB18030, ISO-8859-1 and US-ASCII as Windows-1252. Pure.
 */
public final class Charsets {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Map<String, Charset> MEANT = Map.ofEntries(Map.entry("gb2312", GB18030), Map.entry("gbk", GB18030),
            Map.entry("x-gbk", GB18030), Map.entry("cp936", GB18030), Map.entry("gb_2312-80", GB18030),
            Map.entry("euc-cn", GB18030), Map.entry("hz-gb-2312", GB18030), Map.entry("utf8", StandardCharsets.UTF_8),
            Map.entry("utf_8", StandardCharsets.UTF_8), Map.entry("iso-8859-1", WINDOWS), Map.entry("latin1", WINDOWS));

    private Charsets() {
    }

    /** The text; never fails. */
    public static String decode(byte[] bytes, String declared) {
        String name = declared == null ? "" : declared.strip().replace("\"", "").replace("'", "").toLowerCase(Locale.ROOT);
        boolean vague = name.isEmpty() || name.equals("us-ascii") || name.equals("ascii") || name.startsWith("unknown")
                || name.startsWith("x-unknown") || name.equals("default") || name.equals("ansi");
        if (!vague) {
            Charset charset = named(name);
            if (charset != null) {
                String text = strict(bytes, charset);
                if (text != null) {
                    return text;
                }
            }
        }
        return guess(bytes);
    }

    private static Charset named(String name) {
        Charset meant = MEANT.get(name);
        if (meant != null) {
            return meant;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private static String guess(byte[] bytes) {
        String text = strict(bytes, StandardCharsets.UTF_8);
        if (text == null && chinese(bytes)) {
            text = strict(bytes, GB18030);
        }
        return text == null ? new String(bytes, WINDOWS) : text;
    }

    private static String strict(byte[] bytes, Charset charset) {
        try {
            String text = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Whether nearly all bytes above ASCII come as pairs of the two levels of GB 2312 or its signs. */
    private static boolean chinese(byte[] bytes) {
        int pairs = 0;
        int others = 0;
        for (int i = 0; i < bytes.length; i++) {
            int first = bytes[i] & 0xff;
            if (first < 0x80) {
                continue;
            }
            int second = i + 1 < bytes.length ? bytes[i + 1] & 0xff : 0;
            if ((first >= 0xb0 && first <= 0xf7 || first >= 0xa1 && first <= 0xa9) && second >= 0xa1 && second <= 0xfe) {
                pairs++;
                i++;
            } else {
                others++;
            }
        }
        return pairs > 0 && others * 10 <= pairs;
    }
}
