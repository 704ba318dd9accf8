package org.ashlar.bridge.finance.inventory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ashlar.finance.AccountRole;
import org.ashlar.finance.EntryLine;
import org.ashlar.inventory.Against;
import org.ashlar.inventory.ValueLine;
import org.junit.jupiter.api.Test;

class StockAccountsTest {

    private static ValueLine change(long product, String value, Against against) {
        return new ValueLine(1, product, null, BigDecimal.ONE, new BigDecimal(value), against);
    }

    @Test
    void aDeliveryIsCostAgainstStock() {
        List<EntryLine> lines = StockAccounts.lines(List.of(change(7, "-10.00", Against.CONSUMPTION),
                change(8, "-2.50", Against.CONSUMPTION)), "CNY");
        assertThat(lines).extracting(EntryLine::role).containsExactly(AccountRole.INVENTORY, AccountRole.INVENTORY,
                AccountRole.COST_OF_GOODS_SOLD);
        assertThat(lines.get(2).amount().amount()).isEqualByComparingTo("12.50");
    }

    @Test
    void aLateCostOfSoldGoodsPassesThroughToCost() {
        List<EntryLine> lines = StockAccounts.lines(List.of(change(7, "2.00", Against.SUPPLY),
                change(7, "-2.00", Against.CONSUMPTION)), "CNY");
        assertThat(lines).extracting(EntryLine::role).containsExactly(AccountRole.GOODS_RECEIVED_NOT_INVOICED,
                AccountRole.COST_OF_GOODS_SOLD);
    }

    @Provide
    Arbitrary<List<ValueLine>> changes() {
        return Combinators.combine(Arbitraries.longs().between(1, 5),
                Arbitraries.bigDecimals().between(new BigDecimal("-1000"), new BigDecimal("1000")).ofScale(2),
                Arbitraries.of(Against.class))
                .as((product, value, against) -> new ValueLine(1, product, null, BigDecimal.ZERO, value, against)).list();
    }

    @Property
    void everyEntryBalances(@ForAll("changes") List<ValueLine> changes) {
        assertThat(StockAccounts.lines(changes, "CNY").stream().map(l -> l.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("0");
    }
}
