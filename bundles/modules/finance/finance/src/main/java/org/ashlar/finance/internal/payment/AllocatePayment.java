package org.ashlar.finance.internal.payment;

import java.util.List;

import org.ashlar.finance.PaymentAllocation;
import org.ashlar.finance.PaymentId;
import org.ashlar.finance.internal.service.AllocationRequest;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Settles an invoice from what is left of a payment. */
@Component(service = RecordAction.class)
@ForModel("finance.payment")
@ForAction("allocate")
public final class AllocatePayment implements RecordAction {

    private final DefaultPayments payments;

    /** Injected. */
    @Activate
    public AllocatePayment(@Reference DefaultPayments payments) {
        this.payments = payments;
    }

    @Override
    public Object run(ActionCall call) {
        AllocationRequest body = call.body(AllocationRequest.class);
        if (body == null || body.invoice() == null) {
            throw Problem.rule("invoice", "finance.payment.invoiceMissing");
        }
        payments.allocate(new PaymentId(call.id()), List.of(new PaymentAllocation(body.invoice(), body.amount())));
        return null;
    }
}
