package org.ashlar.inventory.internal.service;

import org.ashlar.inventory.TransferId;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives a transfer up. */
@Component(service = RecordAction.class)
@ForModel("inventory.transfer")
@ForAction("cancel")
public class CancelTransferAction implements RecordAction {

    private final DefaultTransfers transfers;

    /** Carried out by the service. */
    @Activate
    public CancelTransferAction(@Reference DefaultTransfers transfers) {
        this.transfers = transfers;
    }

    @Override
    public Object run(ActionCall call) {
        transfers.cancel(new TransferId(call.id()));
        return null;
    }
}
