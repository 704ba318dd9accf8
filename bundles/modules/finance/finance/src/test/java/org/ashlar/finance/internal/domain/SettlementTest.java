package org.ashlar.finance.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;

import org.ashlar.finance.internal.domain.Settlement.Rest;
import org.junit.jupiter.api.Test;

class SettlementTest {

    @Test
    void aReceiptAtABetterRateIsAGain() {
        Settlement all = Settlement.of(rest("100", "700"), bd("100"), rest("100", "710"), bd("100"), 2);
        assertThat(all.gain()).isEqualByComparingTo("10");
    }

    @Test
    void payingABillAtAWorseRateIsALoss() {
        Settlement all = Settlement.of(rest("113", "820"), bd("113"), rest("113", "762.67"), bd("113"), 2);
        assertThat(all.gain()).isEqualByComparingTo("-57.33");
    }

    @Test
    void aPartTakesItsShareAndTheLastPartTheRest() {
        Rest invoice = rest("100", "333.33");
        Settlement part = Settlement.of(invoice, bd("33.33"), rest("33.33", "111.10"), bd("33.33"), 2);
        assertThat(part.companyDebit()).isEqualByComparingTo("111.10");
        Rest left = rest("66.67", "222.23");
        assertThat(Settlement.of(left, bd("66.67"), rest("66.67", "222.22"), bd("66.67"), 2).companyDebit())
                .isEqualByComparingTo("222.23");
    }

    @Test
    void currenciesMayDiffer() {
        Settlement mixed = Settlement.of(rest("100", "700"), bd("100"), rest("92", "702"), bd("92"), 2);
        assertThat(mixed.gain()).isEqualByComparingTo("2");
    }

    @Test
    void neverMoreThanIsOpen() {
        assertThatThrownBy(() -> Settlement.of(rest("100", "700"), bd("100.01"), rest("200", "1400"), bd("100.01"), 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Rest rest(String amount, String company) {
        return new Rest(bd(amount), bd(company));
    }

    private static BigDecimal bd(String value) {
        return new BigDecimal(value);
    }
}
