package org.ashlar.platform.security.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.security.internal.domain.RateLimit;
import org.ashlar.platform.security.internal.domain.Secrets;
import org.ashlar.platform.security.internal.model.SetUpLink;
import org.ashlar.platform.tx.Transactions;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * One-time links by which users choose their first password, so that no administrator has to know it. A new link makes the
 * older one of the same user void. Only the digest of a token is stored. Thread-safe.
 */
@Component(service = SetUpLinks.class)
public final class SetUpLinks {
    private static final Duration LIFE = Duration.ofDays(3);
    private static final int ATTEMPTS = 20;
    private static final String FIND = "select u.id, u.login, u.name from platform_set_up_link l join platform_user u"
            + " on u.id = l.user_id where l.hash = ? and l.expires_at > ? and u.active = true";

    private final Sql sql;
    private final Transactions transactions;
    private final Access access;
    private final Delegation delegation;
    private final Passwords passwords;
    private final Accounts accounts;
    private final Clock clock;
    private final RateLimit attempts;

    /** By injection. */
    @Activate
    public SetUpLinks(@Reference Sql sql, @Reference Transactions transactions, @Reference Access access,
            @Reference Delegation delegation, @Reference Passwords passwords, @Reference Accounts accounts,
            @Reference Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.access = access;
        this.delegation = delegation;
        this.passwords = passwords;
        this.accounts = accounts;
        this.clock = clock;
        this.attempts = new RateLimit(clock, ATTEMPTS, Duration.ofMinutes(1));
    }

    /** Whom a link is for. */
    public record Guest(long id, String login, String name) {
    }

    /**
     * Makes a link for a user, inside the caller's transaction; the permission has been checked.
     *
     * @throws Problem DENIED if the user holds more than the caller, RULE if he is not active
     */
    public SetUpLink create(long userId) {
        Account account = accounts.account(userId).orElseThrow(() -> Problem.notFound("platform.user", userId));
        delegation.requireOver(userId);
        Record active = sql.any(db -> db.fetchOne("select active from platform_user where id = ?", userId));
        if (active == null || !active.get(0, Boolean.class)) {
            throw Problem.rule("active", "platform.setUpLink.inactive", account.login());
        }
        String token = Secrets.create();
        Instant expires = clock.instant().plus(LIFE);
        transactions.run(() -> sql.inTransaction(db -> {
            db.execute("delete from platform_set_up_link where user_id = ?", userId);
            return db.execute("insert into platform_set_up_link (user_id, hash, expires_at) values (?, ?, ?)", userId,
                    Secrets.hash(token), Sessions.time(expires));
        }));
        return new SetUpLink("/app/welcome#" + token, expires.toString());
    }

    /**
     * Whom a token is for.
     *
     * @throws Problem DENIED {@code platform.setUpLink.void}, TOO_MANY
     */
    public Guest guest(String token, String address) {
        if (attempts.take(String.valueOf(address)) > 0) {
            throw Problem.of(ProblemKind.TOO_MANY, "platform.session.tooMany");
        }
        return find(token).orElseThrow(SetUpLinks::unknown);
    }

    /**
     * Sets the password and uses the link up; with a weak password it stays good.
     *
     * @throws Problem as {@link #guest}, and RULE at {@code password}
     */
    public Guest use(String token, String password, String address) {
        Guest guest = guest(token, address);
        access.as(access.system(0), () -> {
            transactions.run(() -> {
                int taken = sql.inTransaction(db -> db.execute("delete from platform_set_up_link where user_id = ? and hash = ?",
                        guest.id(), Secrets.hash(token)));
                if (taken == 0) {
                    throw unknown();
                }
                passwords.set(guest.id(), password);
            });
            return null;
        });
        accounts.forget();
        return guest;
    }

    /** When the open link of a user becomes void; empty if there is none. */
    Optional<Instant> expires(long userId) {
        Record row = sql.any(db -> db.fetchOne("select expires_at from platform_set_up_link where user_id = ?", userId));
        return row == null ? Optional.empty() : Optional.of(Sessions.instant(row.get(0, LocalDateTime.class)))
                .filter(end -> end.isAfter(clock.instant()));
    }

    private Optional<Guest> find(String token) {
        if (token == null || token.isBlank()) {
            return Optional.empty();
        }
        Record row = sql.any(db -> db.fetchOne(FIND, Secrets.hash(token), Sessions.time(clock.instant())));
        return row == null ? Optional.empty() : Optional.of(new Guest(row.get(0, Long.class), row.get(1, String.class),
                row.get(2, String.class)));
    }

    private static Problem unknown() {
        return Problem.of(ProblemKind.DENIED, "platform.setUpLink.void");
    }
}
