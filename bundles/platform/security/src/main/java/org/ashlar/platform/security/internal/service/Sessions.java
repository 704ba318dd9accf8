package org.ashlar.platform.security.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.ashlar.platform.node.NodeListener;
import org.ashlar.platform.node.OtherNodes;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.schedule.ScheduledTask;
import org.ashlar.platform.security.internal.domain.Policy;
import org.ashlar.platform.security.internal.domain.Secrets;
import org.ashlar.platform.security.internal.domain.SessionLife;
import org.ashlar.platform.security.internal.domain.TimedCache;
import org.ashlar.platform.signin.Visitor;
import org.ashlar.platform.tx.Transactions;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Server-side sessions, shared by all nodes through the database. The browser holds a random secret, the table its hash. A
 * session that is used is read again every half minute (so that another node's sign-out counts here) and written at most once
 * a minute. Thread-safe.
 */
@Component(service = {Sessions.class, ScheduledTask.class, NodeListener.class})
public final class Sessions implements ScheduledTask, NodeListener {
    private static final String TOPIC = "platform.session";
    private static final String ALL = "";
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration SEEN = Duration.ofMinutes(1);

    private final Sql sql;
    private final Transactions transactions;
    private final Clock clock;
    private final IdSource ids;
    private final Policies policies;
    private final OtherNodes nodes;
    private final TimedCache<String, Session> cache;

    /** By injection; the data source says that the table is there. */
    @Activate
    public Sessions(@Reference Sql sql, @Reference Transactions transactions, @Reference Clock clock, @Reference IdSource ids,
            @Reference Policies policies, @Reference OtherNodes nodes, @Reference(target = "(ashlar.module=security)") DataSource migrated) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
        this.policies = policies;
        this.nodes = nodes;
        this.cache = new TimedCache<>(clock, FRESH);
    }

    /**
     * Begins a session and returns its secret.
     *
     * @param step what is still missing before it can be used, {@code null} if nothing is
     */
    String begin(long userId, long companyId, String method, String step, Visitor visitor) {
        String secret = Secrets.create();
        LocalDateTime now = time(clock.instant());
        transactions.run(() -> sql.inTransaction(db -> db.execute(
                "insert into platform_session (id, version, company_id, created_at, created_by, changed_at, changed_by, hash, user_id, "
                        + "seen_at, address, device, way, step) values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ids.next(), companyId, now, userId, now, userId, Secrets.hash(secret), userId, now, SignInLog.address(visitor),
                SignInLog.device(visitor), method, step)));
        cache.remove(Secrets.hash(secret));
        return secret;
    }

    /** The living session with this secret, also one whose second step is missing; counts as a use. */
    Optional<Session> use(String secret) {
        Optional<Session> found = cache.get(Secrets.hash(secret), this::read);
        Instant now = clock.instant();
        if (found.isEmpty() || !alive(found.get(), now)) {
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

    private boolean alive(Session session, Instant now) {
        return SessionLife.alive(policies.policy(), session.createdAt, session.seenAt, now)
                && (session.step == null || now.isBefore(session.createdAt.plus(SessionLife.PENDING)));
    }

    /** Remembers the company that the user switched to. */
    void company(Session session, long companyId) {
        transactions.run(() -> sql.inTransaction(db -> db.execute("update platform_session set company_id = ? where hash = ?",
                companyId, session.hash)));
        forget(session.hash);
    }

    /** Ends one session. */
    void end(String secret) {
        String hash = Secrets.hash(secret);
        transactions.run(() -> sql.inTransaction(db -> db.execute("delete from platform_session where hash = ?", hash)));
        forget(hash);
    }

    /** Ends one session of a user by its id; {@code false} if he has none such. */
    boolean end(long userId, long id) {
        int ended = transactions.required(() -> sql.inTransaction(db -> db.execute(
                "delete from platform_session where user_id = ? and id = ?", userId, id)));
        forget(ALL);
        return ended > 0;
    }

    /** Ends every session of a user. */
    void endAll(long userId) {
        endOthers(userId, 0);
    }

    /** Ends every session of a user but one; returns how many. */
    int endOthers(long userId, long keptId) {
        return transactions.required(() -> {
            int ended = sql.inTransaction(db -> db.execute("delete from platform_session where user_id = ? and id <> ?", userId,
                    keptId));
            transactions.afterCommit(() -> forget(ALL));
            return ended;
        });
    }

    /** Forgets what was read, because sessions were ended elsewhere. */
    void forget() {
        forget(ALL);
    }

    /** Forgets what was read of one session or all, here and on the other nodes. */
    private void forget(String hash) {
        heard(TOPIC, hash);
        nodes.tell(TOPIC, hash);
    }

    @Override
    public void heard(String topic, String hash) {
        if (!topic.equals(TOPIC)) {
            return;
        }
        if (hash.isEmpty()) {
            cache.clear();
        } else {
            cache.remove(hash);
        }
    }

    @Override
    public void missed() {
        cache.clear();
    }

    /** The living sessions of a user, the one used last first. */
    List<Open> list(long userId) {
        Instant now = clock.instant();
        Policy policy = policies.policy();
        return sql.read(db -> db.fetch("select id, address, device, way, created_at, seen_at, step from platform_session "
                + "where user_id = ? order by seen_at desc", userId))
                .map(r -> new Open(r.get(0, Long.class), r.get(1, String.class), r.get(2, String.class), r.get(3, String.class),
                        instant(r.get(4, LocalDateTime.class)), instant(r.get(5, LocalDateTime.class)), r.get(6, String.class)))
                .stream().filter(s -> s.step == null && SessionLife.alive(policy, s.startedAt, s.seenAt.plus(SEEN), now))
                .toList();
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
        Policy policy = policies.policy();
        transactions.run(() -> sql.inTransaction(db -> db.execute(
                "delete from platform_session where created_at < ? or seen_at < ?", time(now.minus(policy.absolute())),
                time(now.minus(policy.idle()).minus(SEEN)))));
    }

    private Optional<Session> read(String hash) {
        Record row = sql.read(db -> db.fetchOne("select id, user_id, company_id, created_at, seen_at, way, step "
                + "from platform_session where hash = ?", hash));
        return Optional.ofNullable(row).map(r -> new Session(hash, r.get(0, Long.class), r.get(1, Long.class),
                r.get(2, Long.class), instant(r.get(3, LocalDateTime.class)), instant(r.get(4, LocalDateTime.class)),
                r.get(5, String.class), r.get(6, String.class)));
    }

    static LocalDateTime time(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static Instant instant(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC);
    }

    /**
     * A session as its owner sees it.
     *
     * @param step what is still missing, {@code null} if nothing is
     */
    record Open(long id, String address, String device, String method, Instant startedAt, Instant seenAt, String step) {
    }

    /** One session. */
    static final class Session {
        private final String hash;
        private final long id;
        private final long userId;
        private final long companyId;
        private final Instant createdAt;
        private final String method;
        private final String step;
        private volatile Instant seenAt;
        private volatile Instant writtenAt;

        Session(String hash, long id, long userId, long companyId, Instant createdAt, Instant seenAt, String method,
                String step) {
            this.hash = hash;
            this.id = id;
            this.userId = userId;
            this.companyId = companyId;
            this.createdAt = createdAt;
            this.seenAt = seenAt;
            this.writtenAt = seenAt;
            this.method = method;
            this.step = step;
        }

        long id() {
            return id;
        }

        long userId() {
            return userId;
        }

        long companyId() {
            return companyId;
        }

        String method() {
            return method;
        }

        /** What is still missing before it can be used, {@code null} if nothing is. */
        String step() {
            return step;
        }
    }
}
