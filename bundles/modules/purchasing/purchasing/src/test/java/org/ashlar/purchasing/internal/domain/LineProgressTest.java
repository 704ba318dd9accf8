package org.ashlar.purchasing.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.ashlar.purchasing.Progress;
import org.junit.jupiter.api.Test;

class LineProgressTest {

    private static BigDecimal d(long value) {
        return BigDecimal.valueOf(value);
    }

    private static LineProgress line(long ordered, long received, long rejected, long returned, long billed,
            boolean goods) {
        return new LineProgress(d(ordered), d(received), d(rejected), d(returned), d(billed), goods);
    }

    @Test
    void fivePercentToleranceTakes105Of100AndNot106() {
        BigDecimal limit = line(100, 0, 0, 0, 0, true).receivable(d(5));
        assertThat(d(105)).isLessThanOrEqualTo(limit);
        assertThat(d(106)).isGreaterThan(limit);
        assertThat(line(100, 104, 0, 0, 0, true).receivable(d(5))).isEqualByComparingTo("1");
        assertThat(line(100, 104, 0, 0, 0, true).openToReceive()).isEqualByComparingTo("0");
    }

    @Test
    void rejectedAndReturnedGoodsAreNotBilled() {
        LineProgress line = line(10, 8, 2, 1, 0, true);
        assertThat(line.kept()).isEqualByComparingTo("5");
        assertThat(line.openToBill()).isEqualByComparingTo("5");
        assertThat(line.openToReceive()).isEqualByComparingTo("2");
    }

    @Test
    void servicesAreBilledAsOrdered() {
        assertThat(line(10, 0, 0, 0, 4, false).openToBill()).isEqualByComparingTo("6");
    }

    @Test
    void creditsWhatWasBilledAndWentBack() {
        assertThat(line(10, 10, 0, 3, 10, true).openToCredit()).isEqualByComparingTo("3");
        assertThat(line(10, 10, 0, 3, 7, true).openToCredit()).isEqualByComparingTo("0");
        assertThat(line(10, 0, 0, 0, 10, true).openToCredit()).as("billed ahead").isEqualByComparingTo("0");
    }

    @Test
    void statusOfAnOrderFollowsItsLines() {
        assertThat(LineProgress.receipt(List.of())).isEqualTo(Progress.NONE);
        assertThat(LineProgress.receipt(List.of(line(25, 20, 0, 0, 0, true)))).isEqualTo(Progress.PARTLY);
        assertThat(LineProgress.receipt(List.of(line(25, 25, 3, 0, 0, true)))).isEqualTo(Progress.FULLY);
        assertThat(LineProgress.billing(List.of(line(25, 25, 3, 0, 22, true)))).isEqualTo(Progress.FULLY);
        assertThat(LineProgress.billing(List.of(line(25, 25, 3, 0, 21, true)))).isEqualTo(Progress.PARTLY);
    }

    /** Whatever happens within the offered limits, the rule that the auditor checks still holds. */
    @Property
    void staysWithinBounds(@ForAll @Size(max = 30) List<@IntRange(min = 0, max = 4) Integer> steps,
            @ForAll @IntRange(min = 1, max = 50) int ordered, @ForAll @IntRange(min = 1, max = 9) int part,
            @ForAll boolean goods) {
        LineProgress l = line(ordered, 0, 0, 0, 0, goods);
        for (int step : steps) {
            BigDecimal take = d(part);
            l = switch (step) {
                case 0 -> received(l, l.openToReceive().min(take), BigDecimal.ZERO);
                case 1 -> received(l, l.openToReceive().min(take), l.openToReceive().min(BigDecimal.ONE));
                case 2 -> new LineProgress(l.ordered(), l.received(), l.rejected(),
                        l.returned().add(l.kept().min(take)), l.billed(), goods);
                case 3 -> billed(l, l.openToBill().min(take));
                default -> billed(l, l.openToCredit().min(take).negate());
            };
            assertThat(l.received()).isBetween(BigDecimal.ZERO, l.ordered());
            assertThat(l.rejected()).isBetween(BigDecimal.ZERO, l.received());
            assertThat(l.returned()).isBetween(BigDecimal.ZERO, l.received().subtract(l.rejected()));
            assertThat(l.billed()).isBetween(BigDecimal.ZERO, l.ordered());
        }
    }

    private static LineProgress received(LineProgress l, BigDecimal quantity, BigDecimal rejected) {
        return new LineProgress(l.ordered(), l.received().add(quantity), l.rejected().add(rejected), l.returned(),
                l.billed(), l.goods());
    }

    private static LineProgress billed(LineProgress l, BigDecimal quantity) {
        return new LineProgress(l.ordered(), l.received(), l.rejected(), l.returned(), l.billed().add(quantity),
                l.goods());
    }
}
