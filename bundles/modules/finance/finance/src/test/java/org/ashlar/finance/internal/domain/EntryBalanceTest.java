package org.ashlar.finance.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;

class EntryBalanceTest {

    @Test
    void oneCentIsTooMuch() {
        assertThat(EntryBalance.check(List.of(line("CNY", "100.01"), line("CNY", "-100")), "CNY"))
                .hasValueSatisfying(imbalance -> {
                    assertThat(imbalance.currency()).isEqualTo("CNY");
                    assertThat(imbalance.difference()).isEqualByComparingTo("0.01");
                });
    }

    @Test
    void everyCurrencyBalancesForItself() {
        List<EntryAmounts> mixed = List.of(EntryAmounts.signed("USD", new BigDecimal("100"), new BigDecimal("710")),
                line("CNY", "-710"));
        assertThat(EntryBalance.check(mixed, "CNY")).isPresent();
    }

    @Test
    void theCompanyCurrencyBalancesToo() {
        List<EntryAmounts> usd = List.of(EntryAmounts.signed("USD", new BigDecimal("100"), new BigDecimal("710")),
                EntryAmounts.signed("USD", new BigDecimal("-100"), new BigDecimal("-709.99")));
        assertThat(EntryBalance.check(usd, "CNY")).hasValueSatisfying(
                imbalance -> assertThat(imbalance.difference()).isEqualByComparingTo("0.01"));
    }

    @Test
    void whatConversionLeavesOverGoesToTheLargestConvertedLine() {
        List<EntryAmounts> lines = List.of(EntryAmounts.signed("USD", new BigDecimal("30"), new BigDecimal("213.34")),
                EntryAmounts.signed("USD", new BigDecimal("-10"), new BigDecimal("-71.11")),
                EntryAmounts.signed("USD", new BigDecimal("-20"), new BigDecimal("-142.22")));
        List<EntryAmounts> absorbed = EntryBalance.absorbConversion(lines, List.of(true, true, true), new BigDecimal("0.01"));
        assertThat(absorbed.get(0).companyAmount()).isEqualByComparingTo("213.33");
        assertThat(EntryBalance.check(absorbed, "CNY")).isEmpty();
    }

    @Test
    void aRealMistakeIsNotAbsorbed() {
        List<EntryAmounts> lines = List.of(EntryAmounts.signed("USD", new BigDecimal("30"), new BigDecimal("214")),
                EntryAmounts.signed("USD", new BigDecimal("-30"), new BigDecimal("-213")));
        assertThat(EntryBalance.absorbConversion(lines, List.of(true, false), new BigDecimal("0.01"))).isEqualTo(lines);
    }

    @Test
    void aReversalKeepsTheSideAndNegates() {
        EntryAmounts red = line("CNY", "-25").reversed();
        assertThat(red.credit()).isEqualByComparingTo("-25");
        assertThat(red.debit()).isZero();
        assertThat(red.amount()).isEqualByComparingTo("25");
    }

    @Test
    void aPureExchangeDifferenceTakesTheSideOfItsCompanyAmount() {
        EntryAmounts gain = EntryAmounts.signed("USD", BigDecimal.ZERO, new BigDecimal("-10"));
        assertThat(gain.companyCredit()).isEqualByComparingTo("10");
        assertThat(gain.companyDebit()).isZero();
        assertThat(gain.empty()).isFalse();
    }

    private static EntryAmounts line(String currency, String amount) {
        return EntryAmounts.signed(currency, new BigDecimal(amount), new BigDecimal(amount));
    }
}
