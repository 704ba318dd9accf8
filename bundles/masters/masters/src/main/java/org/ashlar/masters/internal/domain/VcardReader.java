package org.ashlar.masters.internal.domain;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads files of vCards: 2.1, 3.0 and 4.0, folded lines, quoted-printable, character sets by property. Reads leniently, as address
 * books write: what is no property is passed over. Pictures, keys and cards inside cards are left out. Not thread-safe.
 */
public final class VcardReader {

    private static final Set<String> BINARY = Set.of("PHOTO", "LOGO", "SOUND", "KEY");
    private static final int HEX = 16;

    private final Charset otherwise;
    private final List<Vcard> cards = new ArrayList<>();
    private List<Vcard.Property> present;
    private boolean old;
    private int inside;
    private boolean agent;

    /**
     * A reader.
     *
     * @param otherwise character set of what is neither UTF-8 nor says what it is
     */
    public VcardReader(Charset otherwise) {
        this.otherwise = otherwise;
    }

    /** The cards of a file. */
    public List<Vcard> read(byte[] file) {
        String[] lines = new String(utf8(file), StandardCharsets.ISO_8859_1).split("\r\n|\n|\r");
        int i = 0;
        while (i < lines.length) {
            StringBuilder line = new StringBuilder(lines[i++]);
            boolean printable = quotedPrintable(line.toString());
            while (i < lines.length && (printable ? line.length() > 0 && line.charAt(line.length() - 1) == '=' : folded(lines[i]))) {
                if (printable) {
                    line.setLength(line.length() - 1);
                    line.append(lines[i++]);
                } else {
                    line.append(lines[i++].substring(old ? 0 : 1));
                }
            }
            take(line.toString());
        }
        if (present != null) {
            cards.add(new Vcard(List.copyOf(present), false));
        }
        return List.copyOf(cards);
    }

    private static boolean folded(String line) {
        return line.startsWith(" ") || line.startsWith("\t");
    }

    private static boolean quotedPrintable(String line) {
        int colon = colon(line);
        return colon > 0 && line.substring(0, colon).toUpperCase(Locale.ROOT).contains("QUOTED-PRINTABLE");
    }

    private void take(String line) {
        String mark = line.strip().toUpperCase(Locale.ROOT).replace(" ", "");
        if (mark.equals("BEGIN:VCARD")) {
            begin();
        } else if (mark.equals("END:VCARD")) {
            end();
        } else if (present != null && inside == 0) {
            property(line);
        }
    }

    private void begin() {
        if (present != null && (agent || inside > 0)) {
            inside++;
            return;
        }
        if (present != null) {
            cards.add(new Vcard(List.copyOf(present), false));
        }
        present = new ArrayList<>();
        old = false;
    }

    private void end() {
        if (inside > 0) {
            inside--;
        } else if (present != null) {
            cards.add(new Vcard(List.copyOf(present), true));
            present = null;
        }
        agent = false;
    }

    private void property(String line) {
        int colon = colon(line);
        if (colon <= 0) {
            return;
        }
        String[] head = line.substring(0, colon).split(";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
        String name = head[0].substring(head[0].indexOf('.') + 1).strip().toUpperCase(Locale.ROOT);
        String value = line.substring(colon + 1);
        agent = name.equals("AGENT") && value.isBlank();
        if (BINARY.contains(name) || name.equals("AGENT")) {
            return;
        }
        Set<String> types = new HashSet<>();
        Charset charset = null;
        for (int i = 1; i < head.length; i++) {
            String parameter = head[i].replace("\"", "").strip();
            String key = parameter.substring(0, Math.max(0, parameter.indexOf('='))).toUpperCase(Locale.ROOT);
            String text = parameter.substring(parameter.indexOf('=') + 1);
            if (key.equals("CHARSET")) {
                charset = charset(text);
            } else if (key.isEmpty() || key.equals("TYPE")) {
                types.addAll(List.of(text.toUpperCase(Locale.ROOT).split(",")));
            } else if (key.equals("PREF")) {
                types.add("PREF");
            }
        }
        byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
        String text = text(quotedPrintable(line) ? decoded(bytes) : bytes, charset);
        old |= name.equals("VERSION") && text.strip().equals("2.1");
        present.add(new Vcard.Property(name, Set.copyOf(types), text));
    }

    private static int colon(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            if (c == ':' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private String text(byte[] bytes, Charset charset) {
        if (charset != null) {
            return new String(bytes, charset);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, otherwise);
        }
    }

    private static byte[] decoded(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '=' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], HEX) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], HEX);
            if (low < 0) {
                out.write(bytes[i]);
            } else {
                out.write(high * HEX + low);
                i += 2;
            }
        }
        return out.toByteArray();
    }

    private static byte[] utf8(byte[] file) {
        String text = new String(file, 0, Math.min(3, file.length), StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00fe\u00ff") || text.startsWith("\u00ff\u00fe")) {
            return new String(file, StandardCharsets.UTF_16).getBytes(StandardCharsets.UTF_8);
        }
        return text.equals("\u00ef\u00bb\u00bf") ? Arrays.copyOfRange(file, 3, file.length) : file;
    }
}
