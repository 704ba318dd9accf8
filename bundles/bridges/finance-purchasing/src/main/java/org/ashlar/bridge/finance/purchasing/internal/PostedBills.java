package org.ashlar.bridge.finance.purchasing.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.ashlar.finance.InvoiceId;
import org.ashlar.finance.InvoicePosted;
import org.ashlar.finance.InvoicePosted.InvoicedLine;
import org.ashlar.finance.InvoiceView;
import org.ashlar.finance.Invoices;
import org.ashlar.masters.Units;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.purchasing.LineQuantity;
import org.ashlar.purchasing.PurchaseOrderId;
import org.ashlar.purchasing.PurchaseOrderLineView;
import org.ashlar.purchasing.PurchaseOrderView;
import org.ashlar.purchasing.PurchaseOrders;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells purchasing what was billed, in the transaction of the posting; purchasing refuses more than was ordered.
 * Thread-safe.
 */
@Component
@Handles(InvoicePosted.class)
public final class PostedBills implements DomainEventHandler<InvoicePosted> {

    private final Invoices invoices;
    private final PurchaseOrders orders;
    private final Units units;
    private final Access access;

    /** Used by DS. */
    @Activate
    public PostedBills(@Reference Invoices invoices, @Reference PurchaseOrders orders, @Reference Units units,
            @Reference Access access) {
        this.invoices = invoices;
        this.orders = orders;
        this.units = units;
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
        for (InvoicedLine line : event.lines()) {
            if (!OrderBilling.LINE.equals(line.sourceModel())) {
                continue;
            }
            PurchaseOrderLineView ordered = order.line(line.sourceLineId()).orElse(null);
            if (ordered != null) {
                BigDecimal quantity = units.convert(line.quantity(), line.unit(), ordered.unit(), line.productId());
                quantities.add(new LineQuantity(ordered.id(), event.kind().credit() ? quantity.negate() : quantity));
            }
        }
        orders.recordBilled(new PurchaseOrderId(order.id()), quantities);
    }
}
