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

/** Drafts the credit note of a posted invoice; answers its id. */
@Component(service = RecordAction.class)
@ForModel("finance.invoice")
@ForAction("credit")
public final class CreditInvoice implements RecordAction {

    private final Invoices invoices;

    /** Injected. */
    @Activate
    public CreditInvoice(@Reference Invoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public Object run(ActionCall call) {
        return invoices.credit(new InvoiceId(call.id())).value();
    }
}
