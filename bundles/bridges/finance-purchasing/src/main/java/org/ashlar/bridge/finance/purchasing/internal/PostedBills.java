package org.ashlar.bridge.finance.purchasing.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.ashlar.finance.InvoiceId;
import org.ashlar.finance.InvoicePosted;
import org.ashlar.finance.InvoicePosted.InvoicedLine;
import org.ashlar.finance.InvoiceView;
import org.ashlar.finance.Invoices;
import org.ashlar.masters.Currencies;
import org.ashlar.masters.Units;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Events;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.module.Companies;
import org.ashlar.purchasing.BillPosted;
import org.ashlar.purchasing.LineQuantity;
import org.ashlar.purchasing.PurchaseOrderId;
import org.ashlar.purchasing.PurchaseOrderLineView;
import org.ashlar.purchasing.PurchaseOrderView;
import org.ashlar.purchasing.PurchaseOrders;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells purchasing what was billed, and whatever values stock at which amount, in the transaction of the posting.
 * Thread-safe.
 */
@Component
@Handles(InvoicePosted.class)
public final class PostedBills implements DomainEventHandler<InvoicePosted> {

    private final Invoices invoices;
    private final PurchaseOrders orders;
    private final Units units;
    private final Currencies currencies;
    private final Companies companies;
    private final Events events;
    private final Access access;

    /** Used by DS. */
    @Activate
    public PostedBills(@Reference Invoices invoices, @Reference PurchaseOrders orders, @Reference Units units,
            @Reference Currencies currencies, @Reference Companies companies, @Reference Events events,
            @Reference Access access) {
        this.invoices = invoices;
        this.orders = orders;
        this.units = units;
        this.currencies = currencies;
        this.companies = companies;
        this.events = events;
        this.access = access;
    }

    @Override
    public void on(InvoicePosted event) {
        if (event.kind().sale() || event.lines().stream().noneMatch(l -> OrderBilling.LINE.equals(l.sourceModel()))) {
            return;
        }
        access.as(access.system(event.companyId()), () -> {
            record(event);
            return null;
        });
    }

    private void record(InvoicePosted event) {
        InvoiceView bill = invoices.get(new InvoiceId(event.invoiceId()));
        PurchaseOrderView order = orders.get(new PurchaseOrderId(bill.sourceId()));
        List<LineQuantity> quantities = new ArrayList<>();
        List<BillPosted.Line> valued = new ArrayList<>();
        for (InvoicedLine line : event.lines()) {
            if (!OrderBilling.LINE.equals(line.sourceModel())) {
                continue;
            }
            PurchaseOrderLineView ordered = order.line(line.sourceLineId()).orElse(null);
            if (ordered != null) {
                BigDecimal quantity = units.convert(line.quantity(), line.unit(), ordered.unit(), line.productId());
                BigDecimal amount = companyAmount(event, line.netAmount());
                boolean credit = event.kind().credit();
                quantities.add(new LineQuantity(ordered.id(), credit ? quantity.negate() : quantity));
                valued.add(new BillPosted.Line(ordered.id(), credit ? quantity.negate() : quantity,
                        credit ? amount.negate() : amount));
            }
        }
        orders.recordBilled(new PurchaseOrderId(order.id()), quantities);
        events.publish(new BillPosted(order.id(), event.companyId(), event.date(), event.number(), valued));
    }

    private BigDecimal companyAmount(InvoicePosted event, BigDecimal amount) {
        String own = companies.get(event.companyId()).currency();
        return own.equals(event.currency()) ? amount : currencies.convert(amount, event.currency(), own, event.date());
    }
}
