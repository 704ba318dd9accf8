package org.ashlar.purchasing.internal.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.purchasing.LineQuantity;
import org.ashlar.purchasing.internal.action.ReleaseBody;
import org.ashlar.purchasing.internal.domain.LineProgress;
import org.ashlar.purchasing.internal.domain.OrderStep;
import org.ashlar.purchasing.internal.domain.Selection;
import org.ashlar.purchasing.internal.domain.ThreeWayMatch;
import org.ashlar.purchasing.internal.model.PurchaseOrderEntity;
import org.ashlar.purchasing.internal.model.PurchaseOrderLineEntity;
import org.ashlar.purchasing.spi.BillingProvider;
import org.ashlar.purchasing.spi.DocumentRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Vendor bills and credit notes of purchase orders; runs inside the caller's transaction. Thread-safe. */
@Component(service = OrderBilling.class)
public final class OrderBilling {

    private final OrderQuantities quantities;
    private final EntityStore store;
    private final Tolerances tolerances;
    private final Modules modules;
    private final Access access;
    private final Partners partners;

    /** Used by DS. */
    @Activate
    public OrderBilling(@Reference OrderQuantities quantities, @Reference EntityStore store,
            @Reference Tolerances tolerances, @Reference Modules modules, @Reference Access access,
            @Reference Partners partners) {
        this.quantities = quantities;
        this.store = store;
        this.tolerances = tolerances;
        this.modules = modules;
        this.access = access;
        this.partners = partners;
    }

    /**
     * Enters a bill.
     *
     * @param wishes which quantities, empty: everything that may be billed
     * @param date {@code null}: today
     * @return the bill, {@code null} while no module writes bills
     */
    public DocumentRef bill(long id, List<Selection.Wish> wishes, LocalDate date, String reference) {
        modules.requireValidators(OrderLifecycle.MODEL);
        PurchaseOrderEntity order = quantities.begin(id, OrderStep.BILL);
        ThreeWayMatch.Tolerance tolerance = tolerances.match();
        List<LineQuantity> chosen = Selection.of(wishes, order.getLines().stream().map(l -> {
            LineProgress now = OrderViews.progress(l);
            BigDecimal limit = ThreeWayMatch.limit(now, l.getReleasedQuantity(), tolerance).subtract(now.billed())
                    .max(BigDecimal.ZERO);
            return new Selection.Offer(l.getId(), l.getLineNo(), now.openToBill(), limit);
        }).toList(), "purchasing.order.bill");
        Optional<BillingProvider> provider = partners.billing();
        if (provider.isEmpty()) {
            quantities.billed(order, chosen);
            return null;
        }
        return provider.get().bill(OrderViews.of(order), chosen, date == null ? access.today() : date, reference);
    }

    /**
     * Enters a credit note.
     *
     * @param wishes which quantities, empty: what was billed and went back
     * @param date {@code null}: today
     * @return the credit note, {@code null} while no module writes them
     */
    public DocumentRef credit(long id, List<Selection.Wish> wishes, LocalDate date, String reference) {
        modules.requireValidators(OrderLifecycle.MODEL);
        PurchaseOrderEntity order = quantities.begin(id, OrderStep.CREDIT);
        List<LineQuantity> chosen = Selection.of(wishes, order.getLines().stream().map(l -> {
            LineProgress now = OrderViews.progress(l);
            return new Selection.Offer(l.getId(), l.getLineNo(), now.openToCredit(), now.billed());
        }).toList(), "purchasing.order.credit");
        Optional<BillingProvider> provider = partners.billing();
        if (provider.isEmpty()) {
            quantities.billed(order,
                    chosen.stream().map(q -> new LineQuantity(q.lineId(), q.quantity().negate())).toList());
            return null;
        }
        return provider.get().credit(OrderViews.of(order), chosen, date == null ? access.today() : date, reference);
    }

    /** Accepts variances of bills, with a reason that stays on the order line. */
    public void release(long id, ReleaseBody body) {
        PurchaseOrderEntity order = quantities.begin(id, OrderStep.RELEASE);
        if (body.lines() == null || body.lines().isEmpty()) {
            throw Problem.rule("lines", "purchasing.order.release.nothing");
        }
        if (body.reason() == null || body.reason().isBlank()) {
            throw Problem.rule("reason", "purchasing.order.release.reason");
        }
        order.act();
        for (int i = 0; i < body.lines().size(); i++) {
            ReleaseBody.Line wish = body.lines().get(i);
            PurchaseOrderLineEntity line = order.getLines().stream().filter(l -> l.getId().equals(wish.lineId()))
                    .findFirst().orElse(null);
            if (line == null) {
                throw Problem.rule("lines[" + i + "].lineId", "purchasing.order.line.unknown",
                        String.valueOf(wish.lineId()));
            }
            line.setReleasedPrice(wish.unitPrice());
            line.setReleasedQuantity(wish.quantity());
            line.setReleaseReason(body.reason());
        }
        store.update(order);
    }
}
