package org.ashlar.finance.internal.entry;

import org.ashlar.finance.EntryId;
import org.ashlar.finance.internal.service.DefaultLedger;
import org.ashlar.finance.internal.service.ReversalDate;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reverses a posted entry; answers the id of the reversal. */
@Component(service = RecordAction.class)
@ForModel("finance.entry")
@ForAction("reverse")
public final class ReverseEntry implements RecordAction {

    private final DefaultLedger ledger;

    /** Injected. */
    @Activate
    public ReverseEntry(@Reference DefaultLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Object run(ActionCall call) {
        ReversalDate body = call.body(ReversalDate.class);
        return ledger.reverse(new EntryId(call.id()), body == null ? null : body.date()).value();
    }
}
