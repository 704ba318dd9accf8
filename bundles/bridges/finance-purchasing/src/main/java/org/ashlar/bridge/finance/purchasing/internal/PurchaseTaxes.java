package org.ashlar.bridge.finance.purchasing.internal;

import java.util.List;
import org.ashlar.finance.TaxRequest;
import org.ashlar.finance.Taxes;
import org.ashlar.purchasing.spi.TaxCalculator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Purchase orders carry the taxes that their bills will. Thread-safe. */
@Component
public final class PurchaseTaxes implements TaxCalculator {

    private final Taxes taxes;

    /** Used by DS. */
    @Activate
    public PurchaseTaxes(@Reference Taxes taxes) {
        this.taxes = taxes;
    }

    @Override
    public List<LineTax> compute(Request request) {
        TaxRequest asked = new TaxRequest(request.currency(), false, request.date(), request.lines().stream()
                .map(l -> new TaxRequest.Line(l.taxCode(), l.quantity(), l.unitPrice(), l.discountPercent())).toList());
        return taxes.compute(asked).lines().stream().map(l -> new LineTax(l.netAmount(), l.taxAmount())).toList();
    }
}
