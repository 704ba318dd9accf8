package org.ashlar.platform.security.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.security.internal.domain.RateLimit;
import org.ashlar.platform.security.internal.model.SignInOutcome;
import org.ashlar.platform.signin.PasswordAuthority;
import org.ashlar.platform.signin.Visitor;
import org.ashlar.platform.tx.Transactions;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Signs users in: who it is by password (kept here or by an authority), then the second step if there is or must be one. Rate
 * limit and lock-out treat unknown logins as known ones. Thread-safe.
 */
@Component(service = SignIn.class)
public final class SignIn {
    /** How sessions are marked that began with a password kept here. */
    static final String PASSWORD = "password";
    /** A second step is missing. */
    public static final String TOTP = "totp";
    /** A second step must be set up. */
    public static final String TOTP_ENROL = "totpEnrol";
    /** The password is too old. */
    public static final String EXPIRED = "password";
    private static final int LOGIN = 64;
    private static final int PER_ADDRESS = 60;
    private static final int PER_LOGIN = 20;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Sql sql;
    private final Passwords passwords;
    private final Accounts accounts;
    private final Sessions sessions;
    private final SecondStep second;
    private final Policies policies;
    private final LockOut lockOut;
    private final Authorities authorities;
    private final SignInLog log;
    private final Transactions transactions;
    private final RateLimit addresses;
    private final RateLimit logins;

    /** By injection. */
    @Activate
    public SignIn(@Reference Sql sql, @Reference Transactions transactions, @Reference Passwords passwords,
            @Reference Accounts accounts, @Reference Sessions sessions, @Reference SecondStep second,
            @Reference Policies policies, @Reference LockOut lockOut, @Reference Authorities authorities,
            @Reference SignInLog log, @Reference Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.passwords = passwords;
        this.accounts = accounts;
        this.sessions = sessions;
        this.second = second;
        this.policies = policies;
        this.lockOut = lockOut;
        this.authorities = authorities;
        this.log = log;
        this.addresses = new RateLimit(clock, PER_ADDRESS, MINUTE);
        this.logins = new RateLimit(clock, PER_LOGIN, MINUTE);
    }

    /**
     * Begins a session.
     *
     * @throws Problem UNAUTHENTICATED {@code platform.session.wrong}, TOO_MANY {@code platform.session.tooMany} or
     *         {@code platform.session.locked}, DENIED {@code platform.access.network}
     */
    public Begun signIn(String givenLogin, String password, Visitor visitor) {
        String login = possible(Accounts.normal(givenLogin));
        if (addresses.take(String.valueOf(visitor.address())) > 0 || logins.take(login) > 0) {
            throw Problem.of(ProblemKind.TOO_MANY, "platform.session.tooMany");
        }
        Record row = sql.read(db -> db.fetchOne(
                "select id, password_hash, locked_until, active from platform_user where login = ?", login));
        Long id = row == null ? null : row.get(0, Long.class);
        requireUnlocked(login, id, row == null ? null : row.get(2, LocalDateTime.class), PASSWORD, visitor);
        String hash = row == null ? null : row.get(1, String.class);
        Optional<PasswordAuthority.Recognised> elsewhere = hash != null || password == null || password.isEmpty()
                ? Optional.empty() : authorities.check(login, password);
        boolean right = elsewhere.isPresent() || passwords.verify(hash, password);
        long userId = elsewhere.map(PasswordAuthority.Recognised::userId).orElse(id == null ? 0 : id);
        Optional<Account> account = right ? account(userId) : Optional.empty();
        if (account.isEmpty()) {
            fail(login, id, SignInOutcome.WRONG, PASSWORD, visitor);
            throw Problem.of(ProblemKind.UNAUTHENTICATED, "platform.session.wrong");
        }
        logins.reset(login);
        return begin(account.get(), elsewhere.map(PasswordAuthority.Recognised::method).orElse(PASSWORD), false, visitor);
    }

    /** A text that can be a login and be asked for; one that cannot is nobody's. */
    private static String possible(String login) {
        boolean plain = login.length() <= LOGIN && login.chars().noneMatch(c -> c < ' ');
        return plain ? login : "";
    }

    /** As {@link #signIn(String, String, Visitor)} with the second step at once, if a code is given and needed. */
    public Begun signIn(String login, String password, String code, Visitor visitor) {
        Begun begun = signIn(login, password, visitor);
        if (code == null || code.isBlank() || !TOTP.equals(begun.step)) {
            return begun;
        }
        boolean done = false;
        try {
            Begun usable = secondStep(sessions.use(begun.secret).orElseThrow(SignIn::stranger), code, null, visitor);
            done = true;
            return usable;
        } finally {
            if (!done) {
                sessions.end(begun.secret);
            }
        }
    }

    /** Begins a session of somebody who was recognised. */
    Begun begin(Account account, String method, boolean strong, Visitor visitor) {
        if (!policies.allows(account, visitor.address())) {
            log.write(account.login(), account.id(), SignInOutcome.REFUSED, "platform.access.network", method, visitor);
            throw Problem.of(ProblemKind.DENIED, "platform.access.network", String.valueOf(visitor.address()));
        }
        String step = strong ? null : secondStep(account);
        if (step == null) {
            lockOut.succeeded(account.id());
            step = PASSWORD.equals(method) && passwords.expired(account.id()) ? EXPIRED : null;
        }
        log.write(account.login(), account.id(), step == null ? SignInOutcome.OK : SignInOutcome.SECOND_STEP, step, method,
                visitor);
        if (visitor.before() != null) {
            sessions.end(visitor.before());
        }
        long company = account.firstCompany(accounts.companiesOf(account));
        return new Begun(sessions.begin(account.id(), company, method, step, visitor), step);
    }

