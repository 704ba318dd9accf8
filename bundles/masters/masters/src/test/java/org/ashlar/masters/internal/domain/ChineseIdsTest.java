package org.ashlar.masters.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ashlar.platform.value.ChineseIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseIdsTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String REAL = "91330100799655058B";

    @ParameterizedTest
    @ValueSource(strings = {"91330100799655058B", "9144030071526726XG", "914403001922038216"})
    void creditCodesOfWellKnownCompaniesAreValid(String code) {
        assertThat(ChineseIds.creditCode(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "91330100799655058", "91330100799655058BB", "91330100799655058C", "I1330100799655058B",
        "9133A100799655058B", "９1330100799655058B"})
    void othersAreNot(String code) {
        assertThat(ChineseIds.creditCode(code)).isFalse();
    }

    @Property
    void anySingleWrongCharacterIsFound(@ForAll @IntRange(min = 0, max = 17) int at,
            @ForAll @IntRange(min = 1, max = 30) int shift) {
        char right = REAL.charAt(at);
        char wrong = ALPHABET.charAt((ALPHABET.indexOf(right) + shift) % ALPHABET.length());
        assertThat(ChineseIds.creditCode(REAL.substring(0, at) + wrong + REAL.substring(at + 1))).isFalse();
    }

    @Test
    void citizenNumbers() {
        // The example of the standard GB 11643.
        assertThat(ChineseIds.citizenNumber("11010519491231002X")).isTrue();
        assertThat(ChineseIds.citizenNumber("440524188001010014")).isTrue();
        assertThat(ChineseIds.citizenNumber("110105194912310021")).isFalse();
        assertThat(ChineseIds.citizenNumber("11010519490231002X")).isFalse();
        assertThat(ChineseIds.citizenNumber("11010519491231002x")).isFalse();
    }
}
