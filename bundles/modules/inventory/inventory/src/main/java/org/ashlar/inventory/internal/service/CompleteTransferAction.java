package org.ashlar.inventory.internal.service;

import org.ashlar.inventory.TransferId;
import org.ashlar.inventory.internal.action.CompleteTransfer;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moves the goods of a transfer; answers the id of the backorder, if any. */
@Component(service = RecordAction.class)
@ForModel("inventory.transfer")
@ForAction("complete")
public class CompleteTransferAction implements RecordAction {

    private final DefaultTransfers transfers;

    /** Carried out by the service. */
    @Activate
    public CompleteTransferAction(@Reference DefaultTransfers transfers) {
        this.transfers = transfers;
    }

    @Override
    public Object run(ActionCall call) {
        CompleteTransfer body = call.body() == null ? new CompleteTransfer(null, null, null)
                : call.body(CompleteTransfer.class);
        boolean all = body.lines() == null || body.lines().isEmpty();
        TransferId rest = transfers.complete(new TransferId(call.id()), body.date(), all ? null : body.lines(),
                !Boolean.FALSE.equals(body.backorder()));
        return rest == null ? null : rest.value();
    }
}
