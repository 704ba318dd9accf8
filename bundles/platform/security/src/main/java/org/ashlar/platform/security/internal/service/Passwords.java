package org.ashlar.platform.security.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.security.internal.domain.PasswordHash;
import org.ashlar.platform.security.internal.domain.PasswordPolicy;
import org.ashlar.platform.security.internal.domain.Policy;
import org.ashlar.platform.security.internal.model.UserEntity;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sets and checks passwords; bounds how many are hashed at once, because each takes 19 MiB. Thread-safe. */
@Component(service = Passwords.class)
public final class Passwords {
    /** Time of a password that somebody else gave, so that it is older than any policy allows. */
    private static final Instant GIVEN = Instant.EPOCH;
    private static final int AT_ONCE = 4;
    private static final long PATIENCE = 10;
    private static final int MOST_FORMER = 24;

    private final Semaphore memory = new Semaphore(AT_ONCE, true);
    private final String nobody = PasswordHash.of("nobody has this password".toCharArray());
    private final Sql sql;
    private final EntityStore store;
    private final Sessions sessions;
    private final Policies policies;
    private final Clock clock;

    /** By injection. */
    @Activate
    public Passwords(@Reference Sql sql, @Reference EntityStore store, @Reference Sessions sessions,
            @Reference Policies policies, @Reference Clock clock) {
        this.sql = sql;
        this.store = store;
        this.sessions = sessions;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Refuses weak passwords.
     *
     * @throws Problem RULE at the field {@code password}
     */
    void requireStrong(String login, String password) {
        Policy policy = policies.policy();
        PasswordPolicy.breach(policy, login, password).ifPresent(code -> {
            throw Problem.rule("password", code, Math.max(PasswordPolicy.FLOOR, policy.minLength()), PasswordPolicy.MAX);
        });
    }

    /** Gives a user a new password inside the running transaction and ends all his sessions. */
    void set(long userId, String password) {
        UserEntity user = store.get(UserEntity.class, userId);
        requireStrong(user.getLogin(), password);
        String before = hash(userId);
        requireNew(userId, before, password);
        String hash = guarded(() -> PasswordHash.of(password.toCharArray()));
        store.flush();
        if (before != null) {
            sql.inTransaction(db -> db.execute("insert into platform_password_history (user_id, hash, created_at) values (?, ?, ?)",
                    userId, before, Sessions.time(clock.instant())));
        }
        sql.inTransaction(db -> db.execute("update platform_user set password_hash = ?, failures = 0, locked_until = null, "
                + "locks = 0 where id = ?", hash, userId));
        user.setPasswordChangedAt(clock.instant());
        store.update(user);
        sessions.endAll(userId);
    }

    /** Lets the user choose another password when he signs in next, inside the running transaction. */
    void demandChange(long userId) {
        UserEntity user = store.get(UserEntity.class, userId);
        user.setPasswordChangedAt(GIVEN);
        store.update(user);
    }

    /** Whether the user must choose another password: his is too old, or somebody gave it to him; never for those who have none here. */
    boolean expired(long userId) {
        Record row = sql.any(db -> db.fetchOne("select password_changed_at from platform_user where id = ? and password_hash is not null",
                userId));
        if (row == null) {
            return false;
        }
        LocalDateTime changed = row.get(0, LocalDateTime.class);
        int days = policies.policy().maxAgeDays();
        boolean given = changed != null && Sessions.instant(changed).equals(GIVEN);
        return given || days > 0 && (changed == null || Sessions.instant(changed).isBefore(clock.instant().minus(Duration.ofDays(days))));
    }

    /** The hash of a user's password, {@code null} if he has none here. */
    String hash(long userId) {
        Record row = sql.any(db -> db.fetchOne("select password_hash from platform_user where id = ?", userId));
        return row == null ? null : row.get(0, String.class);
    }

    /** Whether the password belongs to the hash; as slow when there is no hash, so that time does not tell. */
    boolean verify(String hash, String password) {
        if (password == null || password.isEmpty() || password.length() > PasswordPolicy.MAX) {
            return false;
        }
        boolean same = guarded(() -> PasswordHash.verify(hash == null ? nobody : hash, password.toCharArray()));
        return same && hash != null;
    }

    private void requireNew(long userId, String present, String password) {
        int former = Math.min(policies.policy().history(), MOST_FORMER);
        if (former <= 0 || present == null) {
            return;
        }
        List<String> hashes = sql.any(db -> db.fetch("select hash from platform_password_history where user_id = ? "
                + "order by created_at desc", userId)).getValues(0, String.class);
        boolean used = verify(present, password)
                || hashes.stream().limit(former - 1L).anyMatch(hash -> verify(hash, password));
        if (used) {
            throw Problem.rule("password", "platform.password.used", former);
        }
    }

    private <T> T guarded(Supplier<T> work) {
        try {
            if (!memory.tryAcquire(PATIENCE, TimeUnit.SECONDS)) {
                throw Problem.of(ProblemKind.TOO_MANY, "platform.session.busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(ProblemKind.UNAVAILABLE, "platform.session.busy");
        }
        try {
            return work.get();
        } finally {
            memory.release();
        }
    }
}
