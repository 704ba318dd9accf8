package org.ashlar.purchasing.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PriceTierTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);

    private static PriceTier tier(long id, String minimum, String price, String currency, LocalDate from, LocalDate to) {
        return new PriceTier(id, 1, new BigDecimal(minimum), "PCE", new BigDecimal(price), currency, 5, from, to);
    }

    private static Optional<Long> pick(List<PriceTier> tiers, String quantity, String currency) {
        return PriceTier.pick(tiers, DAY, currency, (t, unit) -> Optional.of(new BigDecimal(quantity))).map(PriceTier::id);
    }

    private final List<PriceTier> tiers = List.of(tier(1, "1", "10", "CNY", null, null),
            tier(2, "100", "9", "CNY", null, null), tier(3, "500", "8", "CNY", null, null),
            tier(4, "1", "2", "EUR", null, null));

    @Test
    void fiveHundredPicksItsTier() {
        assertThat(pick(tiers, "500", "CNY")).contains(3L);
        assertThat(pick(tiers, "499.999", "CNY")).contains(2L);
        assertThat(pick(tiers, "0.5", "CNY")).isEmpty();
    }

    @Test
    void nothingWantedReachesOnlyTiersWithoutAMinimum() {
        assertThat(pick(tiers, "0", "CNY")).isEmpty();
        assertThat(pick(List.of(tier(9, "0", "7", "CNY", null, null)), "0", "CNY")).contains(9L);
    }

    @Test
    void keepsToTheCurrency() {
        assertThat(pick(tiers, "500", "EUR")).contains(4L);
        assertThat(pick(tiers, "500", "USD")).isEmpty();
    }

    @Test
    void theLatestValidStartWins() {
        List<PriceTier> dated = List.of(tier(1, "1", "10", "CNY", null, null),
                tier(2, "1", "11", "CNY", DAY.minusDays(30), DAY.minusDays(1)),
                tier(3, "1", "12", "CNY", DAY.minusDays(10), DAY), tier(4, "1", "13", "CNY", DAY.plusDays(1), null));
        assertThat(pick(dated, "5", "CNY")).contains(3L);
    }

    @Test
    void tiersInForeignUnitsAreLeftOut() {
        assertThat(PriceTier.pick(tiers, DAY, "CNY",
                (t, unit) -> t.id() == 3 ? Optional.empty() : Optional.of(new BigDecimal("1000")))
                .map(PriceTier::id)).contains(2L);
    }
}
