package org.ashlar.masters.internal.rules;

import java.util.Set;
import org.ashlar.masters.internal.cache.ConversionCache;
import org.ashlar.masters.internal.cache.UnitCache;
import org.ashlar.masters.internal.model.UnitConversionEntity;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules of a product's own unit conversions. */
@Component(service = RecordRules.class)
@ForModel("masters.unitConversion")
public final class UnitConversionRules implements RecordRules<UnitConversionEntity> {

    private final Access access;
    private final UnitCache units;
    private final ConversionCache cache;

    @Activate
    public UnitConversionRules(@Reference Access access, @Reference UnitCache units, @Reference ConversionCache cache) {
        this.access = access;
        this.units = units;
        this.cache = cache;
    }

    @Override
    public void beforeInsert(UnitConversionEntity conversion) {
        validate(conversion);
    }

    @Override
    public void beforeUpdate(UnitConversionEntity conversion, Set<String> changed) {
        validate(conversion);
    }

    @Override
    public void beforeDelete(UnitConversionEntity conversion) {
        cache.changed(access.caller().companyId());
    }

    private void validate(UnitConversionEntity conversion) {
        cache.changed(access.caller().companyId());
        Findings findings = new Findings();
        String from = conversion.getFromUnit();
        String to = conversion.getToUnit();
        findings.require(units.units().find(from).isPresent(), "fromUnit", "masters.unit.unknown", from);
        findings.require(units.units().find(to).isPresent(), "toUnit", "masters.unit.unknown", to);
        findings.require(from == null || !from.equals(to), "toUnit", "masters.unitConversion.same");
        findings.require(conversion.getFromQuantity() != null && conversion.getFromQuantity().signum() > 0,
                "fromQuantity", "masters.value.notPositive");
        findings.require(conversion.getToQuantity() != null && conversion.getToQuantity().signum() > 0, "toQuantity",
                "masters.value.notPositive");
        findings.check();
    }
}
