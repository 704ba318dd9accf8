package org.ashlar.finance.internal.account;

import java.math.BigDecimal;
import java.util.Set;

import org.ashlar.finance.internal.domain.TaxKind;
import org.ashlar.finance.internal.model.TaxEntity;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Component;

/** Rates that can be computed with, and codes that can be joined. */
@Component(service = RecordRules.class)
@ForModel("finance.tax")
public final class TaxRules implements RecordRules<TaxEntity> {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Override
    public void beforeInsert(TaxEntity tax) {
        check(tax);
    }

    @Override
    public void beforeUpdate(TaxEntity tax, Set<String> changed) {
        check(tax);
    }

    private static void check(TaxEntity tax) {
        if (tax.getCode().contains("+")) {
            throw Problem.rule("code", "finance.tax.plus", tax.getCode());
        }
        boolean tooHigh = tax.getKind() == TaxKind.DIVISION && tax.getRate().compareTo(HUNDRED) >= 0;
        boolean tooLow = tax.getKind() != TaxKind.FIXED && tax.getRate().compareTo(HUNDRED.negate()) <= 0;
        if (tooHigh || tooLow) {
            throw Problem.rule("rate", "finance.tax.rate", tax.getRate().toPlainString());
        }
    }
}
