package org.ashlar.masters.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RateFinderTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 4, 10);
    private static final LocalDate MONDAY = LocalDate.of(2026, 4, 13);

    private final Map<String, TreeMap<LocalDate, BigDecimal>> stored = new TreeMap<>();
    private final RateFinder finder = new RateFinder((from, to, date) -> Optional.ofNullable(stored.get(from + to))
            .map(days -> days.floorEntry(date)).map(day -> new RateFinder.Quote(day.getKey(), day.getValue())));

    private void quote(String from, String to, LocalDate date, String rate) {
        stored.computeIfAbsent(from + to, k -> new TreeMap<>()).put(date, new BigDecimal(rate));
    }

    private String rate(String from, String to, LocalDate date) {
        return finder.rate(from, to, date).map(BigDecimal::toPlainString).orElse("none");
    }

    @Test
    void aMissingDayTakesTheLastEarlierRateAndTheFirstDayHasNone() {
        quote("EUR", "USD", FRIDAY, "1.1700");
        quote("EUR", "USD", MONDAY, "1.1684");
        assertThat(rate("EUR", "USD", FRIDAY.plusDays(2))).isEqualTo("1.17");
        assertThat(rate("EUR", "USD", MONDAY)).isEqualTo("1.1684");
        assertThat(rate("EUR", "USD", FRIDAY.minusDays(1))).isEqualTo("none");
    }

    @Test
    void theInverseHasSixteenDigits() {
        quote("EUR", "USD", MONDAY, "1.1684");
        assertThat(rate("USD", "EUR", MONDAY)).isEqualTo("0.8558712769599452");
    }

    @Test
    void otherPairsGoByWayOfTheEuro() {
        quote("EUR", "USD", MONDAY, "1.25");
        quote("EUR", "CNY", MONDAY, "8");
        assertThat(rate("USD", "CNY", MONDAY)).isEqualTo("6.4");
        assertThat(rate("CNY", "USD", MONDAY)).isEqualTo("0.15625");
        assertThat(rate("USD", "GBP", MONDAY)).isEqualTo("none");
    }

    @Test
    void theNewestQuotationWinsAndOfEquallyNewOnesTheDirectOne() {
        quote("USD", "CNY", FRIDAY, "7");
        quote("EUR", "USD", MONDAY, "1.25");
        quote("EUR", "CNY", MONDAY, "8");
        assertThat(rate("USD", "CNY", FRIDAY)).isEqualTo("7");
        assertThat(rate("USD", "CNY", MONDAY)).isEqualTo("6.4");
        quote("CNY", "USD", MONDAY, "0.16");
        assertThat(rate("USD", "CNY", MONDAY)).isEqualTo("6.25");
        quote("USD", "CNY", MONDAY, "7.1");
        assertThat(rate("USD", "CNY", MONDAY)).isEqualTo("7.1");
    }

    @Test
    void aCurrencyIsWorthItself() {
        assertThat(rate("CNY", "CNY", MONDAY)).isEqualTo("1");
    }
}
