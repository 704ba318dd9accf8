package org.ashlar.bridge.finance.sales.internal;

import java.util.List;
import org.ashlar.finance.TaxRequest;
import org.ashlar.finance.Taxes;
import org.ashlar.sales.spi.TaxCalculator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Orders carry the taxes that their invoices will. Thread-safe. */
@Component
public final class SalesTaxes implements TaxCalculator {

    private final Taxes taxes;

    /** Used by DS. */
    @Activate
    public SalesTaxes(@Reference Taxes taxes) {
        this.taxes = taxes;
    }

    @Override
    public List<LineTax> compute(Request request) {
        TaxRequest asked = new TaxRequest(request.currency(), true, request.date(), request.lines().stream()
                .map(l -> new TaxRequest.Line(l.taxCode(), l.quantity(), l.unitPrice(), l.discountPercent())).toList());
        return taxes.compute(asked).lines().stream().map(l -> new LineTax(l.netAmount(), l.taxAmount())).toList();
    }
}
