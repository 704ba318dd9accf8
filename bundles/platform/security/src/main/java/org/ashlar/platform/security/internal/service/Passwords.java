package org.ashlar.platform.security.internal.service;

import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.security.internal.domain.PasswordHash;
import org.ashlar.platform.security.internal.domain.PasswordPolicy;
import org.ashlar.platform.security.internal.model.UserEntity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sets and checks passwords; bounds how many are hashed at once, because each takes 19 MiB. Thread-safe. */
@Component(service = Passwords.class)
public final class Passwords {
    private static final int AT_ONCE = 4;
    private static final long PATIENCE = 10;

    private final Semaphore memory = new Semaphore(AT_ONCE, true);
    private final String nobody = PasswordHash.of("nobody has this password".toCharArray());
    private final Sql sql;
    private final EntityStore store;
    private final Sessions sessions;
    private final Clock clock;

    /** By injection. */
    @Activate
    public Passwords(@Reference Sql sql, @Reference EntityStore store, @Reference Sessions sessions, @Reference Clock clock) {
        this.sql = sql;
        this.store = store;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Refuses weak passwords.
     *
     * @throws Problem RULE at the field {@code password}
     */
    static void requireStrong(String login, String password) {
        PasswordPolicy.breach(login, password).ifPresent(code -> {
            throw Problem.rule("password", code, PasswordPolicy.MIN, PasswordPolicy.MAX);
        });
    }

    /** Gives a user a new password inside the running transaction and ends all his sessions. */
    void set(long userId, String password) {
        UserEntity user = store.get(UserEntity.class, userId);
        requireStrong(user.getLogin(), password);
        String hash = guarded(() -> PasswordHash.of(password.toCharArray()));
        store.flush();
        sql.inTransaction(db -> db.execute(
                "update platform_user set password_hash = ?, failures = 0, locked_until = null where id = ?", hash, userId));
        user.setPasswordChangedAt(clock.instant());
        store.update(user);
        sessions.endAll(userId);
    }

    /** Whether the password belongs to the hash; as slow when there is no hash, so that time does not tell. */
    boolean verify(String hash, String password) {
        if (password == null || password.length() > PasswordPolicy.MAX) {
            return false;
        }
        boolean same = guarded(() -> PasswordHash.verify(hash == null ? nobody : hash, password.toCharArray()));
        return same && hash != null;
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
