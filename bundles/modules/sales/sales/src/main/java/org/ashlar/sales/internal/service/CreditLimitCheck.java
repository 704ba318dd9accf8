package org.ashlar.sales.internal.service;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.ashlar.masters.Currencies;
import org.ashlar.masters.Parties;
import org.ashlar.masters.PartyView;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.value.Money;
import org.ashlar.sales.OrderView;
import org.ashlar.sales.spi.CustomerDebts;
import org.ashlar.sales.spi.OrderCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Refuses an order that would lift what the customer owes, with the open orders, above the credit limit. What is owed besides
 * orders comes from {@link CustomerDebts}: with finance, open invoices less payments; sales alone counts orders. Thread-safe.
 */
@Component
public final class CreditLimitCheck implements OrderCheck {

    /** Permission to confirm beyond the limit; that person's confirmation is the release. */
    private static final String OVERRIDE = "sales.order.overrideCreditLimit";

    private final Parties parties;
    private final Companies companies;
    private final Currencies currencies;
    private final Access access;
    private final OpenAmounts openAmounts;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.REPLACE)
    private volatile List<CustomerDebts> debts = List.of();

    /** Used by DS. */
    @Activate
    public CreditLimitCheck(@Reference Parties parties, @Reference Companies companies,
            @Reference Currencies currencies, @Reference Access access, @Reference OpenAmounts openAmounts) {
        this.parties = parties;
        this.companies = companies;
        this.currencies = currencies;
        this.access = access;
        this.openAmounts = openAmounts;
    }

    @Override
    public void check(OrderView order) {
        PartyView party = parties.get(order.partyId());
        if (party.creditLimit() == null || access.may(OVERRIDE)) {
            return;
        }
        String currency = party.currency() != null ? party.currency() : companies.get(order.companyId()).currency();
        BigDecimal exposure = currencies.convert(order.totalAmount(), order.currency(), currency, access.today());
        List<Money> owed = new ArrayList<>(openAmounts.of(order.partyId()));
        debts.forEach(source -> owed.addAll(source.of(order.partyId())));
        for (Money open : owed) {
            exposure = exposure.add(currencies.convert(open.amount(), open.currency(), currency, access.today()));
        }
        if (exposure.compareTo(party.creditLimit()) > 0) {
            throw Problem.rule("party", "sales.order.creditLimit", party.name(), party.creditLimit(), exposure,
                    currency);
        }
    }
}
