package org.ashlar.inventory.internal.service;

import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Frees one reservation. */
@Component(service = RecordAction.class)
@ForModel("inventory.reservation")
@ForAction("release")
public class ReleaseReservationAction implements RecordAction {

    private final DefaultReservations reservations;

    /** Carried out by the service. */
    @Activate
    public ReleaseReservationAction(@Reference DefaultReservations reservations) {
        this.reservations = reservations;
    }

    @Override
    public Object run(ActionCall call) {
        reservations.release(call.id());
        return null;
    }
}
