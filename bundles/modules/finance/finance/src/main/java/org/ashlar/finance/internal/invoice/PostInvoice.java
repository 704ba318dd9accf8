package org.ashlar.finance.internal.invoice;

import org.ashlar.finance.InvoiceId;
import org.ashlar.finance.Invoices;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Posts a draft; answers the number. */
@Component(service = RecordAction.class)
@ForModel("finance.invoice")
@ForAction("post")
public final class PostInvoice implements RecordAction {

    private final Invoices invoices;

    /** Injected. */
    @Activate
    public PostInvoice(@Reference Invoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public Object run(ActionCall call) {
        invoices.post(new InvoiceId(call.id()));
        return invoices.get(new InvoiceId(call.id())).number();
    }
}
