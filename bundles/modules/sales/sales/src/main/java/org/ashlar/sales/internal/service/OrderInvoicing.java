package org.ashlar.sales.internal.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.settings.Settings;
import org.ashlar.sales.LineQuantity;
import org.ashlar.sales.internal.domain.LineProgress;
import org.ashlar.sales.internal.domain.OrderStep;
import org.ashlar.sales.internal.domain.Selection;
import org.ashlar.sales.internal.model.OrderEntity;
import org.ashlar.sales.spi.DocumentRef;
import org.ashlar.sales.spi.InvoicingProvider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Invoices and credit notes of orders; runs inside the caller's transaction. Thread-safe. */
@Component(service = OrderInvoicing.class)
public final class OrderInvoicing {

    /** Setting: {@code delivered} (goods are invoiced once they left) or {@code ordered} (invoices may run ahead). */
    static final String BASIS = "sales.invoice.basis";

    private final OrderQuantities quantities;
    private final Modules modules;
    private final Settings settings;
    private final Access access;
    private final Partners partners;

    /** Used by DS. */
    @Activate
    public OrderInvoicing(@Reference OrderQuantities quantities, @Reference Modules modules,
            @Reference Settings settings, @Reference Access access, @Reference Partners partners) {
        this.quantities = quantities;
        this.modules = modules;
        this.settings = settings;
        this.access = access;
        this.partners = partners;
    }

    /**
     * Invoices.
     *
     * @param wishes which quantities, empty: everything that may be invoiced
     * @param date {@code null}: today
     * @return the invoice, {@code null} while no module writes invoices
     */
    public DocumentRef invoice(long id, List<Selection.Wish> wishes, LocalDate date) {
        modules.requireValidators(OrderLifecycle.MODEL);
        OrderEntity order = quantities.begin(id, OrderStep.INVOICE);
        boolean ahead = "ordered".equals(settings.get(BASIS, "delivered"));
        List<LineQuantity> chosen = Selection.of(wishes, order.getLines().stream().map(l -> {
            LineProgress now = OrderViews.progress(l);
            BigDecimal open = ahead ? now.invoiceableAhead() : now.openToInvoice();
            return new Selection.Offer(l.getId(), l.getLineNo(), open, open);
        }).toList(), "sales.order.invoice");
        Optional<InvoicingProvider> provider = partners.invoicing();
        if (provider.isEmpty()) {
            quantities.invoiced(order, chosen);
            return null;
        }
        return provider.get().invoice(OrderViews.of(order), chosen, date == null ? access.today() : date);
    }

    /**
     * Credits.
     *
     * @param wishes which quantities, empty: what was invoiced and came back
     * @param date {@code null}: today
     * @return the credit note, {@code null} while no module writes them
     */
    public DocumentRef credit(long id, List<Selection.Wish> wishes, LocalDate date) {
        modules.requireValidators(OrderLifecycle.MODEL);
        OrderEntity order = quantities.begin(id, OrderStep.CREDIT);
        List<LineQuantity> chosen = Selection.of(wishes, order.getLines().stream().map(l -> {
            LineProgress now = OrderViews.progress(l);
            return new Selection.Offer(l.getId(), l.getLineNo(), now.openToCredit(), now.invoiced());
        }).toList(), "sales.order.credit");
        Optional<InvoicingProvider> provider = partners.invoicing();
        if (provider.isEmpty()) {
            quantities.invoiced(order,
                    chosen.stream().map(q -> new LineQuantity(q.lineId(), q.quantity().negate())).toList());
            return null;
        }
        return provider.get().credit(OrderViews.of(order), chosen, date == null ? access.today() : date);
    }
}
