package org.ashlar.masters.internal.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ashlar.masters.internal.domain.Vcard.Property;
import org.ashlar.platform.problem.Problem;

/**
 * What a vCard says as values of {@code masters.party}. A person of an organisation is a contact of the organisation; a person
 * alone and an organisation alone are parties themselves. Stateless.
 */
public final class VcardParty {

    private static final List<String> VERSIONS = List.of("", "2.1", "3.0", "4.0");
    private static final int PARTS = 7;

    private VcardParty() {
    }

    /** Name to show for a card, also for one that is refused. */
    public static String title(Vcard card) {
        String name = name(card);
        String title = name.isEmpty() ? organisation(card) : name;
        return title.isEmpty() ? email(card) : title;
    }

    /**
     * The values.
     *
     * @throws Problem RULE with the reason if the card cannot be a party
     */
    public static Map<String, Object> values(Vcard card) {
        String version = card.first("VERSION");
        if (!card.complete()) {
            throw Problem.rule("END", "masters.vcard.unfinished");
        }
        if (!VERSIONS.contains(version)) {
            throw Problem.rule("VERSION", "masters.vcard.version", version);
        }
        String organisation = organisation(card);
        String name = name(card);
        if (name.isEmpty() && organisation.isEmpty()) {
            name = email(card);
        }
        if (name.isEmpty() && organisation.isEmpty()) {
            throw Problem.rule("FN", "masters.vcard.nameless");
        }
        Map<String, Object> party = new LinkedHashMap<>();
        boolean alone = !organisation.isEmpty() && name.isEmpty() || name.equals(organisation) || card.first("KIND").equalsIgnoreCase("org")
                || card.first("X-ABSHOWAS").equalsIgnoreCase("COMPANY");
        if (alone) {
            party.put("kind", "ORGANISATION");
            party.put("name", name.isEmpty() ? organisation : name);
            reach(card, party);
        } else if (organisation.isEmpty()) {
            party.put("kind", "PERSON");
            party.put("name", name);
            reach(card, party);
        } else {
            party.put("kind", "ORGANISATION");
            party.put("name", organisation);
            party.put("contacts", List.of(contact(card, name)));
        }
        put(party, "website", link(card.first("URL")));
        if (!party.containsKey("contacts")) {
            put(party, "note", card.first("NOTE"));
        }
        List<Map<String, Object>> addresses = addresses(card);
        if (!addresses.isEmpty()) {
            party.put("addresses", addresses);
        }
        return party;
    }

    private static void reach(Vcard card, Map<String, Object> party) {
        put(party, "email", email(card));
        String phone = phone(card, false);
        String mobile = phone(card, true);
        put(party, "phone", phone.isEmpty() ? mobile : phone);
        if (!phone.isEmpty() && !mobile.isEmpty() || !card.first("TITLE").isEmpty()) {
            party.put("contacts", List.of(contact(card, (String) party.get("name"))));
            put(party, "note", card.first("NOTE"));
        }
    }

    private static Map<String, Object> contact(Vcard card, String name) {
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("name", name);
        put(contact, "jobTitle", card.first("TITLE"));
        put(contact, "email", email(card));
        put(contact, "phone", phone(card, false));
        put(contact, "mobile", phone(card, true));
        if (!organisation(card).isEmpty()) {
            put(contact, "note", card.first("NOTE"));
        }
        return contact;
    }

    private static String organisation(Vcard card) {
        return card.all("ORG").stream().map(p -> p.part(0)).filter(t -> !t.isEmpty()).findFirst().orElse("");
    }

    private static String name(Vcard card) {
        String full = line(card.first("FN"));
        if (!full.isEmpty()) {
            return full;
        }
        return card.all("N").stream().findFirst().map(n -> {
            boolean han = n.part(0).codePoints().anyMatch(Character::isIdeographic);
            return han ? n.part(0) + n.part(1) : (n.part(1) + " " + n.part(0)).strip();
        }).orElse("");
    }

    private static String email(Vcard card) {
        List<Property> mails = card.all("EMAIL").stream().filter(p -> !p.types().contains("X400") && !p.text().isEmpty()).toList();
        return mails.stream().filter(p -> p.types().contains("PREF")).findFirst().or(() -> mails.stream().findFirst())
                .map(p -> p.text().replaceFirst("(?i)^mailto:", "")).orElse("");
    }

    private static String phone(Vcard card, boolean mobile) {
        List<Property> phones = card.all("TEL").stream().filter(p -> !p.types().contains("FAX") && !p.types().contains("PAGER")
                && p.types().contains("CELL") == mobile && !p.text().isEmpty()).toList();
        return phones.stream().filter(p -> p.types().contains("WORK")).findFirst().or(() -> phones.stream().findFirst())
                .map(p -> p.text().replaceFirst("(?i)^tel:", "").replaceFirst(";ext=", " ext. ")).orElse("");
    }

    private static List<Map<String, Object>> addresses(Vcard card) {
        List<Map<String, Object>> addresses = new ArrayList<>();
        for (Property property : card.all("ADR")) {
            String country = property.part(PARTS - 1);
            String street = String.join(", ", List.of(property.part(2), property.part(1), property.part(0)).stream()
                    .map(VcardParty::line).filter(t -> !t.isEmpty()).toList());
            Map<String, Object> address = new LinkedHashMap<>();
            put(address, "street", street);
            put(address, "city", line(property.part(3)));
            put(address, "region", line(property.part(4)));
            put(address, "postalCode", line(property.part(5)));
            if (!country.isEmpty()) {
                String code = CountryNames.code(country);
                if (code == null) {
                    throw Problem.rule("ADR", "masters.vcard.country", line(country));
                }
                address.put("country", code);
            }
            if (!address.isEmpty() && !addresses.contains(address)) {
                addresses.add(address);
            }
        }
        return addresses;
    }

    private static String line(String text) {
        return text.replaceAll("\\s*\n\\s*", ", ").strip();
    }

    private static String link(String text) {
        return text.toLowerCase(Locale.ROOT).startsWith("javascript:") ? "" : text;
    }

    private static void put(Map<String, Object> values, String field, String text) {
        if (text != null && !text.isEmpty()) {
            values.put(field, text);
        }
    }
}
