package org.ashlar.inventory.internal.service;

import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Holds the goods of a transfer. */
@Component(service = RecordAction.class)
@ForModel("inventory.transfer")
@ForAction("reserve")
public class ReserveTransferAction implements RecordAction {

    private final DefaultTransfers transfers;

    /** Carried out by the service. */
    @Activate
    public ReserveTransferAction(@Reference DefaultTransfers transfers) {
        this.transfers = transfers;
    }

    @Override
    public Object run(ActionCall call) {
        transfers.reserve(call.id());
        return null;
    }
}
