package org.ashlar.bridge.finance.sales.internal;

import java.math.BigDecimal;
import org.ashlar.finance.Exposure;
import org.ashlar.finance.Receivables;
import org.ashlar.masters.Currencies;
import org.ashlar.masters.Parties;
import org.ashlar.masters.PartyView;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.value.Money;
import org.ashlar.sales.Orders;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What a customer could cost us: open items of finance plus confirmed orders that are not invoiced yet, in the company's
 * currency, beside the credit limit. Thread-safe.
 */
@Component(service = CustomerExposure.class)
public final class CustomerExposure {

    private final Parties parties;
    private final Receivables receivables;
    private final Orders orders;
    private final Currencies currencies;
    private final Access access;

    /** Used by DS. */
    @Activate
    public CustomerExposure(@Reference Parties parties, @Reference Receivables receivables, @Reference Orders orders,
            @Reference Currencies currencies, @Reference Access access) {
        this.parties = parties;
        this.receivables = receivables;
        this.orders = orders;
        this.currencies = currencies;
        this.access = access;
    }

    /**
     * One customer's figures.
     *
     * @param currency company currency of all amounts
     * @param creditLimit {@code null}: none
     * @param open open items
     * @param overdue overdue part of them
     * @param ordered confirmed and not invoiced
     */
    record Figures(String currency, BigDecimal creditLimit, BigDecimal open, BigDecimal overdue, BigDecimal ordered) {

        BigDecimal total() {
            return open.add(ordered);
        }
    }

    Figures of(long partyId) {
        PartyView party = parties.get(partyId);
        return access.as(access.system(access.caller().companyId()), () -> {
            Exposure exposure = receivables.of(partyId);
            BigDecimal ordered = BigDecimal.ZERO;
            for (Money money : orders.openAmounts(partyId)) {
                ordered = ordered.add(inCompanyCurrency(money, exposure.currency()));
            }
            return new Figures(exposure.currency(), limit(party, exposure.currency()), exposure.open(), exposure.overdue(),
                    ordered);
        });
    }

    /** Kept in the customer's currency. */
    private BigDecimal limit(PartyView party, String currency) {
        return party.creditLimit() == null || party.currency() == null ? party.creditLimit()
                : inCompanyCurrency(new Money(party.creditLimit(), party.currency()), currency);
    }

    private BigDecimal inCompanyCurrency(Money money, String currency) {
        return money.currency().equals(currency) ? money.amount()
                : currencies.convert(money.amount(), money.currency(), currency, access.today());
    }
}
