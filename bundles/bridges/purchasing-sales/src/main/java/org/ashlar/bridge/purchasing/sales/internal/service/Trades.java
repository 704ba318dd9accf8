package org.ashlar.bridge.purchasing.sales.internal.service;

import org.ashlar.bridge.purchasing.sales.internal.domain.Trade;
import org.ashlar.purchasing.PurchaseOrderView;
import org.ashlar.sales.OrderView;

/** Translates what the two modules say. */
final class Trades {

    private Trades() {
    }

    static Trade of(OrderView o) {
        Trade.Stage stage = switch (o.state()) {
            case DRAFT, SENT -> Trade.Stage.OPEN;
            case CONFIRMED, DONE -> Trade.Stage.BINDING;
            case CANCELLED -> Trade.Stage.ENDED;
        };
        return new Trade(Trade.Kind.SALE, o.id(), o.companyId(), o.number(), stage, o.partyId(), o.date(), o.requestedDate(),
                o.currency(), o.paymentTermDays(), o.totalAmount(), o.lines().stream().map(l -> new Trade.Line(l.productId(),
                        l.text(), l.quantity(), l.unit(), l.unitPrice(), l.discountPercent())).toList());
    }

    static Trade of(PurchaseOrderView o) {
        Trade.Stage stage = switch (o.state()) {
            case DRAFT, SENT -> Trade.Stage.OPEN;
            case CONFIRMED, DONE -> Trade.Stage.BINDING;
            case REJECTED, CANCELLED -> Trade.Stage.ENDED;
        };
        return new Trade(Trade.Kind.PURCHASE, o.id(), o.companyId(), o.number(), stage, o.partyId(), o.date(),
                o.expectedDate(), o.currency(), o.paymentTermDays(), o.totalAmount(), o.lines().stream()
                        .map(l -> new Trade.Line(l.productId(), l.text(), l.quantity(), l.unit(), l.unitPrice(),
                                l.discountPercent())).toList());
    }
}
