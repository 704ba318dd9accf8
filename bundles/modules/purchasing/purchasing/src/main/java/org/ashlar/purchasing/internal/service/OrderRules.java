package org.ashlar.purchasing.internal.service;

import java.util.Set;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.purchasing.internal.domain.OrderStep;
import org.ashlar.purchasing.internal.model.PurchaseOrderEntity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What holds for every order, whatever way it comes in. */
@Component
@ForModel("purchasing.order")
public final class OrderRules implements RecordRules<PurchaseOrderEntity> {

    /** What may still be corrected on a binding order: it changes no amount and no quantity. */
    private static final Set<String> ALWAYS_EDITABLE = Set.of("note", "vendorReference", "expectedDate");

    private final OrderCompletion completion;
    private final OrderHistory history;

    /** Used by DS. */
    @Activate
    public OrderRules(@Reference OrderCompletion completion, @Reference OrderHistory history) {
        this.completion = completion;
        this.history = history;
    }

    @Override
    public void beforeInsert(PurchaseOrderEntity order) {
        if (order.isHistoric()) {
            history.complete(order);
        } else {
            OrderHistory.refuseHistoryFields(order);
            completion.complete(order);
        }
    }

    @Override
    public void beforeUpdate(PurchaseOrderEntity order, Set<String> changed) {
        if (order.isActing()) {
            return;
        }
        if (order.isHistoric()) {
            throw Problem.rule("historic", "purchasing.order.historic", order.getNumber());
        }
        if (!OrderStep.EDIT.allowed(order.getState()) && !changed.isEmpty() && ALWAYS_EDITABLE.containsAll(changed)) {
            return;
        }
        OrderStep.EDIT.require(order.getState(), order.getNumber());
        completion.complete(order);
    }

    @Override
    public void beforeDelete(PurchaseOrderEntity order) {
        if (order.isHistoric()) {
            throw Problem.rule("historic", "purchasing.order.historic", order.getNumber());
        }
        OrderStep.DELETE.require(order.getState(), order.getNumber());
    }
}
