package org.ashlar.finance.internal.payment;

import org.ashlar.finance.InvoiceId;
import org.ashlar.finance.PaymentId;
import org.ashlar.finance.internal.service.UnallocationRequest;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes back what a payment settled of an invoice. */
@Component(service = RecordAction.class)
@ForModel("finance.payment")
@ForAction("unallocate")
public final class UnallocatePayment implements RecordAction {

    private final DefaultPayments payments;

    /** Injected. */
    @Activate
    public UnallocatePayment(@Reference DefaultPayments payments) {
        this.payments = payments;
    }

    @Override
    public Object run(ActionCall call) {
        UnallocationRequest body = call.body(UnallocationRequest.class);
        if (body == null || body.invoice() == null) {
            throw Problem.rule("invoice", "finance.payment.invoiceMissing");
        }
        payments.unallocate(new PaymentId(call.id()), new InvoiceId(body.invoice()));
        return null;
    }
}
