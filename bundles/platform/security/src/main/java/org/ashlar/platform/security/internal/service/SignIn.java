package org.ashlar.platform.security.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.security.internal.domain.RateLimit;
import org.ashlar.platform.tx.Transactions;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs users in by password, with rate limit and lock-out that treat unknown logins as known ones. Thread-safe. */
@Component(service = SignIn.class)
public final class SignIn {
    /** Failures in a row that lock an account. */
    static final int FAILURES = 10;
    /** How long it stays locked. */
    static final Duration LOCK = Duration.ofMinutes(15);
    private static final int PER_ADDRESS = 60;
    private static final int PER_LOGIN = 20;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    private final Sql sql;
    private final Transactions transactions;
    private final Passwords passwords;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Clock clock;
    private final RateLimit addresses;
    private final RateLimit logins;
    private final RateLimit unknown;

    /** By injection. */
    @Activate
    public SignIn(@Reference Sql sql, @Reference Transactions transactions, @Reference Passwords passwords,
            @Reference Accounts accounts, @Reference Sessions sessions, @Reference Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.passwords = passwords;
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
        this.addresses = new RateLimit(clock, PER_ADDRESS, MINUTE);
        this.logins = new RateLimit(clock, PER_LOGIN, MINUTE);
        this.unknown = new RateLimit(clock, FAILURES, LOCK);
    }

    /**
     * Begins a session and returns its secret.
     *
     * @throws Problem UNAUTHENTICATED {@code platform.session.wrong}, TOO_MANY {@code platform.session.tooMany} or
     *         {@code platform.session.locked}
     */
    public String signIn(String givenLogin, String password, String address) {
        String login = Accounts.normal(givenLogin);
        if (addresses.take(String.valueOf(address)) > 0 || logins.take(login) > 0) {
            throw Problem.of(ProblemKind.TOO_MANY, "platform.session.tooMany");
        }
        Record row = sql.read(db -> db.fetchOne(
                "select id, password_hash, locked_until, failures, active from platform_user where login = ?", login));
        Instant now = clock.instant();
        LocalDateTime locked = row == null ? null : row.get(2, LocalDateTime.class);
        if (locked != null && Sessions.instant(locked).isAfter(now)) {
            throw locked();
        }
        boolean right = passwords.verify(row == null ? null : row.get(1, String.class), password);
        if (!right || !row.get(4, Boolean.class)) {
            LOG.info("Sign-in of {} from {} refused", login.replaceAll("[^a-z0-9._@-]", "?"), address);
            failed(row, login, now);
            throw Problem.of(ProblemKind.UNAUTHENTICATED, "platform.session.wrong");
        }
        long id = row.get(0, Long.class);
        if (row.get(3, Integer.class) > 0 || locked != null) {
            transactions.run(() -> sql.inTransaction(
                    db -> db.execute("update platform_user set failures = 0, locked_until = null where id = ?", id)));
        }
        logins.reset(login);
        Account account = accounts.account(id)
                .orElseThrow(() -> Problem.of(ProblemKind.UNAUTHENTICATED, "platform.session.wrong"));
        Set<Long> companies = accounts.companiesOf(account);
        return sessions.begin(id, account.firstCompany(companies), address);
    }

    /**
     * Changes one's own password; every session ends and a new one begins, whose secret is returned.
     *
     * @throws Problem RULE at {@code current} if the present password is wrong, or at {@code password}
     */
    public String changePassword(long userId, long companyId, String current, String password, String address) {
        if (logins.take("#" + userId) > 0) {
            throw Problem.of(ProblemKind.TOO_MANY, "platform.session.tooMany");
        }
        String hash = sql.read(db -> db.fetchOne("select password_hash from platform_user where id = ?", userId))
                .get(0, String.class);
        if (!passwords.verify(hash, current)) {
            throw Problem.rule("current", "platform.password.wrong");
        }
        transactions.run(() -> passwords.set(userId, password));
        return sessions.begin(userId, companyId, address);
    }

    private void failed(Record row, String login, Instant now) {
        if (row == null) {
            if (unknown.take(login) > 0) {
                throw locked();
            }
            return;
        }
        long id = row.get(0, Long.class);
        transactions.run(() -> sql.inTransaction(db -> {
            db.execute("update platform_user set failures = failures + 1 where id = ?", id);
            return db.execute("update platform_user set failures = 0, locked_until = ? where id = ? and failures >= ?",
                    Sessions.time(now.plus(LOCK)), id, FAILURES);
        }));
    }

    private static Problem locked() {
        return Problem.of(ProblemKind.TOO_MANY, "platform.session.locked", LOCK.toMinutes());
    }
}
