package org.ashlar.masters.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cards as address books export them (test cards of ez-vcard, BSD-2-Clause). */
class RealVcardTest {
    private static final Path DATA = Path.of(System.getProperty("ashlar.data", "../../../../shared/data"),
            "vcard/src/test/resources/ezvcard");

    @BeforeEach
    void given() {
        boolean there = Files.isDirectory(DATA);
        assertThat(there || !"true".equals(System.getenv("CI"))).as("the cards are there").isTrue();
        assumeTrue(there);
    }

    private static List<Vcard> read(String file) throws IOException {
        return new VcardReader(Charset.forName("windows-1252")).read(Files.readAllBytes(DATA.resolve(file)));
    }

    /** File; number of cards; of the last one: party, contact, mail, phone, mobile. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", textBlock = """
            io/text/gmail-list.vcf; 3; Doug White; -; dwhite@gmail.com; -; -
            io/text/rfc2426-example.vcf; 2; Netscape Communications Corp.; Tim Howes; howes@netscape.com; +1-415-937-3419; -
            io/text/outlook-2003.vcf; 1; Company, The; John Doe III; jdoe@hotmail.com; BusinessPhone; MobilePhone
            io/text/John_Doe_ANDROID.vcf; 6; -; ÑÑÑÑ; henry@company.com; -; 55556666
            io/text/John_Doe_BLACK_BERRY.vcf; 1; Acme Solutions; John Doe; -; -; +96123456789
            io/text/John_Doe_EVOLUTION.vcf; 1; IBM; Mr. John Richter, James Doe Sr.; john.doe@ibm.com; 905-555-1234; 905-666-1234
            io/text/John_Doe_GMAIL.vcf; 1; IBM; Mr. John Richter, James Doe Sr.; john.doe@ibm.com; 905-666-1234; 905-555-1234
            io/text/John_Doe_IPHONE.vcf; 1; IBM; Mr. John Richter James Doe Sr.; john.doe@ibm.com; 905-777-1234; 905-555-1234
            io/text/John_Doe_LOTUS_NOTES.vcf; 1; IBM; Mr. Doe John I Johny; john.doe@ibm.com; -; +1 (212) 204-34456
            io/text/John_Doe_MAC_ADDRESS_BOOK.vcf; 1; IBM; Mr. John Richter,James Doe Sr.; john.doe@ibm.com; 905-777-1234; 905-555-1234
            io/text/John_Doe_MS_OUTLOOK.vcf; 1; IBM; Mr. John Richter James Doe Sr.; john.doe@ibm.cm; (905) 555-1234; -
            io/text/gmail-single.vcf; 1; TheCompany; Greg Dartmouth; gdartmouth@hotmail.com; 555 555 2222; 555 555 1111
            io/text/gmail-single2.vcf; 1; TheCompany; VCard Test; email@example.com; 5555551113; 5555551115
            io/text/outlook-2007.vcf; 1; TheCompany; Mr. Michael Angstadt Jr.; mike.angstadt@gmail.com; (111) 555-1111; (111) 555-4444
            io/text/rfc6350-example.vcf; 1; Viagenie; Simon Perreault; simon.perreault@viagenie.ca; +1-418-656-9254 ext. 102; +1-418-262-6501
            io/text/thunderbird-MoreFunctionsForAddressBook-extension.vcf; 1; TheOrganization; John Doe; doe.john@hotmail.com; 555-555-1111; 555-555-5555
            issue/issue114.vcf; 1; Dummy GmbH; Dummy, Dummy; dummy.dummy@dummy.com; +49 9876 54321; +49 1234 56789
            """)
    void cards(String file, int count, String party, String contact, String email, String phone, String mobile) throws IOException {
        List<Vcard> cards = read(file);
        assertThat(cards).hasSize(count).allMatch(Vcard::complete);
        Map<String, Object> values = VcardParty.values(cards.get(count - 1));
        assertThat(party == null ? null : values.get("name")).isEqualTo(party);
        Map<?, ?> reached = contact == null ? values : (Map<?, ?>) ((List<?>) values.get("contacts")).get(0);
        assertThat(contact == null ? null : reached.get("name")).isEqualTo(contact);
        assertThat(reached.get("email")).isEqualTo(email);
        assertThat(reached.get("phone")).isEqualTo(phone);
        assertThat(reached.get("mobile")).isEqualTo(mobile);
    }

    @Test
    void aCountryThatIsNone() throws IOException {
        Vcard card = read("io/text/fullcontact.vcf").get(0);
        assertThatThrownBy(() -> VcardParty.values(card)).isInstanceOfSatisfying(Problem.class,
                p -> assertThat(p.code()).isEqualTo("masters.vcard.country"));
    }
}
