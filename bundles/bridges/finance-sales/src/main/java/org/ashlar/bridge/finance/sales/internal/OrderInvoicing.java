package org.ashlar.bridge.finance.sales.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ashlar.finance.AccountRole;
import org.ashlar.finance.InvoiceDraft;
import org.ashlar.finance.InvoiceId;
import org.ashlar.finance.InvoiceKind;
import org.ashlar.finance.InvoiceLineDraft;
import org.ashlar.finance.Invoices;
import org.ashlar.platform.access.Access;
import org.ashlar.sales.LineQuantity;
import org.ashlar.sales.OrderLineView;
import org.ashlar.sales.OrderView;
import org.ashlar.sales.Progress;
import org.ashlar.sales.spi.DocumentRef;
import org.ashlar.sales.spi.InvoicingProvider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Drafts invoices and credit notes of orders; finance posts them. Freight goes onto the first invoice. Thread-safe. */
@Component
public final class OrderInvoicing implements InvoicingProvider {

    static final String ORDER = "sales.order";
    static final String LINE = "sales.orderLine";

    private final Invoices invoices;
    private final Access access;

    /** Used by DS. */
    @Activate
    public OrderInvoicing(@Reference Invoices invoices, @Reference Access access) {
        this.invoices = invoices;
        this.access = access;
    }

    @Override
    public DocumentRef invoice(OrderView order, List<LineQuantity> quantities, LocalDate date) {
        return draft(InvoiceKind.CUSTOMER_INVOICE, order, quantities, date);
    }

    @Override
    public DocumentRef credit(OrderView order, List<LineQuantity> quantities, LocalDate date) {
        return draft(InvoiceKind.CUSTOMER_CREDIT_NOTE, order, quantities, date);
    }

    private DocumentRef draft(InvoiceKind kind, OrderView order, List<LineQuantity> quantities, LocalDate date) {
        List<InvoiceLineDraft> lines = new ArrayList<>();
        for (LineQuantity quantity : quantities) {
            OrderLineView line = order.line(quantity.lineId()).orElseThrow();
            lines.add(new InvoiceLineDraft(line.productId(), line.text(), quantity.quantity(), line.unit(),
                    line.unitPrice(), line.discountPercent(), line.taxCode(), AccountRole.REVENUE, LINE, line.id()));
        }
        if (kind == InvoiceKind.CUSTOMER_INVOICE && order.invoiceStatus() == Progress.NONE
                && order.freightAmount().signum() > 0) {
            lines.add(new InvoiceLineDraft(null, "Freight", BigDecimal.ONE, null, order.freightAmount(), null, null,
                    AccountRole.FREIGHT, null, 0));
        }
        LocalDate due = order.paymentTermDays() == null ? null : date.plusDays(order.paymentTermDays());
        InvoiceId made = access.as(access.system(order.companyId()), () -> invoices.draft(new InvoiceDraft(kind,
                order.partyId(), date, due, order.currency(), order.number(), ORDER, order.id(), lines)));
        return new DocumentRef("finance.invoice", made.value(), null);
    }
}
