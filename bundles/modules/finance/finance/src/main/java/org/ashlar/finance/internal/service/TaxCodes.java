package org.ashlar.finance.internal.service;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.ashlar.finance.internal.books.Books;
import org.ashlar.finance.internal.books.TaxInfo;
import org.ashlar.finance.internal.domain.TaxEngine;
import org.ashlar.finance.internal.domain.TaxRounding;
import org.ashlar.finance.internal.model.TaxScope;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.settings.Settings;
import org.ashlar.platform.value.Rounding;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The company's tax codes and its way of rounding. Thread-safe. */
@Component(service = TaxCodes.class)
public final class TaxCodes {

    /** Setting with a {@link TaxRounding}. */
    public static final String ROUNDING = "finance.tax.rounding";

    private final Settings settings;

    /** Injected. */
    @Activate
    public TaxCodes(@Reference Settings settings) {
        this.settings = settings;
    }

    /** The engine for a currency. */
    public TaxEngine engine(String currency) {
        BigDecimal step = BigDecimal.ONE.movePointLeft(Rounding.decimals(currency));
        return new TaxEngine(step, TaxRounding.valueOf(settings.get(ROUNDING, TaxRounding.LINE.name())));
    }

    /**
     * Taxes of a code, several joined by {@code +}; empty or {@code null}: none.
     *
     * @throws Problem RULE {@code finance.tax.unknown}, {@code .inactive} or {@code .scope} at the field
     */
    public List<TaxInfo> resolve(Books books, String codes, boolean sale, String field) {
        if (codes == null || codes.isBlank()) {
            return List.of();
        }
        List<TaxInfo> taxes = new ArrayList<>();
        for (String code : codes.split("\\+")) {
            TaxInfo tax = books.taxes().get(code.trim());
            if (tax == null) {
                throw Problem.rule(field, "finance.tax.unknown", code.trim());
            }
            if (!tax.active()) {
                throw Problem.rule(field, "finance.tax.inactive", code.trim());
            }
            if (tax.scope() == TaxScope.SALE != sale) {
                throw Problem.rule(field, "finance.tax.scope", code.trim());
            }
            taxes.add(tax);
        }
        return taxes;
    }
}
