package org.ashlar.purchasing.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ashlar.purchasing.BillMatching.BilledLine;
import org.ashlar.purchasing.BillMatching.Kind;
import org.ashlar.purchasing.BillMatching.Variance;
import org.junit.jupiter.api.Test;

class ThreeWayMatchTest {

    private static final ThreeWayMatch.Tolerance STRICT = tolerance("0", "0", false);

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }

    private static ThreeWayMatch.Tolerance tolerance(String price, String quantity, boolean ahead) {
        return new ThreeWayMatch.Tolerance(d(price), d(quantity), ahead);
    }

    private static ThreeWayMatch.Ordered ordered(String received, String billed, String price, String releasedPrice,
            String releasedQuantity) {
        return new ThreeWayMatch.Ordered(
                new LineProgress(d("10"), d(received), d("0"), d("0"), d(billed), true), d(price),
                releasedPrice == null ? null : d(releasedPrice), releasedQuantity == null ? null : d(releasedQuantity));
    }

    private static List<Variance> match(ThreeWayMatch.Tolerance tolerance, ThreeWayMatch.Ordered ordered,
            String quantity, String price) {
        ThreeWayMatch match = new ThreeWayMatch(tolerance);
        match.add(new BilledLine("lines[0]", 7, d(quantity), d(price)), ordered);
        return match.variances();
    }

    @Test
    void billAsOrderedAndReceivedMatches() {
        assertThat(match(STRICT, ordered("10", "0", "10", null, null), "10", "10.00")).isEmpty();
    }

    @Test
    void tenAtElevenAgainstTenAtTenIsHeldWithAVarianceOfTen() {
        assertThat(match(STRICT, ordered("10", "0", "10", null, null), "10", "11")).singleElement().satisfies(v -> {
            assertThat(v.kind()).isEqualTo(Kind.PRICE);
            assertThat(v.amount()).isEqualByComparingTo("10.00");
            assertThat(v.blocking()).isTrue();
        });
    }

    @Test
    void aReleasedPriceIsShownButDoesNotHold() {
        assertThat(match(STRICT, ordered("10", "0", "10", "11", null), "10", "11")).singleElement()
                .satisfies(v -> assertThat(v.blocking()).isFalse());
        assertThat(match(STRICT, ordered("10", "0", "10", "11", null), "10", "11.01")).singleElement()
                .satisfies(v -> assertThat(v.blocking()).isTrue());
    }

    @Test
    void toleranceIsInclusive() {
        assertThat(match(tolerance("5", "0", false), ordered("10", "0", "10", null, null), "10", "10.5"))
                .singleElement().satisfies(v -> assertThat(v.blocking()).isFalse());
        assertThat(match(tolerance("5", "0", false), ordered("10", "0", "10", null, null), "10", "10.500001"))
                .singleElement().satisfies(v -> assertThat(v.blocking()).isTrue());
    }

    @Test
    void aLowerPriceNeverHolds() {
        assertThat(match(STRICT, ordered("10", "0", "10", null, null), "10", "9")).singleElement().satisfies(v -> {
            assertThat(v.blocking()).isFalse();
            assertThat(v.amount()).isEqualByComparingTo("-10");
        });
    }

    @Test
    void moreThanReceivedIsHeld() {
        assertThat(match(STRICT, ordered("6", "0", "10", null, null), "10", "10")).singleElement().satisfies(v -> {
            assertThat(v.kind()).isEqualTo(Kind.QUANTITY);
            assertThat(v.expected()).isEqualByComparingTo("6");
            assertThat(v.amount()).isEqualByComparingTo("40");
            assertThat(v.blocking()).isTrue();
        });
        assertThat(match(tolerance("0", "0", true), ordered("6", "0", "10", null, null), "10", "10")).isEmpty();
        assertThat(match(STRICT, ordered("6", "0", "10", null, "10"), "10", "10")).singleElement()
                .satisfies(v -> assertThat(v.blocking()).isFalse());
    }

    @Test
    void linesOfOneBillAddUp() {
        ThreeWayMatch match = new ThreeWayMatch(STRICT);
        ThreeWayMatch.Ordered ordered = ordered("10", "4", "10", null, null);
        match.add(new BilledLine("lines[0]", 7, d("4"), d("10")), ordered);
        match.add(new BilledLine("lines[1]", 7, d("3"), d("10")), ordered);
        assertThat(match.variances()).singleElement().satisfies(v -> {
            assertThat(v.field()).isEqualTo("lines[1]");
            assertThat(v.expected()).isEqualByComparingTo("2");
            assertThat(v.amount()).isEqualByComparingTo("10");
        });
    }

    /** A bill passes exactly when neither price nor quantity goes beyond its tolerance. */
    @Property
    void holdsExactlyBeyondTheTolerances(@ForAll @IntRange(min = 0, max = 10) int received,
            @ForAll @IntRange(min = 1, max = 15) int quantity, @ForAll @IntRange(min = 1, max = 200) int price,
            @ForAll @IntRange(min = 0, max = 20) int pricePercent, @ForAll @IntRange(min = 0, max = 20) int quantityPercent) {
        List<Variance> variances = match(
                new ThreeWayMatch.Tolerance(BigDecimal.valueOf(pricePercent), BigDecimal.valueOf(quantityPercent), false),
                ordered(String.valueOf(received), "0", "100", null, null), String.valueOf(quantity),
                String.valueOf(price));
        boolean held = variances.stream().anyMatch(Variance::blocking);
        assertThat(held).isEqualTo(price > 100 + pricePercent || quantity * 100 > received * (100 + quantityPercent));
    }
}
