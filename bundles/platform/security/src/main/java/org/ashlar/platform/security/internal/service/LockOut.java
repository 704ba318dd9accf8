package org.ashlar.platform.security.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.security.internal.domain.Policy;
import org.ashlar.platform.security.internal.domain.RateLimit;
import org.ashlar.platform.tx.Transactions;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Locks accounts after failures in a row, each time for twice as long, on all nodes. Thread-safe. */
@Component(service = LockOut.class)
public final class LockOut {
    private static final int UNKNOWN = 10;
    private static final Duration UNKNOWN_LOCK = Duration.ofMinutes(15);

    private final Sql sql;
    private final Transactions transactions;
    private final Policies policies;
    private final Clock clock;
    private final RateLimit unknown;

    /** By injection. */
    @Activate
    public LockOut(@Reference Sql sql, @Reference Transactions transactions, @Reference Policies policies, @Reference Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.policies = policies;
        this.clock = clock;
        this.unknown = new RateLimit(clock, UNKNOWN, UNKNOWN_LOCK);
    }

    /** Minutes until a lock ends, at least 1; empty if there is none. */
    Optional<Long> left(Instant end) {
        Instant now = clock.instant();
        return end == null || !end.isAfter(now) ? Optional.empty()
                : Optional.of(Math.max(1, Duration.between(now, end).plusSeconds(59).toMinutes()));
    }

    /** Counts a failure; {@code true} if it locks the account. */
    boolean failed(long userId) {
        Policy policy = policies.policy();
        if (policy.lockAfter() <= 0) {
            return false;
        }
        return transactions.separate(() -> sql.inTransaction(db -> {
            db.execute("update platform_user set failures = failures + 1 where id = ?", userId);
            Record row = db.fetchOne("select failures, locks from platform_user where id = ?", userId);
            if (row == null || row.get(0, Integer.class) < policy.lockAfter()) {
                return false;
            }
            int locks = row.get(1, Integer.class);
            db.execute("update platform_user set failures = 0, locks = ?, locked_until = ? where id = ?", locks + 1,
                    Sessions.time(clock.instant().plus(policy.lock(locks))), userId);
            return true;
        }));
    }

    /** Counts a failure of a login that nobody has; minutes of its lock if it is locked, so that it looks like a known one. */
    Optional<Long> failedUnknown(String login) {
        return unknown.take(login) > 0 ? Optional.of(UNKNOWN_LOCK.toMinutes()) : Optional.empty();
    }

    /** Forgets the failures of a user. */
    void succeeded(long userId) {
        boolean clean = sql.any(db -> db.fetchOne("select count(*) from platform_user where id = ? and "
                + "(failures > 0 or locks > 0 or locked_until is not null)", userId)).get(0, Long.class) == 0;
        if (!clean) {
            unlock(userId);
        }
    }

    /** Ends a lock before its time. */
    void unlock(long userId) {
        transactions.run(() -> sql.inTransaction(db -> db.execute(
                "update platform_user set failures = 0, locks = 0, locked_until = null where id = ?", userId)));
    }
}
