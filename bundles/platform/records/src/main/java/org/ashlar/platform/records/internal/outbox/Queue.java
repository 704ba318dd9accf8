package org.ashlar.platform.records.internal.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.outbox.Outbox;
import org.ashlar.platform.record.Rows;

/**
 * The table of an outbox. A node takes a thing by one conditional UPDATE and holds it by a lease that carries its name;
 * {@code handed_over} is committed just before the other side may take it, so that after a crash it is known whether it may
 * have left. Thread-safe.
 */
final class Queue {
    /** Longer than any attempt can take. */
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final int PROBLEM = 1900;

    private final String table;
    private final String way;
    private final Rows rows;
    private final Clock clock;
    private final Access access;

    Queue(String table, String way, Rows rows, Clock clock, Access access) {
        this.table = table;
        this.way = way;
        this.rows = rows;
        this.clock = clock;
        this.access = access;
    }

    /** A thing that is due. */
    record Due(long id, long company, long way) {
    }

    /** What is due, oldest first. */
    List<Due> due(int limit) {
        return rows.query("select id, company_id, " + way + " from " + table + " where state = 'QUEUED' and next_attempt <= ?"
                + " order by next_attempt, id fetch first " + limit + " rows only",
                r -> new Due(r.getLong(1), r.getLong(2), r.getLong(3)), clock.instant());
    }

    /** Takes a thing for this node; the number of this attempt, 0 if another node was quicker. */
    int take(long id, String lease) {
        Instant now = clock.instant();
        return rows.update("update " + table + " set state = 'SENDING', lease = ?, lease_until = ?, handed_over = ?,"
                + " attempts = attempts + 1, version = version + 1 where id = ? and state = 'QUEUED' and next_attempt <= ?",
                lease, now.plus(LEASE), false, id, now) == 0 ? 0
                : rows.query("select attempts from " + table + " where id = ?", r -> r.getInt(1), id).get(0);
    }

    /** Says that it goes out now; {@code false} if the lease was lost and it must not. */
    boolean handOver(long id, String lease) {
        return rows.update("update " + table + " set handed_over = ?, lease_until = ? where id = ? and state = 'SENDING'"
                + " and lease = ?", true, clock.instant().plus(LEASE), id, lease) == 1;
    }

    void sent(long id, String lease) {
        Instant now = clock.instant();
        rows.update("update " + table + " set state = 'SENT', sent_at = ?, problem = null, lease = null, lease_until = null,"
                + " next_attempt = null, changed_at = ?, version = version + 1 where id = ? and state = 'SENDING'"
                + " and lease = ?", now, now, id, lease);
    }

    /** Back into the queue, if this node still holds it. */
    void later(long id, String lease, Instant next, String problem) {
        rows.update("update " + table + " set state = 'QUEUED', next_attempt = ?, problem = ?, lease = null,"
                + " lease_until = null, handed_over = ?, changed_at = ?, version = version + 1"
                + " where id = ? and state = 'SENDING' and lease = ?", next, shorten(problem), false, clock.instant(), id, lease);
    }

    /** Ends it without success, if this node still holds it. */
    void ended(long id, String lease, String state, String problem) {
        rows.update("update " + table + " set state = ?, problem = ?, lease = null, lease_until = null, next_attempt = null,"
                + " changed_at = ?, version = version + 1 where id = ? and state = 'SENDING' and lease = ?", state,
                shorten(problem), clock.instant(), id, lease);
    }

    /** Frees what crashed nodes held: what had not been handed over waits again, the rest is uncertain. */
    void recover(String node) {
        Instant now = clock.instant();
        String held = " where state = 'SENDING' and handed_over = ? and (lease_until < ? or lease like ?)";
        String own = node == null ? "-" : node + "/%";
        rows.update("update " + table + " set state = 'QUEUED', next_attempt = ?, lease = null, lease_until = null,"
                + " version = version + 1" + held, now, false, now, own);
        rows.update("update " + table + " set state = 'UNCERTAIN', problem = ?, lease = null, lease_until = null,"
                + " next_attempt = null, version = version + 1" + held,
                "The node stopped while the other side was taking it over", true, now, own);
    }

    /** By hand: from any end without success back into the queue. */
    boolean retry(long id) {
        Instant now = clock.instant();
        return rows.update("update " + table + " set state = 'QUEUED', next_attempt = ?, attempts = 0, tried_from = ?,"
                + " changed_at = ?, changed_by = ?, version = version + 1 where id = ?"
                + " and state in ('QUEUED', 'UNCERTAIN', 'FAILED', 'BOUNCED')", now, now, now, access.caller().userId(), id) == 1;
    }

    boolean cancel(long id) {
        return rows.update("update " + table + " set state = 'FAILED', next_attempt = null, problem = ?, changed_at = ?,"
                + " changed_by = ?, version = version + 1 where id = ? and state in ('QUEUED', 'UNCERTAIN')",
                "Cancelled by " + access.caller().login(), clock.instant(), access.caller().userId(), id) == 1;
    }

    /** Lets all that waits for a way out try at once. */
    void hurry(long which) {
        rows.update("update " + table + " set next_attempt = ? where " + way + " = ? and state = 'QUEUED'", clock.instant(), which);
    }

    List<Outbox.Stuck> stuck(long company, Duration longer) {
        Instant since = clock.instant().minus(longer);
        return rows.query("select id, subject, state from " + table + " where company_id = ? and (state = 'SENDING'"
                + " and lease_until < ? or state = 'QUEUED' and next_attempt < ?) order by id fetch first 1000 rows only",
                r -> new Outbox.Stuck(r.getLong(1), r.getString(2), r.getString(3)), company, since, since);
    }

    /** Since when it has been tried: when it was written, or when somebody let it try again. */
    Instant triedFrom(long id) {
        return rows.query("select tried_from from " + table + " where id = ?", r -> Rows.instant(r, "tried_from"), id)
                .stream().findFirst().orElseGet(clock::instant);
    }

    private static String shorten(String problem) {
        return Rows.line(problem, PROBLEM);
    }
}
