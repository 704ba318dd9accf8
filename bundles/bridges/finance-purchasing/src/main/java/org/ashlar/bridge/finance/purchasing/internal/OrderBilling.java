package org.ashlar.bridge.finance.purchasing.internal;

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
import org.ashlar.platform.module.Modules;
import org.ashlar.purchasing.LineQuantity;
import org.ashlar.purchasing.PurchaseOrderLineView;
import org.ashlar.purchasing.PurchaseOrderView;
import org.ashlar.purchasing.spi.BillingProvider;
import org.ashlar.purchasing.spi.DocumentRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Drafts vendor bills and credit notes of purchase orders; finance posts them. Goods settle what their receipt accrued
 * (暂估应付) where stock is kept, everything else is an expense. Thread-safe.
 */
@Component
public final class OrderBilling implements BillingProvider {

    static final String ORDER = "purchasing.order";
    static final String LINE = "purchasing.orderLine";

    private final Invoices invoices;
    private final Modules modules;
    private final Access access;

    /** Used by DS. */
    @Activate
    public OrderBilling(@Reference Invoices invoices, @Reference Modules modules, @Reference Access access) {
        this.invoices = invoices;
        this.modules = modules;
        this.access = access;
    }

    @Override
    public DocumentRef bill(PurchaseOrderView order, List<LineQuantity> quantities, LocalDate date, String reference) {
        return draft(InvoiceKind.VENDOR_BILL, order, quantities, date, reference);
    }

    @Override
    public DocumentRef credit(PurchaseOrderView order, List<LineQuantity> quantities, LocalDate date, String reference) {
        return draft(InvoiceKind.VENDOR_CREDIT_NOTE, order, quantities, date, reference);
    }

    private DocumentRef draft(InvoiceKind kind, PurchaseOrderView order, List<LineQuantity> quantities, LocalDate date,
            String reference) {
        boolean stocked = modules.find("inventory").isPresent();
        List<InvoiceLineDraft> lines = new ArrayList<>();
        for (LineQuantity quantity : quantities) {
            PurchaseOrderLineView line = order.line(quantity.lineId()).orElseThrow();
            AccountRole role = line.goods() && stocked ? AccountRole.GOODS_RECEIVED_NOT_INVOICED : AccountRole.EXPENSE;
            lines.add(new InvoiceLineDraft(line.productId(), line.text(), quantity.quantity(), line.unit(),
                    line.unitPrice(), line.discountPercent(), line.taxCode(), role, LINE, line.id()));
        }
        LocalDate due = order.paymentTermDays() == null ? null : date.plusDays(order.paymentTermDays());
        InvoiceId made = access.as(access.system(order.companyId()), () -> invoices.draft(new InvoiceDraft(kind,
                order.partyId(), date, due, order.currency(), reference, ORDER, order.id(), lines)));
        return new DocumentRef("finance.invoice", made.value(), null);
    }
}
