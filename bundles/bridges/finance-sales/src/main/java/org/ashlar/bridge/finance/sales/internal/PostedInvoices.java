package org.ashlar.bridge.finance.sales.internal;

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
import org.ashlar.sales.LineQuantity;
import org.ashlar.sales.OrderId;
import org.ashlar.sales.OrderView;
import org.ashlar.sales.Orders;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells sales what was invoiced, in the transaction of the posting; sales refuses more than was ordered. Thread-safe. */
@Component
@Handles(InvoicePosted.class)
public final class PostedInvoices implements DomainEventHandler<InvoicePosted> {

    private final Invoices invoices;
    private final Orders orders;
    private final Units units;
    private final Access access;

    /** Used by DS. */
    @Activate
    public PostedInvoices(@Reference Invoices invoices, @Reference Orders orders, @Reference Units units,
            @Reference Access access) {
        this.invoices = invoices;
        this.orders = orders;
        this.units = units;
        this.access = access;
    }

    @Override
    public void on(InvoicePosted event) {
        if (!event.kind().sale()
                || event.lines().stream().noneMatch(l -> OrderInvoicing.LINE.equals(l.sourceModel()))) {
            return;
        }
        access.as(access.system(event.companyId()), () -> {
            record(event);
            return null;
        });
    }

    private void record(InvoicePosted event) {
        InvoiceView invoice = invoices.get(new InvoiceId(event.invoiceId()));
        OrderView order = orders.get(new OrderId(invoice.sourceId()));
        List<LineQuantity> quantities = new ArrayList<>();
        for (InvoicedLine line : event.lines()) {
            if (OrderInvoicing.LINE.equals(line.sourceModel())) {
                order.line(line.sourceLineId()).ifPresent(ordered -> {
                    BigDecimal quantity = units.convert(line.quantity(), line.unit(), ordered.unit(), line.productId());
                    quantities.add(new LineQuantity(ordered.id(), event.kind().credit() ? quantity.negate() : quantity));
                });
            }
        }
        orders.recordInvoiced(new OrderId(order.id()), quantities);
    }
}
