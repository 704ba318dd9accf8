package org.ashlar.bridge.finance.inventory.internal;

import java.math.BigDecimal;
import java.util.List;
import org.ashlar.finance.AccountRole;
import org.ashlar.finance.Balances;
import org.ashlar.inventory.Stock;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.consistency.Breach;
import org.ashlar.platform.consistency.ConsistencyRule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Stock value equals the stock accounts of the ledger, now and at the end of yesterday. Thread-safe. */
@Component
public final class StockEqualsLedger implements ConsistencyRule {

    private final Stock stock;
    private final Balances balances;
    private final Access access;

    /** Used by DS. */
    @Activate
    public StockEqualsLedger(@Reference Stock stock, @Reference Balances balances, @Reference Access access) {
        this.stock = stock;
        this.balances = balances;
        this.access = access;
    }

    @Override
    public String id() {
        return "finance-inventory.stockEqualsLedger";
    }

    @Override
    public List<Breach> check() {
        return List.of(access.today(), access.today().minusDays(1)).stream().map(date -> {
            BigDecimal value = stock.valueAt(null, date);
            BigDecimal ledger = balances.of(AccountRole.INVENTORY, date);
            return value.compareTo(ledger) == 0 ? null
                    : new Breach(null, 0, date.toString(), value.toPlainString(), ledger.toPlainString());
        }).filter(java.util.Objects::nonNull).toList();
    }
}
