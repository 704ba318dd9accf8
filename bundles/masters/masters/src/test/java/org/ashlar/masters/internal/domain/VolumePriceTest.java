package org.ashlar.masters.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ashlar.masters.internal.domain.VolumePrice.Tier;
import org.junit.jupiter.api.Test;

/** The totals are those of published worked examples of range and slab discount schedules. */
class VolumePriceTest {

    private static final BigDecimal LIST = new BigDecimal("100");

    private static Tier tier(String from, String percent) {
        return new Tier(new BigDecimal(from), VolumePrice.discounted(LIST, new BigDecimal(percent)));
    }

    private static BigDecimal slab(String quantity, Tier... tiers) {
        BigDecimal wanted = new BigDecimal(quantity);
        return VolumePrice.slab(wanted, List.of(tiers).stream().filter(t -> t.from().compareTo(wanted) <= 0).toList(),
                BigDecimal.ONE);
    }

    @Test
    void slabElevenPiecesOfTenAtListAndTheRestFivePercentOff() {
        assertThat(slab("11", tier("1", "0"), tier("11", "5"))).isEqualByComparingTo("1095");
    }

    @Test
    void rangeElevenPiecesAllFivePercentOff() {
        assertThat(VolumePrice.range(new BigDecimal("11"), VolumePrice.discounted(LIST, new BigDecimal("5"))))
                .isEqualByComparingTo("1045");
    }

    @Test
    void threeTiersThirtyPieces() {
        Tier[] tiers = {tier("1", "10"), tier("10", "20"), tier("20", "30")};
        assertThat(slab("30", tiers)).isEqualByComparingTo("2380");
        assertThat(VolumePrice.range(new BigDecimal("30"), tiers[2].price())).isEqualByComparingTo("2100");
    }

    @Test
    void theTierBeginsAtItsLowerBoundAndNotBelow() {
        assertThat(slab("10", tier("1", "0"), tier("11", "5"))).isEqualByComparingTo("1000");
        assertThat(slab("1", tier("1", "0"), tier("11", "5"))).isEqualByComparingTo("100");
    }

    @Test
    void fractionsOfAKilogramFallIntoTheTierThatTheyReach() {
        List<Tier> tiers = List.of(tier("0", "0"), tier("10", "50"));
        assertThat(VolumePrice.slab(new BigDecimal("10.5"), tiers, new BigDecimal("0.001"))).isEqualByComparingTo("1024.95");
    }

    @Property
    void moreNeverCostsLessOnSlabs(@ForAll @IntRange(min = 1, max = 200) int quantity) {
        Tier[] tiers = {tier("1", "10"), tier("10", "20"), tier("20", "30"), tier("100", "90")};
        assertThat(slab(String.valueOf(quantity + 1), tiers)).isGreaterThan(slab(String.valueOf(quantity), tiers));
    }
}
