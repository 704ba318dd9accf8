package org.ashlar.bridge.finance.inventory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class BillLotsTest {

    private final BillLots lots = new BillLots();

    private static BigDecimal number(String value) {
        return new BigDecimal(value);
    }

    @Test
    void receiptsSettleBillsInTheOrderInWhichTheyCame() {
        lots.bill(number("8"), number("72"));
        lots.bill(number("2"), number("20"));
        assertThat(lots.amount(number("0"), number("8"))).isEqualByComparingTo("72");
        assertThat(lots.amount(number("7"), number("3"))).isEqualByComparingTo("29");
        assertThat(lots.amount(number("9"), number("5"))).isEqualByComparingTo("10");
        assertThat(lots.quantity()).isEqualByComparingTo("10");
    }

    @Test
    void partsOfABillAddUp() {
        lots.bill(number("3"), number("10"));
        BigDecimal parts = lots.amount(number("0"), number("1")).add(lots.amount(number("1"), number("1")))
                .add(lots.amount(number("2"), number("1")));
        assertThat(parts).isCloseTo(number("10"), org.assertj.core.data.Offset.offset(number("0.000001")));
    }

    @Test
    void creditsComeOffTheEnd() {
        lots.bill(number("4"), number("40"));
        lots.bill(number("4"), number("48"));
        lots.credit(number("5"));
        assertThat(lots.quantity()).isEqualByComparingTo("3");
        assertThat(lots.amount(number("0"), number("8"))).isEqualByComparingTo("30");
        lots.credit(number("9"));
        assertThat(lots.quantity()).isZero();
        assertThat(lots.amount(number("0"), number("1"))).isZero();
    }
}
