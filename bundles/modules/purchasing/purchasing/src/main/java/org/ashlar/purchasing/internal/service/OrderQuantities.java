package org.ashlar.purchasing.internal.service;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ashlar.masters.LineAmounts;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.purchasing.LineQuantity;
import org.ashlar.purchasing.Progress;
import org.ashlar.purchasing.PurchaseOrderState;
import org.ashlar.purchasing.internal.domain.LineProgress;
import org.ashlar.purchasing.internal.domain.OrderStep;
import org.ashlar.purchasing.internal.domain.ThreeWayMatch;
import org.ashlar.purchasing.internal.model.PurchaseOrderEntity;
import org.ashlar.purchasing.internal.model.PurchaseOrderLineEntity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps what of an order was received, rejected, returned and billed; runs inside the caller's transaction. */
@Component(service = OrderQuantities.class)
public final class OrderQuantities {

    private final EntityStore store;
    private final Tolerances tolerances;
    private final OrderLifecycle lifecycle;

    /** Used by DS. */
    @Activate
    public OrderQuantities(@Reference EntityStore store, @Reference Tolerances tolerances,
            @Reference OrderLifecycle lifecycle) {
        this.store = store;
        this.tolerances = tolerances;
        this.lifecycle = lifecycle;
    }

    private interface Change {
        void apply(PurchaseOrderLineEntity line, LineProgress now, BigDecimal quantity, String path,
                List<FieldError> errors);
    }

    /** The order, locked, if the step is possible. */
    PurchaseOrderEntity begin(long id, OrderStep step) {
        PurchaseOrderEntity order = store.lock(PurchaseOrderEntity.class, id);
        step.require(order.getState(), order.getNumber());
        return order;
    }

    /** Adds good receipts (positive) and returns to the vendor (negative). */
    void received(PurchaseOrderEntity order, List<LineQuantity> quantities) {
        boolean in = quantities.stream().anyMatch(q -> q.quantity().signum() > 0);
        (in ? OrderStep.RECEIVE : OrderStep.RETURN).require(order.getState(), order.getNumber());
        BigDecimal tolerance = tolerances.receipt();
        change(order, quantities, (line, now, quantity, path, errors) -> {
            if (quantity.signum() >= 0) {
                if (check(quantity, now.receivable(tolerance), line, path, "purchasing.order.receive.tooMuch", errors)) {
                    line.setReceivedQuantity(line.getReceivedQuantity().add(quantity));
                    line.setStockedQuantity(line.getStockedQuantity().add(quantity));
                }
            } else if (check(quantity.negate(), now.kept(), line, path, "purchasing.order.return.tooMuch", errors)) {
                line.setReturnedQuantity(line.getReturnedQuantity().subtract(quantity));
            }
        });
    }

    /** Adds goods that arrived and failed inspection. */
    void rejected(PurchaseOrderEntity order, List<LineQuantity> quantities) {
        BigDecimal tolerance = tolerances.receipt();
        change(order, quantities, (line, now, quantity, path, errors) -> {
            if (check(quantity, now.receivable(tolerance), line, path, "purchasing.order.receive.tooMuch", errors)) {
                line.setReceivedQuantity(line.getReceivedQuantity().add(quantity));
                line.setRejectedQuantity(line.getRejectedQuantity().add(quantity));
            }
        });
    }

    /** Adds bills (positive) and credit notes (negative). */
    void billed(PurchaseOrderEntity order, List<LineQuantity> quantities) {
        OrderStep.CREDIT.require(order.getState(), order.getNumber());
        ThreeWayMatch.Tolerance tolerance = tolerances.match();
        change(order, quantities, (line, now, quantity, path, errors) -> {
            BigDecimal limit = ThreeWayMatch.limit(now, line.getReleasedQuantity(), tolerance).subtract(now.billed())
                    .max(BigDecimal.ZERO);
            boolean sound = quantity.signum() >= 0
                    ? check(quantity, limit, line, path, "purchasing.order.bill.tooMuch", errors)
                    : check(quantity.negate(), now.billed(), line, path, "purchasing.order.credit.tooMuch", errors);
            if (sound) {
                line.setBilledQuantity(line.getBilledQuantity().add(quantity));
            }
        });
    }

    private static boolean check(BigDecimal quantity, BigDecimal limit, PurchaseOrderLineEntity line, String path,
            String code, List<FieldError> errors) {
        if (quantity.compareTo(limit) <= 0) {
            return true;
        }
        errors.add(FieldError.of(path + "quantity", code, line.getLineNo(), LineAmounts.plain(limit),
                LineAmounts.plain(quantity)));
        return false;
    }

    private void change(PurchaseOrderEntity order, List<LineQuantity> quantities, Change change) {
        order.act();
        Map<Long, PurchaseOrderLineEntity> lines = order.getLines().stream()
                .collect(Collectors.toMap(PurchaseOrderLineEntity::getId, Function.identity()));
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < quantities.size(); i++) {
            String path = "lines[" + i + "].";
            PurchaseOrderLineEntity line = lines.get(quantities.get(i).lineId());
            if (line == null) {
                errors.add(FieldError.of(path + "lineId", "purchasing.order.line.unknown",
                        String.valueOf(quantities.get(i).lineId())));
            } else {
                change.apply(line, OrderViews.progress(line), quantities.get(i).quantity(), path, errors);
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.rules(errors.get(0).code(), errors);
        }
        List<LineProgress> progress = OrderViews.progress(order);
        order.setReceiptStatus(LineProgress.receipt(progress));
        order.setBillStatus(LineProgress.billing(progress));
        if (order.getState() == PurchaseOrderState.CONFIRMED && order.getReceiptStatus() == Progress.FULLY
                && order.getBillStatus() == Progress.FULLY) {
            lifecycle.done(order);
        }
        store.update(order);
    }
}
