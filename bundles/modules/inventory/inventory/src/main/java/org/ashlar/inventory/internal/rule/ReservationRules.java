package org.ashlar.inventory.internal.rule;

import org.ashlar.inventory.internal.model.ReservationEntity;
import org.ashlar.inventory.internal.service.DefaultReservations;
import org.ashlar.inventory.internal.service.StockMath;
import org.ashlar.masters.ProductView;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A reservation made by hand holds real stock before its row is written, and gives it back when the row goes. */
@Component(service = RecordRules.class)
@ForModel("inventory.reservation")
public class ReservationRules implements RecordRules<ReservationEntity> {

    private final DefaultReservations reservations;
    private final StockMath math;

    /** Holds through the service. */
    @Activate
    public ReservationRules(@Reference DefaultReservations reservations, @Reference StockMath math) {
        this.reservations = reservations;
        this.math = math;
    }

    @Override
    public void beforeInsert(ReservationEntity reservation) {
        ProductView product = math.product(reservation.getProduct());
        if (!product.goods()) {
            throw Problem.rule("product", "inventory.product.service", product.code());
        }
        if (reservation.getQuantity().signum() <= 0) {
            throw Problem.rule("quantity", "inventory.quantity.positive");
        }
        if (reservation.getSourceModel() == null) {
            reservation.setSourceModel("inventory.reservation");
        }
        if (reservation.getSourceId() == null) {
            reservation.setSourceId(0L);
        }
        if (reservation.getSourceLineId() == null) {
            reservation.setSourceLineId(0L);
        }
        reservation.setQuantity(math.base(reservation.getQuantity(), reservation.getUnit(), product, "unit"));
        reservation.setUnit(product.unit());
        reservations.holdFor(reservation, product);
    }

    @Override
    public void beforeDelete(ReservationEntity reservation) {
        reservations.letGo(reservation);
    }
}
