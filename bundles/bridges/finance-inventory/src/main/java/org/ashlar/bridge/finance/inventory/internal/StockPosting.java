package org.ashlar.bridge.finance.inventory.internal;

import java.util.List;
import org.ashlar.finance.EntryDraft;
import org.ashlar.finance.EntryLine;
import org.ashlar.finance.Ledger;
import org.ashlar.inventory.StockValued;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.module.Companies;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Posts each change of stock value in the transaction that makes it. A closed period refuses the movement itself, so stock
 * and ledger never part. Thread-safe.
 */
@Component
@Handles(StockValued.class)
public final class StockPosting implements DomainEventHandler<StockValued> {

    private final Ledger ledger;
    private final Companies companies;
    private final Access access;

    /** Used by DS. */
    @Activate
    public StockPosting(@Reference Ledger ledger, @Reference Companies companies, @Reference Access access) {
        this.ledger = ledger;
        this.companies = companies;
        this.access = access;
    }

    @Override
    public void on(StockValued event) {
        List<EntryLine> lines = StockAccounts.lines(event.lines(), companies.get(event.companyId()).currency());
        if (lines.isEmpty()) {
            return;
        }
        access.as(access.system(event.companyId()), () -> ledger.post(new EntryDraft(Ledger.STOCK,
                event.date(), event.reference(), null, StockAccountKept.TRANSFER, event.transferId(), lines)));
    }
}