    /**
     * Takes the second step of a session that waits for it; the session goes on under a new secret.
     *
     * @throws Problem UNAUTHENTICATED {@code platform.totp.wrong}, TOO_MANY as at the first step
     */
    public Begun secondStep(Sessions.Session session, String code, String recovery, Visitor visitor) {
        Account account = account(session.userId()).orElseThrow(SignIn::stranger);
        pace(account);
        if (!TOTP.equals(session.step())) {
            throw Problem.of(ProblemKind.CONFLICT, "platform.totp.notAsked");
        }
        requireUnlocked(account.login(), account.id(), session.method(), visitor);
        if (!second.check(account.id(), code, recovery)) {
            fail(account.login(), account.id(), SignInOutcome.WRONG_CODE, session.method(), visitor);
            throw Problem.of(ProblemKind.UNAUTHENTICATED, "platform.totp.wrong");
        }
        return proceed(session, account, visitor);
    }

    /** Lets a session go on whose second step is done, or set up just now. */
    Begun proceed(Sessions.Session session, Account account, Visitor visitor) {
        lockOut.succeeded(account.id());
        String next = PASSWORD.equals(session.method()) && passwords.expired(account.id()) ? EXPIRED : null;
        log.write(account.login(), account.id(), next == null ? SignInOutcome.OK : SignInOutcome.SECOND_STEP, next,
                session.method(), visitor);
        sessions.end(session.userId(), session.id());
        return new Begun(sessions.begin(account.id(), session.companyId(), session.method(), next, visitor), next);
    }

    /**
     * Changes one's own password; every session ends and a new one begins.
     *
     * @throws Problem RULE at {@code current} if the present password is wrong, or at {@code password}
     */
    public Begun changePassword(Sessions.Session session, String current, String password, Visitor visitor) {
        long userId = session.userId();
        Account account = account(userId).orElseThrow(SignIn::stranger);
        requirePassword(account, current, visitor);
        transactions.run(() -> passwords.set(userId, password));
        return new Begun(sessions.begin(userId, session.companyId(), session.method(), null, visitor), null);
    }

    /**
     * Asks for the password once more before something that matters.
     *
     * @throws Problem RULE at {@code current}
     */
    void requirePassword(Account account, String password, Visitor visitor) {
        pace(account);
        String hash = passwords.hash(account.id());
        if (hash == null) {
            throw Problem.rule("current", "platform.password.elsewhere");
        }
        requireUnlocked(account.login(), account.id(), PASSWORD, visitor);
        if (!passwords.verify(hash, password)) {
            fail(account.login(), account.id(), SignInOutcome.WRONG, PASSWORD, visitor);
            throw Problem.rule("current", "platform.password.wrong");
        }
    }

    /**
     * Asks for a code once more before something that matters.
     *
     * @throws Problem RULE at {@code code}
     */
    void requireCode(Sessions.Session session, Account account, String code, String recovery, Visitor visitor) {
        pace(account);
        requireUnlocked(account.login(), account.id(), session.method(), visitor);
        if (!second.check(account.id(), code, recovery)) {
            fail(account.login(), account.id(), SignInOutcome.WRONG_CODE, session.method(), visitor);
            throw Problem.rule("code", "platform.totp.wrong");
        }
    }

    /** Bounds how often a user may try something that asks for a secret. */
    void pace(Account account) {
        if (logins.take("#" + account.id()) > 0) {
            throw Problem.of(ProblemKind.TOO_MANY, "platform.session.tooMany");
        }
    }

    /** An active user. */
    Optional<Account> account(long userId) {
        return accounts.account(userId).filter(Account::active);
    }

    private String secondStep(Account account) {
        if (second.enrolled(account.id())) {
            return TOTP;
        }
        return policies.demandsTotp(account) ? TOTP_ENROL : null;
    }

    private void requireUnlocked(String login, long userId, String method, Visitor visitor) {
        Record row = sql.read(db -> db.fetchOne("select locked_until from platform_user where id = ?", userId));
        requireUnlocked(login, userId, row == null ? null : row.get(0, LocalDateTime.class), method, visitor);
    }

    private void requireUnlocked(String login, Long id, LocalDateTime until, String method, Visitor visitor) {
        Instant end = until == null ? null : Sessions.instant(until);
        lockOut.left(end).ifPresent(minutes -> {
            log.write(login, id, SignInOutcome.REFUSED, "platform.session.locked", method, visitor);
            throw Problem.of(ProblemKind.TOO_MANY, "platform.session.locked", minutes);
        });
    }

    private void fail(String login, Long id, SignInOutcome outcome, String method, Visitor visitor) {
        log.write(login, id, outcome, null, method, visitor);
        if (id == null) {
            lockOut.failedUnknown(login).ifPresent(minutes -> {
                throw Problem.of(ProblemKind.TOO_MANY, "platform.session.locked", minutes);
            });
        } else if (lockOut.failed(id)) {
            log.write(login, id, SignInOutcome.LOCKED, "platform.session.locked", method, visitor);
        }
    }

    private static Problem stranger() {
        return Problem.of(ProblemKind.UNAUTHENTICATED, "platform.access.signIn");
    }

    /**
     * A session that has begun.
     *
     * @param secret for the cookie
     * @param step what is still missing before it can be used, {@code null} if nothing is
     */
    public record Begun(String secret, String step) {
        /** Never shows the secret, wherever it is printed. */
        @Override
        public String toString() {
            return "Begun[" + step + "]";
        }
    }
}
