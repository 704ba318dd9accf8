package org.ashlar.bridge.finance.inventory.internal;

import java.math.BigDecimal;
import java.util.List;
import org.ashlar.finance.AccountRole;
import org.ashlar.finance.Balances;
import org.ashlar.finance.EntryDraft;
import org.ashlar.finance.EntryLine;
import org.ashlar.finance.Ledger;
import org.ashlar.inventory.Stock;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.module.CompanyProvisioner;
import org.ashlar.platform.value.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * When finance and inventory meet for the first time, stock that is there already is taken into the books against the
 * opening balance. Thread-safe.
 */
@Component
public final class OpeningStock implements CompanyProvisioner {

    private static final int AFTER_FINANCE_AND_INVENTORY = 600;

    private final Stock stock;
    private final Balances balances;
    private final Ledger ledger;
    private final Messages messages;
    private final Access access;

    /** Used by DS. */
    @Activate
    public OpeningStock(@Reference Stock stock, @Reference Balances balances, @Reference Ledger ledger,
            @Reference Messages messages, @Reference Access access) {
        this.stock = stock;
        this.balances = balances;
        this.ledger = ledger;
        this.messages = messages;
        this.access = access;
    }

    @Override
    public int order() {
        return AFTER_FINANCE_AND_INVENTORY;
    }

    @Override
    public String id() {
        return "finance-inventory.openingStock";
    }

    @Override
    public void provision(Company company) {
        BigDecimal missing = stock.valueAt(null, access.today()).subtract(balances.of(AccountRole.INVENTORY, null));
        if (missing.signum() == 0) {
            return;
        }
        Money amount = new Money(missing, company.currency());
        String text = messages.text(company.locale(), "financeInventory.opening", List.of());
        ledger.post(new EntryDraft(Ledger.STOCK, access.today(), null, text, StockAccountKept.OPENING, 0, List.of(
                EntryLine.of(AccountRole.INVENTORY, amount), EntryLine.of(AccountRole.OPENING_BALANCE, amount.negated()))));
    }
}
