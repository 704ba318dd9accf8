package org.ashlar.masters.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IbansTest {

    @ParameterizedTest
    @ValueSource(strings = {"GB29 NWBK 6016 1331 9268 19", "DE89370400440532013000", "FR14 2004 1010 0505 0001 3M02 606",
        "NO93 8601 1117 947", "MT84 MALT 0110 0001 2345 MTLC AST0 01S"})
    void examplesOfTheRegistryAreValid(String iban) {
        assertThat(Ibans.looksLike(Ibans.compact(iban))).isTrue();
        assertThat(Ibans.valid(Ibans.compact(iban))).isTrue();
    }

    @Test
    void aWrongDigitOrTwoSwappedOnesAreFound() {
        assertThat(Ibans.valid("GB29NWBK60161331926818")).isFalse();
        assertThat(Ibans.valid("GB29NWBK60161331926891")).isFalse();
    }

    @Test
    void domesticNumbersDoNotLookLikeOne() {
        assertThat(Ibans.looksLike("6222020200012345678")).isFalse();
        assertThat(Ibans.looksLike("GB2")).isFalse();
    }
}
