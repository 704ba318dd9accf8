package org.ashlar.sales.internal.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.DemoData;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Records;
import org.ashlar.platform.tx.Transactions;
import org.ashlar.sales.OrderDraft;
import org.ashlar.sales.OrderId;
import org.ashlar.sales.OrderLineDraft;
import org.ashlar.sales.Orders;
import org.ashlar.sales.internal.service.OrderFulfilment;
import org.ashlar.sales.internal.service.OrderLifecycle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Quotations and orders in several states for the demo company. */
@Component
public final class SalesDemo implements DemoData {

    private static final Logger LOG = LoggerFactory.getLogger(SalesDemo.class);
    private static final int ORDERS = 24;
    private static final int MOST_LINES = 4;
    private static final int DAYS_APART = 3;

    private final Access access;
    private final Records records;
    private final Transactions transactions;
    private final Orders orders;
    private final OrderLifecycle lifecycle;
    private final OrderFulfilment fulfilment;

    /** Used by DS. */
    @Activate
    public SalesDemo(@Reference Access access, @Reference Records records, @Reference Transactions transactions,
            @Reference Orders orders, @Reference OrderLifecycle lifecycle, @Reference OrderFulfilment fulfilment) {
        this.access = access;
        this.records = records;
        this.transactions = transactions;
        this.orders = orders;
        this.lifecycle = lifecycle;
        this.fulfilment = fulfilment;
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public String id() {
        return "sales.demo";
    }

    /** Everything is committed piece by piece, so that what a bridge refuses does not undo the rest. */
    @Override
    public void load() {
        List<Long> customers = ids("masters.party", "customer==true;active==true");
        List<Long> products = ids("masters.product", "active==true;salePrice>0");
        if (customers.isEmpty() || products.isEmpty()) {
            return;
        }
        for (int i = 0; i < ORDERS; i++) {
            OrderDraft draft = draft(i, customers, products);
            OrderId order = attempt(() -> orders.create(draft));
            if (order != null) {
                advance(i, order);
            }
        }
    }

    /** A third stays a quotation, the rest is confirmed and every second of those delivered as far as stock reaches. */
    private void advance(int i, OrderId order) {
        int kind = i % 6;
        if (kind == 1) {
            attempt(() -> {
                lifecycle.send(order.value());
                return order;
            });
        } else if (kind >= 2) {
            OrderId confirmed = attempt(() -> {
                orders.confirm(order);
                return order;
            });
            if (confirmed != null && kind >= 4) {
                attempt(() -> {
                    fulfilment.deliver(order.value(), List.of(), null);
                    return order;
                });
            }
        }
    }

    private OrderDraft draft(int i, List<Long> customers, List<Long> products) {
        LocalDate date = access.today().minusDays((long) (ORDERS - i) * DAYS_APART);
        List<OrderLineDraft> lines = java.util.stream.IntStream.rangeClosed(0, i % MOST_LINES)
                .mapToObj(n -> new OrderLineDraft(products.get((i * 3 + n * 5) % products.size()), null,
                        BigDecimal.valueOf(1 + (i + n) % 7), null, null, null, null))
                .filter(new java.util.HashSet<>()::add).toList();
        return new OrderDraft(customers.get(i % customers.size()), date, date.plusDays(7L + i % 5), null, null, null,
                null, "DEMO-" + (1000 + i), true, lines);
    }

    private List<Long> ids(String model, String filter) {
        return records.find(model, new Records.Query(filter, null, "id", List.of("id"), 0, 200, false)).rows().stream()
                .map(r -> ((Number) r.get("id")).longValue()).toList();
    }

    /** Demo stock may not reach or a bridge may still be starting: the order then stays where it is. */
    private OrderId attempt(Supplier<OrderId> work) {
        try {
            return transactions.separate(work);
        } catch (Problem e) {
            LOG.info("Demo order left as it is: {}", e.code());
            return null;
        }
    }
}
