package org.ashlar.purchasing.internal.service;

import java.math.BigDecimal;
import org.ashlar.platform.settings.Settings;
import org.ashlar.purchasing.internal.domain.ThreeWayMatch;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The company's tolerances, from its settings. */
@Component(service = Tolerances.class)
public final class Tolerances {

    /** By how many percent more than ordered may be received. */
    static final String RECEIPT = "purchasing.receipt.tolerancePercent";
    /** By how many percent dearer than ordered may be billed. */
    static final String PRICE = "purchasing.match.priceTolerancePercent";
    /** By how many percent more than received may be billed. */
    static final String QUANTITY = "purchasing.match.quantityTolerancePercent";
    /** {@code received} (goods are billed once they are here) or {@code ordered} (bills may run ahead). */
    static final String BASIS = "purchasing.bill.basis";

    private final Settings settings;

    /** Used by DS. */
    @Activate
    public Tolerances(@Reference Settings settings) {
        this.settings = settings;
    }

    BigDecimal receipt() {
        return new BigDecimal(settings.get(RECEIPT, "0"));
    }

    ThreeWayMatch.Tolerance match() {
        return new ThreeWayMatch.Tolerance(new BigDecimal(settings.get(PRICE, "0")),
                new BigDecimal(settings.get(QUANTITY, "0")), "ordered".equals(settings.get(BASIS, "received")));
    }
}
