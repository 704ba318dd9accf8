package org.ashlar.masters.internal.rules;

import java.util.Set;
import org.ashlar.masters.internal.cache.CodeCache;
import org.ashlar.masters.internal.cache.RateCache;
import org.ashlar.masters.internal.model.CurrencyRateEntity;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules of exchange rates. */
@Component(service = RecordRules.class)
@ForModel("masters.currencyRate")
public final class CurrencyRateRules implements RecordRules<CurrencyRateEntity> {

    private final CodeCache codes;
    private final RateCache cache;

    @Activate
    public CurrencyRateRules(@Reference CodeCache codes, @Reference RateCache cache) {
        this.codes = codes;
        this.cache = cache;
    }

    @Override
    public void beforeInsert(CurrencyRateEntity rate) {
        validate(rate);
    }

    @Override
    public void beforeUpdate(CurrencyRateEntity rate, Set<String> changed) {
        validate(rate);
    }

    @Override
    public void beforeDelete(CurrencyRateEntity rate) {
        cache.changed(RateCache.SHARED);
    }

    private void validate(CurrencyRateEntity rate) {
        cache.changed(RateCache.SHARED);
        Findings findings = new Findings();
        findings.require(codes.currency(rate.getFrom()), "from", "masters.currency.unknown", rate.getFrom());
        findings.require(codes.currency(rate.getTo()), "to", "masters.currency.unknown", rate.getTo());
        findings.require(rate.getFrom() == null || !rate.getFrom().equals(rate.getTo()), "to", "masters.rate.same");
        findings.require(rate.getDate() != null, "date", "masters.value.missing");
        findings.require(rate.getRate() != null && rate.getRate().signum() > 0, "rate", "masters.value.notPositive");
        findings.check();
    }
}
