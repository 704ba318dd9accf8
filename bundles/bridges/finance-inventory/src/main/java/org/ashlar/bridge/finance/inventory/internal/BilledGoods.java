package org.ashlar.bridge.finance.inventory.internal;

import java.math.BigDecimal;
import java.util.Map;
import org.ashlar.finance.InvoiceId;
import org.ashlar.finance.InvoiceKind;
import org.ashlar.finance.InvoicePosted;
import org.ashlar.finance.InvoicePosted.InvoicedLine;
import org.ashlar.finance.InvoiceView;
import org.ashlar.finance.Invoices;
import org.ashlar.inventory.Costing;
import org.ashlar.masters.Currencies;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.module.Companies;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Brings the price that a vendor really billed into stock: what differs from the value at receipt becomes a late cost, so
 * that goods received and not invoiced (暂估应付) settle to the cent. Credit notes are left alone: what goes back leaves
 * stock by its own movement. Thread-safe.
 */
@Component
@Handles(InvoicePosted.class)
public final class BilledGoods implements DomainEventHandler<InvoicePosted> {

    private final Invoices invoices;
    private final Matching matching;
    private final Costing costing;
    private final Currencies currencies;
    private final Companies companies;
    private final Access access;

    /** Used by DS. */
    @Activate
    public BilledGoods(@Reference Invoices invoices, @Reference Matching matching, @Reference Costing costing, @Reference Currencies currencies,
            @Reference Companies companies, @Reference Access access) {
        this.invoices = invoices;
        this.matching = matching;
        this.costing = costing;
        this.currencies = currencies;
        this.companies = companies;
        this.access = access;
    }

    @Override
    public void on(InvoicePosted event) {
        if (event.kind() == InvoiceKind.VENDOR_BILL && event.lines().stream().anyMatch(BilledGoods::fromDocument)) {
            access.as(access.system(event.companyId()), () -> {
                value(event);
                return null;
            });
        }
    }

    private static boolean fromDocument(InvoicedLine line) {
        return line.sourceModel() != null && line.sourceLineId() != 0 && line.productId() != null;
    }

    private void value(InvoicePosted event) {
        InvoiceView bill = invoices.get(new InvoiceId(event.invoiceId()));
        if (bill.sourceModel() == null) {
            return;
        }
        String own = companies.get(event.companyId()).currency();
        Map<Long, BillLots> earlier = matching.billed(bill.sourceModel(), bill.sourceId(), bill.id());
        Map<Long, BigDecimal> received = matching.received(bill.sourceModel(), bill.sourceId(), 0);
        for (InvoicedLine line : event.lines()) {
            if (fromDocument(line)) {
                BigDecimal amount = own.equals(event.currency()) ? line.netAmount()
                        : currencies.convert(line.netAmount(), event.currency(), own, event.date());
                BillLots lots = earlier.computeIfAbsent(line.sourceLineId(), id -> new BillLots());
                BigDecimal quantity = matching.base(line.quantity(), line.unit(), line.productId());
                BigDecimal here = received.getOrDefault(line.sourceLineId(), BigDecimal.ZERO).subtract(lots.quantity())
                        .min(quantity);
                lots.bill(quantity, amount);
                if (here.signum() > 0) {
                    // What is not here yet is worth this price when it comes: GoodsAfterBill.
                    costing.billed(bill.sourceModel(), line.sourceLineId(), here, null,
                            lots.amount(lots.quantity().subtract(quantity), here), event.date(), event.number());
                }
            }
        }
    }
}
