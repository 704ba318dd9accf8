package org.ashlar.masters.internal.service;

import java.math.BigDecimal;
import java.util.List;
import org.ashlar.masters.Units;
import org.ashlar.masters.internal.cache.ConversionCache;
import org.ashlar.masters.internal.cache.UnitCache;
import org.ashlar.masters.internal.domain.Fraction;
import org.ashlar.masters.internal.domain.UnitTable;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.value.Rounding;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@link Units} from the cache. */
@Component
public final class DefaultUnits implements Units {

    private static final String FIELD = "unit";
    private static final String UNKNOWN = "masters.unit.unknown";

    private final Access access;
    private final UnitCache units;
    private final ConversionCache conversions;

    @Activate
    public DefaultUnits(@Reference Access access, @Reference UnitCache units, @Reference ConversionCache conversions) {
        this.access = access;
        this.units = units;
        this.conversions = conversions;
    }

    @Override
    public BigDecimal convert(BigDecimal quantity, String from, String to, Long productId) {
        return from != null && from.equals(to) && units.units().find(from).isPresent() ? quantity
                : ratio(from, to, productId).times(quantity);
    }

    @Override
    public BigDecimal convertPrice(BigDecimal unitPrice, String from, String to, Long productId) {
        return Rounding.rate(ratio(to, from, productId).times(unitPrice));
    }

    @Override
    public boolean known(String unit) {
        access.caller();
        return units.units().find(unit).isPresent();
    }

    @Override
    public int decimals(String unit) {
        access.caller();
        return units.units().find(unit).orElseThrow(() -> Problem.rule(FIELD, UNKNOWN, unit)).decimals();
    }

    private Fraction ratio(String from, String to, Long productId) {
        long company = access.caller().companyId();
        UnitTable table = units.units();
        List<UnitTable.Conversion> own = productId == null ? List.of() : conversions.of(company, productId);
        return table.ratio(from, to, own).orElseThrow(() -> {
            for (String unit : new String[] {from, to}) {
                if (table.find(unit).isEmpty()) {
                    return Problem.rule(FIELD, UNKNOWN, unit);
                }
            }
            return Problem.rule(FIELD, "masters.unit.wrong", from, to);
        });
    }
}
