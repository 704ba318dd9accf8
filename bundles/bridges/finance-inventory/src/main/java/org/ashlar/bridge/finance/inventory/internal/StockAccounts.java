package org.ashlar.bridge.finance.inventory.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ashlar.finance.AccountRole;
import org.ashlar.finance.EntryLine;
import org.ashlar.inventory.Against;
import org.ashlar.inventory.ValueLine;
import org.ashlar.platform.value.Money;

/**
 * Turns changes of stock value into lines of a balanced entry: per product one line on stock, per reason one on the
 * counter account. Pure.
 */
final class StockAccounts {

    private StockAccounts() {
    }

    /** The lines in the company's currency; empty if nothing of value changed. */
    static List<EntryLine> lines(List<ValueLine> changes, String currency) {
        Map<Long, BigDecimal> stock = new TreeMap<>();
        Map<Against, BigDecimal> counter = new EnumMap<>(Against.class);
        for (ValueLine change : changes) {
            stock.merge(change.productId(), change.value(), BigDecimal::add);
            counter.merge(change.against(), change.value().negate(), BigDecimal::add);
        }
        List<EntryLine> lines = new ArrayList<>();
        stock.forEach((product, value) -> {
            if (value.signum() != 0) {
                lines.add(EntryLine.of(AccountRole.INVENTORY, new Money(value, currency)).product(product));
            }
        });
        counter.forEach((against, value) -> {
            if (value.signum() != 0) {
                lines.add(EntryLine.of(role(against), new Money(value, currency)));
            }
        });
        return lines;
    }

    private static AccountRole role(Against against) {
        return switch (against) {
            case SUPPLY -> AccountRole.GOODS_RECEIVED_NOT_INVOICED;
            case CONSUMPTION -> AccountRole.COST_OF_GOODS_SOLD;
            case ADJUSTMENT, PRODUCTION -> AccountRole.INVENTORY_ADJUSTMENT;
            case PRICE_DIFFERENCE -> AccountRole.PRICE_DIFFERENCE;
        };
    }
}
