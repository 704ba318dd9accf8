package org.ashlar.sales.internal.service;

import java.util.List;
import org.ashlar.sales.OrderLineView;
import org.ashlar.sales.OrderView;
import org.ashlar.sales.internal.domain.LineProgress;
import org.ashlar.sales.internal.model.OrderEntity;
import org.ashlar.sales.internal.model.OrderLineEntity;

/** Translates entities into what the rest of the suite sees. */
final class OrderViews {

    private OrderViews() {
    }

    static OrderView of(OrderEntity o) {
        return new OrderView(o.getId(), o.getCompanyId(), o.getNumber(), o.getState(), o.getParty(), o.getDate(),
                o.getRequestedDate(), o.getCurrency(), o.getPaymentTermDays(), o.getWarehouse(),
                o.isPartialReservation(), o.getNetAmount(), o.getTaxAmount(), o.getFreightAmount(),
                o.getTotalAmount(), o.getDeliveryStatus(), o.getInvoiceStatus(), o.isHistoric(),
                o.getLines().stream().map(OrderViews::line).toList());
    }

    private static OrderLineView line(OrderLineEntity l) {
        return new OrderLineView(l.getId(), l.getLineNo(), l.getProduct(), l.isGoods(), l.getText(), l.getQuantity(),
                l.getUnit(), l.getUnitPrice(), l.getDiscountPercent(), l.getTaxCode(), l.getNetAmount(),
                l.getTaxAmount(), l.getDeliveredQuantity(), l.getReturnedQuantity(), l.getInvoicedQuantity());
    }

    static LineProgress progress(OrderLineEntity l) {
        return new LineProgress(l.getQuantity(), l.getDeliveredQuantity(), l.getReturnedQuantity(),
                l.getInvoicedQuantity(), l.isGoods());
    }

    static List<LineProgress> progress(OrderEntity order) {
        return order.getLines().stream().map(OrderViews::progress).toList();
    }
}
