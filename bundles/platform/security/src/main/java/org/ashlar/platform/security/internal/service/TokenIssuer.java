package org.ashlar.platform.security.internal.service;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.security.internal.domain.Secrets;
import org.ashlar.platform.security.internal.model.ApiTokenEntity;
import org.ashlar.platform.security.internal.model.CreateToken;
import org.ashlar.platform.security.internal.model.TokenCreated;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Creates API tokens. Thread-safe. */
@Component(service = TokenIssuer.class)
public final class TokenIssuer {
    private final Access access;
    private final Accounts accounts;
    private final Delegation delegation;
    private final EntityStore store;
    private final Transactions transactions;
    private final Policies policies;
    private final Clock clock;

    /** By injection. */
    @Activate
    public TokenIssuer(@Reference Access access, @Reference Accounts accounts, @Reference Delegation delegation,
            @Reference EntityStore store, @Reference Transactions transactions, @Reference Policies policies,
            @Reference Clock clock) {
        this.policies = policies;
        this.access = access;
        this.accounts = accounts;
        this.delegation = delegation;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Creates a token for a user; the caller's permission has been checked.
     *
     * @throws Problem RULE at {@code name}, {@code company} or {@code expires}; DENIED if the user holds more than the caller
     */
    public TokenCreated create(long userId, CreateToken wanted) {
        Account account = accounts.account(userId).orElseThrow(() -> Problem.notFound("platform.user", userId));
        delegation.requireOver(userId);
        if (wanted.name() == null || wanted.name().isBlank()) {
            throw Problem.rule("name", "platform.token.name");
        }
        long company = wanted.company() != null ? wanted.company() : access.caller().companyId();
        if (!accounts.companiesOf(account).contains(company)) {
            throw Problem.rule("company", "platform.token.company");
        }
        Instant expires = expires(wanted.expires());
        Set<String> scopes = Accounts.split(wanted.scopes());
        scopes.stream().filter(scope -> !account.grants(company, null).covers(scope)).findFirst().ifPresent(scope -> {
            throw Problem.rule("scopes", "platform.token.scope", scope);
        });
        String value = Secrets.create();
        ApiTokenEntity token = new ApiTokenEntity(wanted.name().trim(), userId, Secrets.hash(value),
                scopes.isEmpty() ? null : String.join(" ", scopes), expires);
        token.setCompanyId(company);
        transactions.run(() -> store.insert(token));
        return new TokenCreated(token.getId(), value, expires == null ? null : expires.toString());
    }

    private Instant expires(String text) {
        int most = policies.policy().tokenMaxDays();
        Instant latest = most <= 0 ? null : clock.instant().plus(Duration.ofDays(most));
        if (text == null || text.isBlank()) {
            return latest;
        }
        Instant at;
        try {
            at = text.length() == 10 ? LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException e) {
            throw Problem.rule("expires", "platform.token.expires");
        }
        if (!at.isAfter(clock.instant())) {
            throw Problem.rule("expires", "platform.token.expires");
        }
        if (latest != null && at.isAfter(latest)) {
            throw Problem.rule("expires", "platform.token.long", most);
        }
        return at;
    }
}
