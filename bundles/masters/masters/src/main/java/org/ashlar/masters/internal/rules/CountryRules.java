package org.ashlar.masters.internal.rules;

import java.util.Set;
import org.ashlar.masters.internal.cache.CodeCache;
import org.ashlar.masters.internal.model.CountryEntity;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules of countries. */
@Component(service = RecordRules.class)
@ForModel("masters.country")
public final class CountryRules implements RecordRules<CountryEntity> {

    private final CodeCache cache;

    @Activate
    public CountryRules(@Reference CodeCache cache) {
        this.cache = cache;
    }

    @Override
    public void beforeInsert(CountryEntity country) {
        validate(country);
    }

    @Override
    public void beforeUpdate(CountryEntity country, Set<String> changed) {
        validate(country);
    }

    private void validate(CountryEntity country) {
        cache.changed(CodeCache.SHARED);
        Findings findings = new Findings();
        findings.require(country.getCode() != null && country.getCode().matches("[A-Z]{2}"), "code",
                "masters.country.code");
        findings.check();
    }
}
