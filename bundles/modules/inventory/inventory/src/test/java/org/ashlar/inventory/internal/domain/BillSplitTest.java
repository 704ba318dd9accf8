package org.ashlar.inventory.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class BillSplitTest {

    @Test
    void aBillAtTheReceivedValueChangesNothing() {
        assertThat(split("10", "100.00", receipt(1, "10", "100.00"))).isEmpty();
        assertThat(split("4", "40.00", receipt(1, "10", "100.00"))).isEmpty();
    }

    @Test
    void aDearerBillRaisesTheCostOfTheReceipt() {
        assertThat(split("10", "112.00", receipt(1, "10", "100.00"))).containsExactly(part(1, "12.00"));
    }

    @Test
    void differencesAreSpreadByQuantityToTheCent() {
        assertThat(split("3", "10.00", receipt(1, "1", "3.00"), receipt(2, "1", "3.00"), receipt(3, "1", "3.00")))
                .containsExactly(part(1, "0.33"), part(2, "0.34"), part(3, "0.33"));
    }

    @Test
    void aBillForMoreThanWasReceivedConcernsTheReceivedPart() {
        assertThat(split("20", "220.00", receipt(1, "10", "100.00"))).containsExactly(part(1, "10.00"));
    }

    @Test
    void aCreditNoteTakesTheDifferenceBack() {
        assertThat(split("-10", "-112.00", receipt(1, "10", "100.00"))).containsExactly(part(1, "-12.00"));
    }

    private static List<BillSplit.Part> split(String quantity, String amount, BillSplit.Receipt... receipts) {
        return BillSplit.of(List.of(receipts), new BigDecimal(quantity), new BigDecimal(amount), 2);
    }

    private static BillSplit.Receipt receipt(long id, String quantity, String value) {
        return new BillSplit.Receipt(id, new BigDecimal(quantity), new BigDecimal(value));
    }

    private static BillSplit.Part part(long id, String difference) {
        return new BillSplit.Part(id, new BigDecimal(difference));
    }
}
