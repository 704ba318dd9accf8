package org.ashlar.sales.internal.action;

import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.sales.internal.service.OrderInvoicing;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Invoices an order. */
@Component
@ForModel("sales.order")
@ForAction("invoice")
public final class InvoiceAction implements RecordAction {

    private final OrderInvoicing invoicing;

    /** Used by DS. */
    @Activate
    public InvoiceAction(@Reference OrderInvoicing invoicing) {
        this.invoicing = invoicing;
    }

    @Override
    public Object run(ActionCall call) {
        QuantitiesBody body = call.body() == null ? new QuantitiesBody(null, null) : call.body(QuantitiesBody.class);
        return invoicing.invoice(call.id(), body.wishes(), body.date());
    }
}
