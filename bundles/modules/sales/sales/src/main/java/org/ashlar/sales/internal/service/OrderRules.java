package org.ashlar.sales.internal.service;

import java.util.Set;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.sales.internal.domain.OrderStep;
import org.ashlar.sales.internal.model.OrderEntity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What holds for every order, whatever way it comes in. */
@Component
@ForModel("sales.order")
public final class OrderRules implements RecordRules<OrderEntity> {

    /** What may still be corrected on a binding order: it changes no amount and no quantity. */
    private static final Set<String> ALWAYS_EDITABLE = Set.of("note", "customerReference", "requestedDate");

    private final OrderCompletion completion;
    private final OrderHistory history;

    /** Used by DS. */
    @Activate
    public OrderRules(@Reference OrderCompletion completion, @Reference OrderHistory history) {
        this.completion = completion;
        this.history = history;
    }

    @Override
    public void beforeInsert(OrderEntity order) {
        if (order.isHistoric()) {
            history.complete(order);
        } else {
            OrderHistory.refuseHistoryFields(order);
            completion.complete(order);
        }
    }

    @Override
    public void beforeUpdate(OrderEntity order, Set<String> changed) {
        if (order.isActing()) {
            return;
        }
        if (order.isHistoric()) {
            throw Problem.rule("historic", "sales.order.historic", order.getNumber());
        }
        if (!OrderStep.EDIT.allowed(order.getState()) && !changed.isEmpty() && ALWAYS_EDITABLE.containsAll(changed)) {
            return;
        }
        OrderStep.EDIT.require(order.getState(), order.getNumber());
        completion.complete(order);
    }

    @Override
    public void beforeDelete(OrderEntity order) {
        if (order.isHistoric()) {
            throw Problem.rule("historic", "sales.order.historic", order.getNumber());
        }
        OrderStep.DELETE.require(order.getState(), order.getNumber());
    }
}
