package org.ashlar.bridge.finance.sales.internal;

import java.math.BigDecimal;
import org.ashlar.masters.Parties;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.value.Money;
import org.ashlar.sales.OrderView;
import org.ashlar.sales.spi.OrderCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Refuses an order that would lift a customer above the credit limit, unless the caller may override it
 * ({@code sales.order.overrideCreditLimit}): that person's confirmation is the release. Thread-safe.
 */
@Component
public final class CreditLimit implements OrderCheck {

    private static final String OVERRIDE = "sales.order.overrideCreditLimit";

    private final Parties parties;
    private final CustomerExposure exposure;
    private final Access access;

    /** Used by DS. */
    @Activate
    public CreditLimit(@Reference Parties parties, @Reference CustomerExposure exposure, @Reference Access access) {
        this.parties = parties;
        this.exposure = exposure;
        this.access = access;
    }

    @Override
    public void check(OrderView order) {
        if (parties.get(order.partyId()).creditLimit() == null || access.may(OVERRIDE)) {
            return;
        }
        CustomerExposure.Figures figures = exposure.of(order.partyId());
        BigDecimal after = figures.total().add(exposure.inCompanyCurrency(
                new Money(order.totalAmount(), order.currency()), figures.currency()));
        if (after.compareTo(figures.creditLimit()) > 0) {
            throw Problem.rule("party", "financeSales.credit.exceeded", after.toPlainString(),
                    figures.creditLimit().toPlainString(), figures.currency());
        }
    }
}
