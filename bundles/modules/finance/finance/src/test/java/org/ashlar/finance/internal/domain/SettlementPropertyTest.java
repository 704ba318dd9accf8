package org.ashlar.finance.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

import org.ashlar.finance.internal.domain.Settlement.Rest;

/** However an item is settled in pieces, no company amount stays behind. */
class SettlementPropertyTest {

    @Property(tries = 1000)
    void settledInPiecesNothingStaysBehind(@ForAll @BigRange(min = "0.01", max = "100000") @Scale(2) BigDecimal amount,
            @ForAll @BigRange(min = "0.01", max = "700000") @Scale(2) BigDecimal company,
            @ForAll @BigRange(min = "0.01", max = "0.99") @Scale(2) BigDecimal share) {
        BigDecimal first = amount.multiply(share).setScale(2, RoundingMode.HALF_UP);
        if (first.signum() == 0 || first.compareTo(amount) == 0) {
            return;
        }
        Rest credit = new Rest(amount, company);
        Settlement one = Settlement.of(new Rest(amount, company), first, credit, first, 2);
        Rest rest = new Rest(amount.subtract(first), company.subtract(one.companyDebit()));
        Settlement two = Settlement.of(rest, rest.amount(), rest, rest.amount(), 2);
        assertThat(one.companyDebit().add(two.companyDebit())).isEqualByComparingTo(company);
    }
}
