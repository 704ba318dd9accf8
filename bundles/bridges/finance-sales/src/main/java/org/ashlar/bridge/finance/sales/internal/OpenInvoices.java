package org.ashlar.bridge.finance.sales.internal;

import java.util.List;
import org.ashlar.finance.Exposure;
import org.ashlar.finance.Receivables;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.value.Money;
import org.ashlar.sales.spi.CustomerDebts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What customers owe on invoices, for the credit limit of sales. Thread-safe. */
@Component
public final class OpenInvoices implements CustomerDebts {

    private final Receivables receivables;
    private final Access access;

    /** Used by DS. */
    @Activate
    public OpenInvoices(@Reference Receivables receivables, @Reference Access access) {
        this.receivables = receivables;
        this.access = access;
    }

    @Override
    public List<Money> of(long partyId) {
        Exposure exposure = access.as(access.system(access.caller().companyId()), () -> receivables.of(partyId));
        return exposure.open().signum() == 0 ? List.of() : List.of(new Money(exposure.open(), exposure.currency()));
    }
}
