package org.ashlar.platform.security.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.schedule.ScheduledTask;
import org.ashlar.platform.security.internal.domain.Secrets;
import org.ashlar.platform.security.internal.domain.SessionLife;
import org.ashlar.platform.security.internal.domain.TimedCache;
import org.ashlar.platform.tx.Transactions;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Server-side sessions. The browser holds a random secret, the table its hash. A session that is used is read again every
 * half minute (so that another node's sign-out counts here) and written at most once a minute. Thread-safe.
 */
@Component(service = {Sessions.class, ScheduledTask.class})
public final class Sessions implements ScheduledTask {
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration SEEN = Duration.ofMinutes(1);
    private static final int ADDRESS = 64;

    private final Sql sql;
    private final Transactions transactions;
    private final Clock clock;
    private final TimedCache<String, Session> cache;

    /** By injection; the data source says that the table is there. */
    @Activate
    public Sessions(@Reference Sql sql, @Reference Transactions transactions, @Reference Clock clock,
            @Reference(target = "(ashlar.module=security)") DataSource migrated) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
        this.cache = new TimedCache<>(clock, FRESH);
    }

    /** Begins a session and returns its secret. */
    String begin(long userId, long companyId, String address) {
        String secret = Secrets.create();
        LocalDateTime now = time(clock.instant());
        String from = address != null && address.length() > ADDRESS ? address.substring(0, ADDRESS) : address;
        transactions.run(() -> sql.inTransaction(db -> db.execute(
                "insert into platform_session (hash, user_id, company_id, created_at, seen_at, address) "
                        + "values (?, ?, ?, ?, ?, ?)",
                Secrets.hash(secret), userId, companyId, now, now, from)));
        cache.remove(Secrets.hash(secret));
        return secret;
    }

    /** The living session with this secret; counts as a use. */
    Optional<Session> use(String secret) {
        Optional<Session> found = cache.get(Secrets.hash(secret), this::read);
        Instant now = clock.instant();
        if (found.isEmpty() || !SessionLife.alive(found.get().createdAt, found.get().seenAt, now)) {
            return Optional.empty();
        }
        Session session = found.get();
        session.seenAt = now;
        if (Duration.between(session.writtenAt, now).compareTo(SEEN) >= 0) {
            session.writtenAt = now;
            transactions.run(() -> sql.inTransaction(db -> db.execute(
                    "update platform_session set seen_at = ? where hash = ? and seen_at < ?", time(now), session.hash,
                    time(now))));
        }
        return found;
    }

    /** Remembers the company that the user switched to. */
    void company(Session session, long companyId) {
        transactions.run(() -> sql.inTransaction(db -> db.execute("update platform_session set company_id = ? where hash = ?",
                companyId, session.hash)));
        cache.remove(session.hash);
    }

    /** Ends one session. */
    void end(String secret) {
        String hash = Secrets.hash(secret);
        transactions.run(() -> sql.inTransaction(db -> db.execute("delete from platform_session where hash = ?", hash)));
        cache.remove(hash);
    }

    /** Ends every session of a user. */
    void endAll(long userId) {
        transactions.run(() -> {
            sql.inTransaction(db -> db.execute("delete from platform_session where user_id = ?", userId));
            transactions.afterCommit(cache::clear);
        });
    }

    @Override
    public String id() {
        return "platform.endedSessions";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    /** Removes the rows of sessions that cannot be used any more. */
    @Override
    public void run() {
        Instant now = clock.instant();
        transactions.run(() -> sql.inTransaction(db -> db.execute(
                "delete from platform_session where created_at < ? or seen_at < ?", time(now.minus(SessionLife.ABSOLUTE)),
                time(now.minus(SessionLife.IDLE).minus(SEEN)))));
    }

    private Optional<Session> read(String hash) {
        Record row = sql.read(db -> db.fetchOne(
                "select user_id, company_id, created_at, seen_at from platform_session where hash = ?", hash));
        return Optional.ofNullable(row).map(r -> new Session(hash, r.get(0, Long.class), r.get(1, Long.class),
                instant(r.get(2, LocalDateTime.class)), instant(r.get(3, LocalDateTime.class))));
    }

    static LocalDateTime time(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static Instant instant(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC);
    }

    /** One session. */
    static final class Session {
        private final String hash;
        private final long userId;
        private final long companyId;
        private final Instant createdAt;
        private volatile Instant seenAt;
        private volatile Instant writtenAt;

        Session(String hash, long userId, long companyId, Instant createdAt, Instant seenAt) {
            this.hash = hash;
            this.userId = userId;
            this.companyId = companyId;
            this.createdAt = createdAt;
            this.seenAt = seenAt;
            this.writtenAt = seenAt;
        }

        long userId() {
            return userId;
        }

        long companyId() {
            return companyId;
        }
    }
}
