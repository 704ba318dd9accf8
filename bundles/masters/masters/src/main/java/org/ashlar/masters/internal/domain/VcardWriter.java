package org.ashlar.masters.internal.domain;

import java.util.List;
import java.util.Map;
import org.ashlar.platform.text.ContentLines;

/**
 * Writes a party as vCards: one for itself, one for each of its contacts. 3.0 (RFC 2426) is what every address book reads; 4.0
 * (RFC 6350) on request. Not thread-safe.
 */
public final class VcardWriter {

    private final boolean four;
    private final ContentLines out = new ContentLines();

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
            out.add("ORG", ContentLines.text(name));
            if (!four) {
                out.add("X-ABSHOWAS", "COMPANY");
            }
        }
        reach(party);
        put("URL", text(party, "website"), false);
        put("NOTE", text(party, "note"), true);
        lines(party, "addresses").forEach(this::address);
        out.add("END", "VCARD");
        for (Map<String, Object> contact : lines(party, "contacts")) {
            begin(text(contact, "name"), true, "masters.contact-" + contact.get("id"));
            if (!person) {
                out.add("ORG", ContentLines.text(name));
            }
            put("TITLE", text(contact, "jobTitle"), true);
            reach(contact);
            put("NOTE", text(contact, "note"), true);
            out.add("END", "VCARD");
        }
        return out.toString();
    }

    private void begin(String name, boolean person, String uid) {
        out.add("BEGIN", "VCARD");
        out.add("VERSION", four ? "4.0" : "3.0");
        if (four) {
            out.add("KIND", person ? "individual" : "org");
        }
        out.add(four ? "UID;VALUE=text" : "UID", uid);
        out.add("FN", ContentLines.text(name));
        out.add("N", (person ? ContentLines.text(name) : "") + ";;;;");
    }

    private void reach(Map<String, Object> values) {
        put("EMAIL", text(values, "email"), true);
        put("TEL;TYPE=WORK,VOICE", text(values, "phone"), true);
        put("TEL;TYPE=CELL", text(values, "mobile"), true);
    }

    private void address(Map<String, Object> address) {
        out.add("ADR;TYPE=WORK", ";;" + ContentLines.text(text(address, "street")) + ";" + ContentLines.text(text(address, "city")) + ";"
                + ContentLines.text(text(address, "region")) + ";" + ContentLines.text(text(address, "postalCode")) + ";" + ContentLines.text(text(address, "country")));
    }

    private void put(String name, String value, boolean escape) {
        if (!value.isEmpty()) {
            out.add(name, escape ? ContentLines.text(value) : value);
        }
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
