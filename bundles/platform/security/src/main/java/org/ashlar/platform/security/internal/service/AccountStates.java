package org.ashlar.platform.security.internal.service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Sql;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells administrators how a user gets in, from columns that no record shows. Checks nothing; its callers do. Thread-safe. */
@Component(service = AccountStates.class)
public final class AccountStates {
    private final Sql sql;
    private final SetUpLinks links;
    private final Clock clock;

    /** By injection. */
    @Activate
    public AccountStates(@Reference Sql sql, @Reference SetUpLinks links, @Reference Clock clock) {
        this.sql = sql;
        this.links = links;
        this.clock = clock;
    }

    /**
     * How a user gets in.
     *
     * @param password whether he has a password here
     * @param secondStep whether he signs in with a second step
     * @param lockedUntil end of the lock after wrong passwords, else {@code null}
     * @param linkExpires end of the open set-up link, else {@code null}
     * @param lastSignIn last time he got in, else {@code null}
     */
    public record AccountState(boolean password, boolean secondStep, Instant lockedUntil, Instant linkExpires, Instant lastSignIn) {
    }

    /** By id. */
    public AccountState of(long userId) {
        Record row = sql.any(db -> db.fetchOne("select case when password_hash is null then 0 else 1 end, locked_until"
                + " from platform_user where id = ?", userId));
        if (row == null) {
            throw Problem.notFound("platform.user", userId);
        }
        boolean second = sql.any(db -> db.fetchOne("select count(*) from platform_totp where user_id = ? and confirmed_at is not null",
                userId)).get(0, Long.class) > 0;
        LocalDateTime last = sql.any(db -> db.fetchOne("select max(created_at) from platform_sign_in where user_id = ? and outcome = 'OK'",
                userId)).get(0, LocalDateTime.class);
        Instant locked = instant(row.get(1, LocalDateTime.class));
        return new AccountState(row.get(0, Integer.class) == 1, second, locked != null && locked.isAfter(clock.instant()) ? locked : null,
                links.expires(userId).orElse(null), instant(last));
    }

    private static Instant instant(LocalDateTime time) {
        return time == null ? null : Sessions.instant(time);
    }
}
