package org.ashlar.finance.internal.invoice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.ashlar.finance.internal.books.Books;
import org.ashlar.finance.internal.books.TaxInfo;
import org.ashlar.finance.internal.domain.TaxableLine;
import org.ashlar.finance.internal.domain.TaxedLine;
import org.ashlar.finance.internal.model.InvoiceEntity;
import org.ashlar.finance.internal.model.InvoiceLineEntity;
import org.ashlar.finance.internal.service.TaxCodes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Computes an invoice's amounts and writes them to header and lines. Thread-safe. */
@Component(service = InvoiceAmounts.class)
public final class InvoiceAmounts {

    private final TaxCodes codes;

    /** Injected. */
    @Activate
    public InvoiceAmounts(@Reference TaxCodes codes) {
        this.codes = codes;
    }

    /** Taxes of all lines, in order. */
    List<TaxedLine> taxed(Books books, InvoiceEntity invoice) {
        List<TaxableLine> lines = new ArrayList<>();
        for (int i = 0; i < invoice.getLines().size(); i++) {
            InvoiceLineEntity line = invoice.getLines().get(i);
            List<TaxInfo> taxes = codes.resolve(books, line.getTaxCode(), invoice.getKind().sale(),
                    "lines[" + i + "].taxCode");
            lines.add(TaxableLine.of(line.getQuantity(), line.getUnitPrice(), line.getDiscountPercent(),
                    taxes.stream().map(TaxInfo::rule).toList()));
        }
        return codes.engine(invoice.getCurrency()).compute(lines);
    }

    /** Writes the amounts. */
    void apply(Books books, InvoiceEntity invoice) {
        List<TaxedLine> taxed = taxed(books, invoice);
        BigDecimal net = BigDecimal.ZERO;
        BigDecimal tax = BigDecimal.ZERO;
        for (int i = 0; i < taxed.size(); i++) {
            InvoiceLineEntity line = invoice.getLines().get(i);
            line.setNetAmount(taxed.get(i).net());
            line.setTaxAmount(taxed.get(i).tax());
            line.setTotalAmount(taxed.get(i).total());
            net = net.add(taxed.get(i).net());
            tax = tax.add(taxed.get(i).tax());
        }
        invoice.setNetAmount(net);
        invoice.setTaxAmount(tax);
        invoice.setTotalAmount(net.add(tax));
    }
}
