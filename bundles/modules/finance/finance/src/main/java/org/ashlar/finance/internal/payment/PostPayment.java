package org.ashlar.finance.internal.payment;

import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Posts a draft and settles the invoices of its lines; answers the number. */
@Component(service = RecordAction.class)
@ForModel("finance.payment")
@ForAction("post")
public final class PostPayment implements RecordAction {

    private final DefaultPayments payments;

    /** Injected. */
    @Activate
    public PostPayment(@Reference DefaultPayments payments) {
        this.payments = payments;
    }

    @Override
    public Object run(ActionCall call) {
        return payments.post(call.id());
    }
}
