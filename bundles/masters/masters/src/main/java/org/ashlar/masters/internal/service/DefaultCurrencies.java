package org.ashlar.masters.internal.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.ashlar.masters.Currencies;
import org.ashlar.masters.internal.cache.CodeCache;
import org.ashlar.masters.internal.cache.RateCache;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.value.Rounding;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@link Currencies} from the cache. */
@Component
public final class DefaultCurrencies implements Currencies {

    private static final String FIELD = "currency";

    private final Access access;
    private final CodeCache codes;
    private final RateCache rates;

    @Activate
    public DefaultCurrencies(@Reference Access access, @Reference CodeCache codes, @Reference RateCache rates) {
        this.access = access;
        this.codes = codes;
        this.rates = rates;
    }

    @Override
    public BigDecimal rate(String from, String to, LocalDate date) {
        requireKnown(from);
        requireKnown(to);
        return from.equals(to) ? BigDecimal.ONE : rates.rate(from, to, date)
                .orElseThrow(() -> Problem.rule(FIELD, "masters.rate.missing", from, to, date.toString()));
    }

    @Override
    public BigDecimal convert(BigDecimal amount, String from, String to, LocalDate date) {
        return Rounding.money(amount.multiply(rate(from, to, date)), to);
    }

    @Override
    public boolean known(String code) {
        access.caller();
        return codes.currency(code);
    }

    private void requireKnown(String code) {
        if (!known(code)) {
            throw Problem.rule(FIELD, "masters.currency.unknown", code);
        }
    }
}
