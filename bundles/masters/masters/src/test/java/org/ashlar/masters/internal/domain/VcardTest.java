package org.ashlar.masters.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ezvcard.Ezvcard;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.problem.Problem;
import org.junit.jupiter.api.Test;

class VcardTest {

    private static final Charset GB = Charset.forName("GB18030");

    private static List<Vcard> read(String text, Charset charset) {
        return new VcardReader(GB).read(text.getBytes(charset));
    }

    private static Map<String, Object> party(String... lines) {
        return VcardParty.values(read("BEGIN:VCARD\r\n" + String.join("\r\n", lines) + "\r\nEND:VCARD\r\n", StandardCharsets.UTF_8).get(0));
    }

    @Test
    void aPersonOfAnOrganisationIsItsContact() {
        assertThat(party("VERSION:4.0", "FN:Simon", "ORG:Viagenie;Sales", "TITLE:Buyer", "TEL;VALUE=uri;TYPE=\"work,voice\":tel:+1-418;ext=102",
                "TEL;TYPE=cell:tel:+2", "EMAIL:a@example.com", "ADR:;Suite 1;2875 Laurier;Quebec;QC;G1V 2M2;Canada"))
                .containsEntry("kind", "ORGANISATION").containsEntry("name", "Viagenie")
                .containsEntry("contacts", List.of(Map.of("name", "Simon", "jobTitle", "Buyer", "email", "a@example.com",
                        "phone", "+1-418 ext. 102", "mobile", "+2")))
                .containsEntry("addresses", List.of(Map.of("street", "2875 Laurier, Suite 1", "city", "Quebec", "region", "QC",
                        "postalCode", "G1V 2M2", "country", "CA")));
    }

    @Test
    void quotedPrintableWithItsCharacterSet() {
        assertThat(party("VERSION:2.1", "N;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=CD=F5;=D0=A1=", "=C3=F7"))
                .containsEntry("name", "王小明").containsEntry("kind", "PERSON");
    }

    @Test
    void otherCharacterSets() {
        String card = "BEGIN:VCARD\nVERSION:3.0\nFN:王小明\nEND:VCARD";
        for (Charset charset : List.of(GB, StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
            assertThat(read(card, charset)).singleElement().extracting(c -> c.first("FN")).isEqualTo("王小明");
            assertThat(read("\ufeff" + card, StandardCharsets.UTF_8)).hasSize(1);
        }
    }

    @Test
    void foldedEscapedAndGrouped() {
        assertThat(party("VERSION:3.0", "FN:A\\, B\\; C", "item1.URL:http\\://exa", " mple.com", "NOTE:one\\ntwo"))
                .containsEntry("name", "A, B; C").containsEntry("website", "http://example.com").containsEntry("note", "one\ntwo");
    }

    @Test
    void refusalsSayWhy() {
        assertRefused("masters.vcard.nameless", "VERSION:3.0", "TEL:1");
        assertRefused("masters.vcard.version", "VERSION:9", "FN:A");
        assertRefused("masters.vcard.country", "VERSION:3.0", "FN:A", "ADR:;;;;;;Atlantis");
        assertThat(read("BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD", StandardCharsets.UTF_8)).extracting(Vcard::complete)
                .containsExactly(false, true);
    }

    private static void assertRefused(String code, String... lines) {
        assertThatThrownBy(() -> party(lines)).isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
    }

    @Test
    void cardsInsideCardsAreNoCards() {
        assertThat(read("BEGIN:VCARD\nVERSION:2.1\nAGENT:\nBEGIN:VCARD\nFN:Inside\nEND:VCARD\nFN:Outside\nEND:VCARD", StandardCharsets.UTF_8))
                .singleElement().extracting(c -> c.first("FN")).isEqualTo("Outside");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Map<String, Object> party = Map.of("id", 7L, "kind", "ORGANISATION", "name", "上海测试有限公司; \"East\", " + "长".repeat(60),
                "phone", "021 1", "note", "one\ntwo\\three", "contacts", List.of(Map.of("id", 8L, "name", "王小明", "mobile", "139")),
                "addresses", List.of(Map.of("street", "南京路 1", "city", "上海", "country", "CN")));
        for (boolean four : List.of(true, false)) {
            String text = new VcardWriter(four).party(party);
            List<VCard> others = Ezvcard.parse(text).all();
            assertThat(others).hasSize(2).allMatch(card -> card.validate(four ? VCardVersion.V4_0 : VCardVersion.V3_0).isEmpty());
            assertThat(others.get(0).getFormattedName().getValue()).isEqualTo(party.get("name"));
            List<Vcard> cards = read(text, StandardCharsets.UTF_8);
            assertThat(VcardParty.values(cards.get(0))).containsEntry("name", party.get("name")).containsEntry("note", party.get("note"))
                    .containsEntry("phone", "021 1").containsEntry("addresses", party.get("addresses")).doesNotContainKey("contacts");
            assertThat(VcardParty.values(cards.get(1))).containsEntry("name", party.get("name"))
                    .containsEntry("contacts", List.of(Map.of("name", "王小明", "mobile", "139")));
        }
    }
}
