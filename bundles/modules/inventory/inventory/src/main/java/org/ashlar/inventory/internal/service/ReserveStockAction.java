package org.ashlar.inventory.internal.service;

import java.util.List;
import org.ashlar.inventory.ReservationRequest;
import org.ashlar.inventory.internal.action.ReserveStock;
import org.ashlar.inventory.internal.domain.Site;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Holds one product in a warehouse; answers what is held. */
@Component(service = RecordAction.class)
@ForModel("inventory.warehouse")
@ForAction("reserve")
public class ReserveStockAction implements RecordAction {

    private final DefaultReservations reservations;
    private final Sites sites;

    /** Carried out by the service. */
    @Activate
    public ReserveStockAction(@Reference DefaultReservations reservations, @Reference Sites sites) {
        this.reservations = reservations;
        this.sites = sites;
    }

    @Override
    public Object run(ActionCall call) {
        ReserveStock body = call.body(ReserveStock.class);
        if (body == null || body.product() == null) {
            throw Problem.rule("product", "inventory.product.missing");
        }
        boolean hand = body.sourceModel() == null;
        ReservationRequest.Line line = new ReservationRequest.Line(
                body.sourceLineId() == null ? 0 : body.sourceLineId(), body.product(), body.quantity(), body.unit());
        ReservationRequest request = new ReservationRequest(hand ? "inventory.warehouse" : body.sourceModel(),
                hand || body.sourceId() == null ? call.id() : body.sourceId(), call.id(), List.of(line), false);
        Site root = sites.plan().stock(call.id());
        return reservations.reserve(request, i -> root).lines();
    }
}
