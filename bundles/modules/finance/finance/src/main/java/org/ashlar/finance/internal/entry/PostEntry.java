package org.ashlar.finance.internal.entry;

import org.ashlar.finance.internal.service.DefaultLedger;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Posts a draft; answers id and number. */
@Component(service = RecordAction.class)
@ForModel("finance.entry")
@ForAction("post")
public final class PostEntry implements RecordAction {

    private final DefaultLedger ledger;

    /** Injected. */
    @Activate
    public PostEntry(@Reference DefaultLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Object run(ActionCall call) {
        return ledger.postDraft(call.id());
    }
}
