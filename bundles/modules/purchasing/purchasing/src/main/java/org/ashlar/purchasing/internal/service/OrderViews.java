package org.ashlar.purchasing.internal.service;

import java.util.List;
import org.ashlar.purchasing.PurchaseOrderLineView;
import org.ashlar.purchasing.PurchaseOrderView;
import org.ashlar.purchasing.internal.domain.LineProgress;
import org.ashlar.purchasing.internal.model.PurchaseOrderEntity;
import org.ashlar.purchasing.internal.model.PurchaseOrderLineEntity;

/** Translates entities into what the rest of the suite sees. */
final class OrderViews {

    private OrderViews() {
    }

    static PurchaseOrderView of(PurchaseOrderEntity o) {
        return new PurchaseOrderView(o.getId(), o.getCompanyId(), o.getNumber(), o.getState(), o.getParty(),
                o.getDate(), o.getExpectedDate(), o.getCurrency(), o.getPaymentTermDays(), o.getWarehouse(),
                o.getNetAmount(), o.getTaxAmount(), o.getFreightAmount(), o.getTotalAmount(), o.getReceiptStatus(),
                o.getBillStatus(), o.isHistoric(), o.getLines().stream().map(OrderViews::line).toList());
    }

    private static PurchaseOrderLineView line(PurchaseOrderLineEntity l) {
        return new PurchaseOrderLineView(l.getId(), l.getLineNo(), l.getProduct(), l.isGoods(), l.getText(),
                l.getQuantity(), l.getUnit(), l.getUnitPrice(), l.getDiscountPercent(), l.getTaxCode(),
                l.getNetAmount(), l.getTaxAmount(), l.getDueDate(), l.getReceivedQuantity(), l.getRejectedQuantity(),
                l.getReturnedQuantity(), l.getBilledQuantity());
    }

    static LineProgress progress(PurchaseOrderLineEntity l) {
        return new LineProgress(l.getQuantity(), l.getReceivedQuantity(), l.getRejectedQuantity(),
                l.getReturnedQuantity(), l.getBilledQuantity(), l.isGoods());
    }

    static List<LineProgress> progress(PurchaseOrderEntity order) {
        return order.getLines().stream().map(OrderViews::progress).toList();
    }
}
