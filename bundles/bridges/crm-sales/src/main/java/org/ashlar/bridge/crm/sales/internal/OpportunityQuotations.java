package org.ashlar.bridge.crm.sales.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.ashlar.crm.OpportunityView;
import org.ashlar.crm.spi.DocumentRef;
import org.ashlar.crm.spi.QuotationProvider;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.sales.OrderDraft;
import org.ashlar.sales.OrderId;
import org.ashlar.sales.OrderLineDraft;
import org.ashlar.sales.OrderState;
import org.ashlar.sales.OrderView;
import org.ashlar.sales.Orders;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Quotations of opportunities. They are made for whoever may win an opportunity, so by the system: sales decides who may go on
 * with them. Thread-safe.
 */
@Component
public final class OpportunityQuotations implements QuotationProvider {

    private static final String MODEL = "sales.order";

    private final Orders orders;
    private final Access access;

    /** Used by DS. */
    @Activate
    public OpportunityQuotations(@Reference Orders orders, @Reference Access access) {
        this.orders = orders;
        this.access = access;
    }

    @Override
    public DocumentRef quotation(OpportunityView opportunity) {
        return access.as(access.system(opportunity.companyId()), () -> {
            OrderView order = alive(opportunity.quotationId()).orElseGet(() -> orders.get(orders.create(draft(opportunity))));
            return new DocumentRef(MODEL, order.id(), order.number());
        });
    }

    /** The quotation that it has, unless that was cancelled or deleted. */
    private Optional<OrderView> alive(Long id) {
        if (id == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(orders.get(new OrderId(id))).filter(order -> order.state() != OrderState.CANCELLED);
        } catch (Problem e) {
            if (e.kind() != ProblemKind.NOT_FOUND) {
                throw e;
            }
            return Optional.empty();
        }
    }

    static OrderDraft draft(OpportunityView opportunity) {
        BigDecimal amount = opportunity.amount();
        List<OrderLineDraft> lines = amount == null || amount.signum() == 0 ? List.of()
                : List.of(new OrderLineDraft(null, opportunity.title(), BigDecimal.ONE, null, amount, null, null));
        return new OrderDraft(opportunity.partyId(), null, null, opportunity.currency(), null, null, null,
                opportunity.number(), false, lines);
    }
}
