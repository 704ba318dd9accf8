package org.ashlar.masters.internal.rules;

import java.util.Set;
import org.ashlar.masters.internal.cache.UnitCache;
import org.ashlar.masters.internal.model.UnitDimension;
import org.ashlar.masters.internal.model.UnitEntity;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules of units of measure. */
@Component(service = RecordRules.class)
@ForModel("masters.unit")
public final class UnitRules implements RecordRules<UnitEntity> {

    private static final int MAX_DECIMALS = 6;

    private final UnitCache cache;

    @Activate
    public UnitRules(@Reference UnitCache cache) {
        this.cache = cache;
    }

    @Override
    public void beforeInsert(UnitEntity unit) {
        validate(unit);
    }

    @Override
    public void beforeUpdate(UnitEntity unit, Set<String> changed) {
        validate(unit);
    }

    private void validate(UnitEntity unit) {
        cache.changed(UnitCache.SHARED);
        Findings findings = new Findings();
        unit.setCode(Findings.trimmed(unit.getCode()));
        unit.setName(Findings.trimmed(unit.getName()));
        findings.require(unit.getCode() != null, "code", "masters.value.missing");
        findings.require(unit.getName() != null, "name", "masters.value.missing");
        findings.require(unit.getDecimals() != null && unit.getDecimals() >= 0 && unit.getDecimals() <= MAX_DECIMALS,
                "decimals", "masters.unit.decimals", MAX_DECIMALS);
        if (unit.getDimension() == UnitDimension.NONE) {
            findings.require(unit.getNumerator() == null && unit.getDenominator() == null, "numerator",
                    "masters.unit.noFactor");
        } else {
            findings.require(unit.getNumerator() != null && unit.getNumerator() > 0, "numerator", "masters.unit.factor");
            findings.require(unit.getDenominator() != null && unit.getDenominator() > 0, "denominator",
                    "masters.unit.factor");
        }
        findings.check();
    }
}
