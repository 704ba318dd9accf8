package org.ashlar.sales.internal.service;

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
import org.ashlar.platform.settings.Settings;
import org.ashlar.sales.LineQuantity;
import org.ashlar.sales.OrderState;
import org.ashlar.sales.Progress;
import org.ashlar.sales.internal.domain.LineProgress;
import org.ashlar.sales.internal.domain.OrderStep;
import org.ashlar.sales.internal.model.OrderEntity;
import org.ashlar.sales.internal.model.OrderLineEntity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps what of an order was delivered, returned, invoiced and credited; runs inside the caller's transaction. */
@Component(service = OrderQuantities.class)
public final class OrderQuantities {

    /** Setting: by how many percent more than ordered may be delivered. */
    static final String TOLERANCE = "sales.delivery.tolerancePercent";

    private final EntityStore store;
    private final Settings settings;
    private final OrderLifecycle lifecycle;

    /** Used by DS. */
    @Activate
    public OrderQuantities(@Reference EntityStore store, @Reference Settings settings,
            @Reference OrderLifecycle lifecycle) {
        this.store = store;
        this.settings = settings;
        this.lifecycle = lifecycle;
    }

    private interface Change {
        void apply(OrderLineEntity line, LineProgress now, BigDecimal quantity, String path, List<FieldError> errors);
    }

    /** The order, locked, if the step is possible. */
    OrderEntity begin(long id, OrderStep step) {
        OrderEntity order = store.lock(OrderEntity.class, id);
        step.require(order.getState(), order.getNumber());
        return order;
    }

    /** Tolerance in percent. */
    BigDecimal tolerance() {
        return new BigDecimal(settings.get(TOLERANCE, "0"));
    }

    /** Adds deliveries (positive) and returns (negative). */
    void delivered(OrderEntity order, List<LineQuantity> quantities) {
        boolean out = quantities.stream().anyMatch(q -> q.quantity().signum() > 0);
        (out ? OrderStep.DELIVER : OrderStep.RETURN).require(order.getState(), order.getNumber());
        BigDecimal tolerance = tolerance();
        change(order, quantities, (line, now, quantity, path, errors) -> {
            if (quantity.signum() >= 0) {
                BigDecimal limit = now.deliverable(tolerance);
                if (check(quantity, limit, line, path, "sales.order.deliver.tooMuch", errors)) {
                    line.setDeliveredQuantity(line.getDeliveredQuantity().add(quantity));
                }
            } else if (check(quantity.negate(), now.kept(), line, path, "sales.order.return.tooMuch", errors)) {
                line.setReturnedQuantity(line.getReturnedQuantity().subtract(quantity));
            }
        });
    }

    /** Adds invoices (positive) and credit notes (negative). */
    void invoiced(OrderEntity order, List<LineQuantity> quantities) {
        OrderStep.CREDIT.require(order.getState(), order.getNumber());
        change(order, quantities, (line, now, quantity, path, errors) -> {
            boolean sound = quantity.signum() >= 0
                    ? check(quantity, now.invoiceableAhead(), line, path, "sales.order.invoice.tooMuch", errors)
                    : check(quantity.negate(), now.invoiced(), line, path, "sales.order.credit.tooMuch", errors);
            if (sound) {
                line.setInvoicedQuantity(line.getInvoicedQuantity().add(quantity));
            }
        });
    }

    private static boolean check(BigDecimal quantity, BigDecimal limit, OrderLineEntity line, String path, String code,
            List<FieldError> errors) {
        if (quantity.compareTo(limit) <= 0) {
            return true;
        }
        errors.add(FieldError.of(path + "quantity", code, line.getLineNo(), LineAmounts.plain(limit),
                LineAmounts.plain(quantity)));
        return false;
    }

    private void change(OrderEntity order, List<LineQuantity> quantities, Change change) {
        order.act();
        Map<Long, OrderLineEntity> lines = order.getLines().stream()
                .collect(Collectors.toMap(OrderLineEntity::getId, Function.identity()));
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < quantities.size(); i++) {
            String path = "lines[" + i + "].";
            OrderLineEntity line = lines.get(quantities.get(i).lineId());
            if (line == null) {
                errors.add(FieldError.of(path + "lineId", "sales.order.line.unknown",
                        String.valueOf(quantities.get(i).lineId())));
            } else {
                change.apply(line, OrderViews.progress(line), quantities.get(i).quantity(), path, errors);
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.rules(errors.get(0).code(), errors);
        }
        List<LineProgress> progress = OrderViews.progress(order);
        order.setDeliveryStatus(LineProgress.delivery(progress));
        order.setInvoiceStatus(LineProgress.invoicing(progress));
        if (order.getState() == OrderState.CONFIRMED && order.getDeliveryStatus() == Progress.FULLY
                && order.getInvoiceStatus() == Progress.FULLY) {
            lifecycle.done(order);
        }
        store.update(order);
    }
}
