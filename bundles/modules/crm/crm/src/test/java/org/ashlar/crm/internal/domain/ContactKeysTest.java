package org.ashlar.crm.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactKeysTest {

    @ParameterizedTest
    @CsvSource({"138 0000 1201, 13800001201", "+86 138-0000-1201, 13800001201", "0086 13800001201, 13800001201",
            "021-5550 1188, 2155501188", "+86 (0)21 5550 1188, 2155501188", "021-5550 1188 转 801, 2155501188",
            "555-0100 ext. 7, 5550100", "１３８００００１２０１, 13800001201", "+44 20 7946 0000, 442079460000"})
    void onePhoneIsRecognisedHoweverItIsTyped(String typed, String key) {
        assertThat(ContactKeys.phone(typed)).isEqualTo(key);
    }

    @Test
    void whatHasHardlyADigitIsNoPhone() {
        assertThat(ContactKeys.phone(null)).isNull();
        assertThat(ContactKeys.phone("")).isNull();
        assertThat(ContactKeys.phone("ask Ann")).isNull();
        assertThat(ContactKeys.phone("1234")).isNull();
        assertThat(ContactKeys.phone("1".repeat(64))).isNull();
    }

    @Property
    void blanksAndDashesMakeNoDifference(@ForAll @NumericChars @StringLength(min = 5, max = 11) String digits) {
        String spaced = String.join(" - ", digits.split(""));
        assertThat(ContactKeys.phone(spaced)).isEqualTo(ContactKeys.phone(digits));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"苏州恒力自动化有限公司 | 苏州恒力自动化", "苏州恒力自动化 有限责任公司 | 苏州恒力自动化",
            "Testing Machines, Ltd. | testingmachines", "TESTING MACHINES LTD | testingmachines", "Acme-Werke GmbH | acmewerke"})
    void companiesAreComparedWithoutLegalFormAndPunctuation(String name, String key) {
        assertThat(ContactKeys.name(name)).isEqualTo(key);
    }

    @Test
    void shortNamesArePeopleAndTellNothing() {
        assertThat(ContactKeys.name("张伟")).isNull();
        assertThat(ContactKeys.name("有限公司")).isNull();
        assertThat(ContactKeys.name(null)).isNull();
    }

    @Test
    void addressesIgnoreCase() {
        assertThat(ContactKeys.email(" Ann@Example.COM ")).isEqualTo("ann@example.com");
        assertThat(ContactKeys.email(" ")).isNull();
    }
}
