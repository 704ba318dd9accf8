package org.ashlar.inventory.internal.service;

import java.math.BigDecimal;
import org.ashlar.inventory.Against;
import org.ashlar.inventory.LocationKind;
import org.ashlar.inventory.internal.domain.CostEvent;
import org.ashlar.inventory.internal.domain.Site;
import org.ashlar.masters.ProductView;

/**
 * Goods about to move from one location to another.
 *
 * @param id id of the move to be
 * @param lineId transfer line
 * @param sourceLineId line of the source document, 0 if none
 * @param product what
 * @param quantity positive, base unit
 * @param from where from
 * @param to where to
 * @param inputValue value brought along, {@code null}: at present cost
 * @param originMoveId for returns, the move given back
 */
record Movement(long id, long lineId, long sourceLineId, ProductView product, BigDecimal quantity, Site from, Site to,
        BigDecimal inputValue, Long originMoveId) {

    /** 1 into valued stock, -1 out of it, 0 inside or outside. */
    int valued() {
        return Boolean.compare(to.kind().valued(), from.kind().valued());
    }

    /** The other side of the value, {@code null} if it has none. */
    Against against() {
        return switch (valued()) {
            case 1 -> against(from.kind());
            case -1 -> against(to.kind());
            default -> null;
        };
    }

    CostEvent.Type type() {
        boolean back = originMoveId != null;
        return valued() > 0 ? back ? CostEvent.Type.RETURN_IN : CostEvent.Type.IN
                : back ? CostEvent.Type.RETURN_OUT : CostEvent.Type.OUT;
    }

    BigDecimal standardCost() {
        return product.standardCost() == null ? BigDecimal.ZERO : product.standardCost();
    }

    private static Against against(LocationKind kind) {
        return switch (kind) {
            case VENDOR -> Against.SUPPLY;
            case CUSTOMER -> Against.CONSUMPTION;
            case PRODUCTION -> Against.PRODUCTION;
            default -> Against.ADJUSTMENT;
        };
    }
}
