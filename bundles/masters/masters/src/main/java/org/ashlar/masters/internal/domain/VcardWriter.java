package org.ashlar.masters.internal.domain;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Writes a party as vCards: one for itself, one for each of its contacts. 3.0 (RFC 2426) is what every address book reads; 4.0
 * (RFC 6350) on request. Not thread-safe.
 */
public final class VcardWriter {

    private static final int OCTETS = 75;

    private final boolean four;
    private final StringBuilder out = new StringBuilder();

    /** A writer of 4.0, else of 3.0. */
    public VcardWriter(boolean four) {
        this.four = four;
    }

    /** The cards of a party with its lines, values as {@code Records.get} answers them. */
    public String party(Map<String, Object> party) {
        String name = text(party, "name");
        boolean person = "PERSON".equals(text(party, "kind"));
        begin(name, person, "masters.party-" + party.get("id"));
        if (!person) {
            line("ORG", escaped(name));
            if (!four) {
                line("X-ABSHOWAS", "COMPANY");
            }
        }
        reach(party);
        put("URL", text(party, "website"), false);
        put("NOTE", text(party, "note"), true);
        lines(party, "addresses").forEach(this::address);
        line("END", "VCARD");
        for (Map<String, Object> contact : lines(party, "contacts")) {
            begin(text(contact, "name"), true, "masters.contact-" + contact.get("id"));
            if (!person) {
                line("ORG", escaped(name));
            }
            put("TITLE", text(contact, "jobTitle"), true);
            reach(contact);
            put("NOTE", text(contact, "note"), true);
            line("END", "VCARD");
        }
        return out.toString();
    }

    private void begin(String name, boolean person, String uid) {
        line("BEGIN", "VCARD");
        line("VERSION", four ? "4.0" : "3.0");
        if (four) {
            line("KIND", person ? "individual" : "org");
        }
        line("UID", uid);
        line("FN", escaped(name));
        line("N", (person ? escaped(name) : "") + ";;;;");
    }

    private void reach(Map<String, Object> values) {
        put("EMAIL", text(values, "email"), true);
        put("TEL;TYPE=WORK,VOICE", text(values, "phone"), true);
        put("TEL;TYPE=CELL", text(values, "mobile"), true);
    }

    private void address(Map<String, Object> address) {
        line("ADR;TYPE=WORK", ";;" + escaped(text(address, "street")) + ";" + escaped(text(address, "city")) + ";"
                + escaped(text(address, "region")) + ";" + escaped(text(address, "postalCode")) + ";" + escaped(text(address, "country")));
    }

    private void put(String name, String value, boolean escape) {
        if (!value.isEmpty()) {
            line(name, escape ? escaped(value) : value.replaceAll("[\r\n]", ""));
        }
    }

    private void line(String name, String value) {
        String line = name + ":" + value;
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
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r\n", "\n").replace("\r", "\n")
                .replace("\n", "\\n");
    }

    private static String text(Map<String, Object> values, String field) {
        Object value = values.get(field);
        return value == null ? "" : String.valueOf(value);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> lines(Map<String, Object> party, String field) {
        return party.get(field) instanceof List<?> list ? (List<Map<String, Object>>) list : List.of();
    }
}
