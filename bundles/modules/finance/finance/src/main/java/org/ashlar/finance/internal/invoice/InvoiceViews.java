package org.ashlar.finance.internal.invoice;

import java.util.List;

import org.ashlar.finance.InvoiceLineView;
import org.ashlar.finance.InvoicePosted;
import org.ashlar.finance.InvoiceView;
import org.ashlar.finance.internal.model.InvoiceEntity;
import org.ashlar.finance.internal.model.InvoiceLineEntity;

/** Shows invoices to other modules. */
final class InvoiceViews {

    private InvoiceViews() {
    }

    static InvoiceView view(InvoiceEntity invoice) {
        return new InvoiceView(invoice.getId(), invoice.getKind(), invoice.getState(), invoice.getNumber(),
                invoice.getParty(), invoice.getCompanyId(), invoice.getDate(), invoice.getDueDate(), invoice.getCurrency(),
                invoice.getReference(), invoice.getNetAmount(), invoice.getTaxAmount(), invoice.getTotalAmount(),
                invoice.getOpenAmount(), invoice.getSourceModel(), orZero(invoice.getSourceId()),
                invoice.getLines().stream().map(InvoiceViews::line).toList());
    }

    static InvoicePosted posted(InvoiceEntity invoice) {
        List<InvoicePosted.InvoicedLine> lines = invoice.getLines().stream()
                .map(line -> new InvoicePosted.InvoicedLine(line.getSourceModel(), orZero(line.getSourceLineId()),
                        line.getProduct(), line.getQuantity(), line.getUnit(), line.getNetAmount()))
                .toList();
        return new InvoicePosted(invoice.getId(), invoice.getKind(), invoice.getParty(), invoice.getCompanyId(),
                invoice.getDate(), invoice.getNumber(), invoice.getCurrency(), invoice.getTotalAmount(), lines);
    }

    private static InvoiceLineView line(InvoiceLineEntity line) {
        return new InvoiceLineView(orZero(line.getId()), line.getProduct(), line.getText(), line.getQuantity(),
                line.getUnit(), line.getUnitPrice(), line.getDiscountPercent(), line.getTaxCode(), line.getNetAmount(),
                line.getTaxAmount(), line.getSourceModel(), orZero(line.getSourceLineId()));
    }

    private static long orZero(Long id) {
        return id == null ? 0 : id;
    }
}
