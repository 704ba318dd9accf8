package org.ashlar.bridge.purchasing.sales.internal.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.bridge.purchasing.sales.internal.domain.Trade;
import org.ashlar.platform.record.Records;
import org.ashlar.purchasing.PurchaseOrderDraft;
import org.ashlar.purchasing.PurchaseOrderId;
import org.ashlar.purchasing.PurchaseOrderLineDraft;
import org.ashlar.purchasing.PurchaseOrders;
import org.ashlar.sales.OrderDraft;
import org.ashlar.sales.OrderId;
import org.ashlar.sales.OrderLineDraft;
import org.ashlar.sales.Orders;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Orders of the bound caller's company, whichever module they belong to. Thread-safe. */
@Component(service = Counterparts.class)
public final class Counterparts {

    private final Orders sales;
    private final PurchaseOrders purchases;
    private final Records records;

    /** Used by DS. */
    @Activate
    public Counterparts(@Reference Orders sales, @Reference PurchaseOrders purchases, @Reference Records records) {
        this.sales = sales;
        this.purchases = purchases;
        this.records = records;
    }

    /** The order, locked until the transaction ends. */
    Trade get(Trade.Kind kind, long id) {
        return kind == Trade.Kind.SALE ? Trades.of(sales.get(new OrderId(id)))
                : Trades.of(purchases.get(new PurchaseOrderId(id)));
    }

    /** Writes the draft of the other document for an order; lines already name this company's products. */
    Trade create(Trade order, long partyId, Long warehouseId) {
        if (order.kind() == Trade.Kind.SALE) {
            return Trades.of(purchases.get(purchases.create(new PurchaseOrderDraft(partyId, order.date(), order.wanted(),
                    order.currency(), order.paymentTermDays(), warehouseId, order.number(), order.lines().stream()
                            .map(l -> new PurchaseOrderLineDraft(l.productId(), l.text(), l.quantity(), l.unit(),
                                    l.unitPrice(), l.discountPercent(), null, null)).toList()))));
        }
        return Trades.of(sales.get(sales.create(new OrderDraft(partyId, order.date(), promised(order), order.currency(),
                null, order.paymentTermDays(), warehouseId, order.number(), false, order.lines().stream()
                        .map(l -> new OrderLineDraft(l.productId(), l.text(), l.quantity(), l.unit(), l.unitPrice(),
                                l.discountPercent(), null)).toList()))));
    }

    /** A sales order refuses a date before its own. */
    private static LocalDate promised(Trade order) {
        return order.wanted() == null || order.wanted().isBefore(order.date()) ? null : order.wanted();
    }

    /** Rewrites the draft that was made for an order. */
    Trade rewrite(Trade order, long counterpart) {
        Trade.Kind kind = order.kind().other();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("date", order.date());
        values.put("paymentTermDays", order.paymentTermDays());
        values.put(dateField(kind), kind == Trade.Kind.SALE ? promised(order) : order.wanted());
        values.put(kind == Trade.Kind.SALE ? "customerReference" : "vendorReference", order.number());
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Trade.Line line : order.lines()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("product", line.productId());
            row.put("text", line.text());
            row.put("quantity", line.quantity());
            row.put("unit", line.unit());
            row.put("unitPrice", line.unitPrice());
            row.put("discountPercent", line.discountPercent());
            lines.add(row);
        }
        values.put("lines", lines);
        records.update(kind.model(), counterpart, null, values);
        return get(kind, counterpart);
    }

    /** Another date on a draft; nothing else of it changes. */
    void move(Trade.Kind kind, long id, LocalDate wanted) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(dateField(kind), wanted);
        records.update(kind.model(), id, null, values);
    }

    /** Gives a draft up. */
    void cancel(Trade.Kind kind, long id) {
        if (kind == Trade.Kind.SALE) {
            sales.cancel(new OrderId(id));
        } else {
            purchases.cancel(new PurchaseOrderId(id));
        }
    }

    /** The field that says when goods are wanted. */
    static String dateField(Trade.Kind kind) {
        return kind == Trade.Kind.SALE ? "requestedDate" : "expectedDate";
    }
}
