package org.ashlar.finance.internal.service;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ashlar.finance.TaxBreakdown;
import org.ashlar.finance.TaxRequest;
import org.ashlar.finance.Taxes;
import org.ashlar.finance.internal.books.Books;
import org.ashlar.finance.internal.books.BooksCache;
import org.ashlar.finance.internal.books.TaxInfo;
import org.ashlar.finance.internal.domain.TaxAmount;
import org.ashlar.finance.internal.domain.TaxableLine;
import org.ashlar.finance.internal.domain.TaxedLine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Taxes by the company's codes. */
@Component(service = Taxes.class)
public final class DefaultTaxes implements Taxes {

    private final BooksCache cache;
    private final TaxCodes codes;

    /** Injected. */
    @Activate
    public DefaultTaxes(@Reference BooksCache cache, @Reference TaxCodes codes) {
        this.cache = cache;
        this.codes = codes;
    }

    @Override
    public TaxBreakdown compute(TaxRequest request) {
        Books books = cache.current();
        List<TaxableLine> lines = new ArrayList<>();
        for (int i = 0; i < request.lines().size(); i++) {
            TaxRequest.Line line = request.lines().get(i);
            List<TaxInfo> taxes = codes.resolve(books, line.taxCode(), request.sale(), "lines[" + i + "].taxCode");
            lines.add(TaxableLine.of(line.quantity(), line.unitPrice(), line.discountPercent(),
                    taxes.stream().map(TaxInfo::rule).toList()));
        }
        return breakdown(codes.engine(request.currency()).compute(lines));
    }

    private static TaxBreakdown breakdown(List<TaxedLine> taxed) {
        List<TaxBreakdown.Line> lines = new ArrayList<>();
        Map<String, TaxBreakdown.Tax> taxes = new LinkedHashMap<>();
        BigDecimal net = BigDecimal.ZERO;
        BigDecimal tax = BigDecimal.ZERO;
        for (TaxedLine line : taxed) {
            lines.add(new TaxBreakdown.Line(line.net(), line.tax(), line.total()));
            net = net.add(line.net());
            tax = tax.add(line.tax());
            for (TaxAmount amount : line.taxes()) {
                taxes.merge(amount.rule().code(), new TaxBreakdown.Tax(amount.rule().code(), amount.base(), amount.amount()),
                        (a, b) -> new TaxBreakdown.Tax(a.code(), a.base().add(b.base()), a.amount().add(b.amount())));
            }
        }
        return new TaxBreakdown(lines, List.copyOf(taxes.values()), net, tax, net.add(tax));
    }
}
