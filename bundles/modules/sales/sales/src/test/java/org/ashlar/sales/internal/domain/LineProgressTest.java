package org.ashlar.sales.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.ashlar.sales.Progress;
import org.junit.jupiter.api.Test;

class LineProgressTest {

    private static final BigDecimal NONE = BigDecimal.ZERO;

    private static BigDecimal d(long value) {
        return BigDecimal.valueOf(value);
    }

    private static LineProgress line(long ordered, long delivered, long returned, long invoiced, boolean goods) {
        return new LineProgress(d(ordered), d(delivered), d(returned), d(invoiced), goods);
    }

    @Test
    void goodsAreInvoicedOnceDelivered() {
        LineProgress line = line(10, 4, 0, 1, true);
        assertThat(line.openToDeliver()).isEqualByComparingTo("6");
        assertThat(line.openToInvoice()).isEqualByComparingTo("3");
        assertThat(line.invoiceableAhead()).isEqualByComparingTo("9");
    }

    @Test
    void servicesAreInvoicedAsOrdered() {
        assertThat(line(10, 0, 0, 4, false).openToInvoice()).isEqualByComparingTo("6");
    }

    @Test
    void whatCameBackIsNeitherInvoicedNorDeliveredAgain() {
        LineProgress line = line(10, 10, 3, 0, true);
        assertThat(line.kept()).isEqualByComparingTo("7");
        assertThat(line.openToDeliver()).isEqualByComparingTo("0");
        assertThat(line.openToInvoice()).isEqualByComparingTo("7");
    }

    @Test
    void creditsWhatWasInvoicedAndCameBack() {
        assertThat(line(10, 4, 2, 4, true).openToCredit()).isEqualByComparingTo("2");
        assertThat(line(10, 10, 3, 7, true).openToCredit()).isEqualByComparingTo("0");
        assertThat(line(10, 0, 0, 10, true).openToCredit()).as("invoiced ahead").isEqualByComparingTo("0");
        assertThat(line(10, 10, 3, 10, false).openToCredit()).isEqualByComparingTo("3");
    }

    @Test
    void toleranceWidensTheDeliveryButNotWhatIsOpen() {
        LineProgress line = line(100, 98, 0, 0, true);
        assertThat(line.deliverable(d(5))).isEqualByComparingTo("7");
        assertThat(line.openToDeliver()).isEqualByComparingTo("2");
        assertThat(line.deliverable(NONE)).isEqualByComparingTo("2");
    }

    @Test
    void statusOfAnOrderFollowsItsLines() {
        assertThat(LineProgress.delivery(List.of())).isEqualTo(Progress.NONE);
        assertThat(LineProgress.delivery(List.of(line(1, 0, 0, 0, true), line(2, 0, 0, 0, true)))).isEqualTo(Progress.NONE);
        assertThat(LineProgress.delivery(List.of(line(1, 1, 0, 0, true), line(2, 0, 0, 0, true)))).isEqualTo(Progress.PARTLY);
        assertThat(LineProgress.delivery(List.of(line(1, 1, 0, 0, true), line(2, 3, 0, 0, true)))).isEqualTo(Progress.FULLY);
        assertThat(LineProgress.invoicing(List.of(line(5, 5, 2, 3, true)))).isEqualTo(Progress.FULLY);
        assertThat(LineProgress.invoicing(List.of(line(5, 5, 0, 3, true)))).isEqualTo(Progress.PARTLY);
        assertThat(LineProgress.invoicing(List.of(line(5, 5, 0, 0, true)))).isEqualTo(Progress.NONE);
    }

    /** Whatever a user does within the offered limits, the rule that the auditor checks still holds. */
    @Property
    void staysWithinBounds(@ForAll @Size(max = 30) List<@IntRange(min = 0, max = 3) Integer> steps,
            @ForAll @IntRange(min = 1, max = 50) int ordered, @ForAll @IntRange(min = 1, max = 9) int part,
            @ForAll boolean goods) {
        LineProgress line = line(ordered, 0, 0, 0, goods);
        for (int step : steps) {
            line = switch (step) {
                case 0 -> line.deliver(line.openToDeliver().min(d(part)));
                case 1 -> line.takeBack(line.kept().min(d(part)));
                case 2 -> line.invoice(line.openToInvoice().min(d(part)));
                default -> line.invoice(line.openToCredit().min(d(part)).negate());
            };
            assertThat(line.delivered()).isBetween(NONE, line.ordered());
            assertThat(line.returned()).isBetween(NONE, line.delivered());
            assertThat(line.invoiced()).isBetween(NONE, line.ordered());
            assertThat(line.openToInvoice().signum() == 0 || line.openToCredit().signum() == 0).isTrue();
        }
        LineProgress settled = line.invoice(line.openToInvoice()).invoice(line.openToCredit().negate());
        if (settled.openToDeliver().signum() == 0) {
            assertThat(settled.settled()).isTrue();
        }
    }
}
