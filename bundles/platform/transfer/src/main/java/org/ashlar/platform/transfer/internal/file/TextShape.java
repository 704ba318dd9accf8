package org.ashlar.platform.transfer.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a text file is written: its character set and what separates its cells. UTF-8 is told by strict decoding of the whole
 * file (RFC 3629: other encodings hardly ever pass); of what is left, GB18030 is told by decoding strictly into mostly
 * common Chinese characters (GB 2312 level 1, whose first bytes are B0 to D7), and the rest is Windows-1252.
 *
 * @param encoding {@code UTF-8}, {@code UTF-16LE}, {@code UTF-16BE}, {@code GB18030} or {@code windows-1252}
 * @param delimiter {@code ,}, {@code ;}, tab or {@code |}
 */
public record TextShape(String encoding, String delimiter) {

    private static final int SAMPLE = 1 << 18;
    private static final String DELIMITERS = ",;\t|";

    /** Looks at a file; bounded memory. */
    public static TextShape of(Path file) throws IOException {
        String encoding = encoding(file);
        byte[] sample = sample(file);
        String text = new String(sample, Charset.forName(encoding));
        return new TextShape(encoding, delimiter(text));
    }

    private static byte[] sample(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(SAMPLE);
        }
    }

    private static String encoding(Path file) throws IOException {
        byte[] head = sample(file);
        if (head.length >= 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
            return "UTF-16LE";
        }
        if (head.length >= 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
            return "UTF-16BE";
        }
        if (decodes(file, StandardCharsets.UTF_8)) {
            return "UTF-8";
        }
        return chinese(head) && decodes(file, Charset.forName("GB18030")) ? "GB18030" : "windows-1252";
    }

    private static boolean decodes(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 17);
        try (InputStream in = Files.newInputStream(file)) {
            boolean end = false;
            while (!end) {
                int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = n < 0;
                bytes.position(bytes.position() + Math.max(0, n));
                bytes.flip();
                if (decoder.decode(bytes, chars, end).isError()) {
                    return false;
                }
                chars.clear();
                bytes.compact();
            }
            return !decoder.flush(chars).isError();
        }
    }

    /** Whether most bytes above ASCII stand in pairs whose first byte is that of a common Chinese character. */
    private static boolean chinese(byte[] head) {
        int pairs = 0;
        int common = 0;
        for (int i = 0; i < head.length - 1; i++) {
            int first = head[i] & 0xFF;
            if (first > 0x80) {
                pairs++;
                int second = head[i + 1] & 0xFF;
                if (first >= 0xA1 && first <= 0xF7 && second >= 0xA1) {
                    common += first >= 0xB0 && first <= 0xD7 || first == 0xA1 || first == 0xA3 ? 2 : 1;
                }
                i++;
            }
        }
        return pairs > 0 && common >= pairs * 1.3;
    }

    /** The candidate that occurs equally often in most of the first lines, outside quotes. */
    private static String delimiter(String text) {
        String best = ",";
        double bestScore = 0;
        for (char candidate : DELIMITERS.toCharArray()) {
            double score = score(text, candidate);
            if (score > bestScore) {
                best = String.valueOf(candidate);
                bestScore = score;
            }
        }
        return best;
    }

    private static double score(String text, char candidate) {
        int lines = 0;
        int same = 0;
        int first = -1;
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length() && lines < 50; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == candidate) {
                count++;
            } else if (!quoted && c == '\n') {
                first = first < 0 ? count : first;
                same += count == first ? 1 : 0;
                lines++;
                count = 0;
            }
        }
        if (lines == 0) {
            return count;
        }
        return first <= 0 ? 0 : first * (double) same / lines;
    }
}
