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

/** Gives a draft up. */
@Component(service = RecordAction.class)
@ForModel("finance.invoice")
@ForAction("cancel")
public final class CancelInvoice implements RecordAction {

    private final Invoices invoices;

    /** Injected. */
    @Activate
    public CancelInvoice(@Reference Invoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public Object run(ActionCall call) {
        invoices.cancel(new InvoiceId(call.id()));
        return null;
    }
}
