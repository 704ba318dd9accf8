package org.ashlar.masters.internal.rules;

import java.util.Set;
import org.ashlar.masters.internal.cache.CodeCache;
import org.ashlar.masters.internal.model.CurrencyEntity;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules of currencies. */
@Component(service = RecordRules.class)
@ForModel("masters.currency")
public final class CurrencyRules implements RecordRules<CurrencyEntity> {

    private static final int MAX_DECIMALS = 4;

    private final CodeCache cache;

    @Activate
    public CurrencyRules(@Reference CodeCache cache) {
        this.cache = cache;
    }

    @Override
    public void beforeInsert(CurrencyEntity currency) {
        validate(currency);
    }

    @Override
    public void beforeUpdate(CurrencyEntity currency, Set<String> changed) {
        validate(currency);
    }

    private void validate(CurrencyEntity currency) {
        cache.changed(CodeCache.SHARED);
        Findings findings = new Findings();
        findings.require(currency.getCode() != null && currency.getCode().matches("[A-Z]{3}"), "code",
                "masters.currency.code");
        findings.require(currency.getDecimals() != null && currency.getDecimals() >= 0
                && currency.getDecimals() <= MAX_DECIMALS, "decimals", "masters.unit.decimals", MAX_DECIMALS);
        findings.check();
    }
}
