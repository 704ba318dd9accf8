package org.ashlar.platform.security.internal.service;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.access.Channel;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.security.internal.domain.Networks;
import org.ashlar.platform.security.internal.domain.Pace;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds out who is calling, from a bearer token or a session. Thread-safe; no SQL for a caller seen half a minute ago. */
@Component(service = Guard.class)
public final class Guard {
    private final Accounts accounts;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final Companies companies;
    private final Policies policies;
    private final Pace<Long> callers = new Pace<>();
    private final Pace<String> addresses = new Pace<>();

    /** By injection. */
    @Activate
    public Guard(@Reference Accounts accounts, @Reference Sessions sessions, @Reference ApiTokens tokens,
            @Reference Companies companies, @Reference Policies policies) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.companies = companies;
        this.policies = policies;
    }

    /**
     * Counts a request from an address; requests of this machine itself are not counted.
     *
     * @throws Problem TOO_MANY {@code platform.access.pace} with the seconds to wait
     */
    public void pace(String address) {
        int perMinute = policies.policy().addressPace();
        if (perMinute > 0 && address != null && !Networks.loopback(address)) {
            require(addresses.take(address, perMinute, System.nanoTime()));
        }
    }

    private void pace(long id, int perMinute, String address) {
        if (perMinute > 0 && !Networks.loopback(address)) {
            require(callers.take(id, perMinute, System.nanoTime()));
        }
    }

    private static void require(long wait) {
        if (wait > 0) {
            throw Problem.of(ProblemKind.TOO_MANY, "platform.access.pace", wait);
        }
    }

    /**
     * The caller of a bearer token, for the token's company.
     *
     * @param company company asked for by id or code, {@code null} for the token's
     * @throws Problem DENIED {@code platform.access.company}
     */
    public Optional<Caller> byToken(String value, String company, Locale locale, String address) {
        Optional<ApiTokens.Token> token = tokens.use(value);
        Optional<Account> account = token.flatMap(t -> accounts.account(t.userId())).filter(Account::active);
        if (account.isEmpty()) {
            return Optional.empty();
        }
        ApiTokens.Token t = token.get();
        pace(t.id(), policies.policy().tokenPace(), address);
        policies.requirePlace(account.get(), address);
        Set<Long> allowed = Set.of(t.companyId());
        if (!accounts.companiesOf(account.get()).contains(t.companyId())) {
            throw refused(String.valueOf(t.companyId()));
        }
        return Optional.of(accounts.caller(account.get(), company(company, t.companyId()), allowed, t.scopes(), locale,
                Channel.TOKEN, address));
    }

    /**
     * The caller of a session.
     *
     * @param company company asked for by id or code, {@code null} for the session's
     * @throws Problem DENIED {@code platform.access.company}
     */
    public Optional<Caller> bySession(String secret, String company, Locale locale, String address) {
        Optional<Sessions.Session> session = sessions.use(secret).filter(s -> s.step() == null);
        Optional<Account> account = session.flatMap(s -> accounts.account(s.userId())).filter(Account::active);
        if (account.isEmpty()) {
            return Optional.empty();
        }
        pace(session.get().id(), policies.policy().sessionPace(), address);
        policies.requirePlace(account.get(), address);
        Set<Long> allowed = accounts.companiesOf(account.get());
        long last = session.get().companyId();
        return Optional.of(accounts.caller(account.get(), company(company, allowed.contains(last) ? last : 0), allowed, null,
                locale, Channel.WEB, address));
    }

    /** What is missing before the session with this secret can be used; empty if nothing is, or there is no such session. */
    public Optional<String> missing(String secret) {
        return sessions.use(secret).map(Sessions.Session::step);
    }

    /** Makes a company the session's current one. */
    public void switchCompany(String secret, String company) {
        Sessions.Session session = sessions.use(secret)
                .orElseThrow(() -> Problem.of(ProblemKind.UNAUTHENTICATED, "platform.access.signIn"));
        long id = company(company, 0);
        Account account = accounts.account(session.userId())
                .orElseThrow(() -> Problem.of(ProblemKind.UNAUTHENTICATED, "platform.access.signIn"));
        if (!accounts.companiesOf(account).contains(id)) {
            throw refused(String.valueOf(company));
        }
        sessions.company(session, id);
    }

    /** Ends a session. */
    public void signOut(String secret) {
        sessions.end(secret);
    }

    private long company(String asked, long otherwise) {
        if (asked == null || asked.isBlank()) {
            return otherwise;
        }
        String wanted = asked.trim();
        return companies.list().stream().filter(c -> c.code().equals(wanted) || Long.toString(c.id()).equals(wanted))
                .mapToLong(Company::id).findFirst().orElseThrow(() -> refused(wanted));
    }

    private static Problem refused(String company) {
        return Problem.of(ProblemKind.DENIED, "platform.access.company", company);
    }
}
