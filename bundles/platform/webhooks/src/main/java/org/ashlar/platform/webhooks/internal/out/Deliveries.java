package org.ashlar.platform.webhooks.internal.out;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.record.Rows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tables of webhooks and deliveries. A node takes a whole webhook, by one conditional UPDATE, so that its deliveries leave in
 * their order whatever node they were made on. Thread-safe.
 */
@Component(service = Deliveries.class)
public final class Deliveries {
    /** Longer than one delivery can take; renewed with each. */
    static final Duration LEASE = Duration.ofMinutes(2);
    private static final int PROBLEM = 900;

    private final Rows rows;
    private final IdSource ids;
    private final Clock clock;
    private final Access access;

    /** By injection. */
    @Activate
    public Deliveries(@Reference Rows rows, @Reference IdSource ids, @Reference Clock clock, @Reference Access access) {
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
        this.access = access;
    }

    /** A webhook that this node has taken. */
    record Target(long id, long companyId, long user, String code, String url, String sealed, int failures, Instant failingSince) {
        /** The same after a success. */
        Target well() {
            return new Target(id, companyId, user, code, url, sealed, 0, null);
        }
    }

    /** The next delivery of a webhook. */
    record Next(long id, String eventId, String topic, String payload, int attempts) {
    }

    /** Adds a delivery inside the running transaction; nothing if the webhook has the event already. */
    void add(long webhook, long companyId, String eventId, String topic, String payload) {
        Instant now = clock.instant();
        long user = access.caller().userId();
        rows.insertOnce("insert into platform_webhook_delivery (id, version, company_id, created_at, created_by, changed_at,"
                + " changed_by, state, webhook_id, seq, event_id, topic, payload, attempts)"
                + " values (?, 0, ?, ?, ?, ?, ?, 'WAITING', ?, ?, ?, ?, ?, 0)", "webhook_id, event_id", ids.next(), companyId,
                now, user, now, user, webhook, seq(), eventId, topic, payload);
    }

    /** The next number of all deliveries. */
    long seq() {
        return rows.next("platform_webhook_seq");
    }

    /** Webhooks with something to deliver now. */
    List<Long> due() {
        Instant now = clock.instant();
        return rows.query("select w.id from platform_webhook w where w.active = ? and (w.next_attempt is null or"
                + " w.next_attempt <= ?) and (w.lease is null or w.lease_until < ?) and exists (select 1 from"
                + " platform_webhook_delivery d where d.webhook_id = w.id and d.state = 'WAITING') order by w.id",
                r -> r.getLong(1), true, now, now);
    }

    Optional<Target> take(long webhook, String lease) {
        Instant now = clock.instant();
        if (rows.update("update platform_webhook set lease = ?, lease_until = ? where id = ? and active = ?"
                + " and (lease is null or lease_until < ?) and (next_attempt is null or next_attempt <= ?)", lease,
                now.plus(LEASE), webhook, true, now, now) == 0) {
            return Optional.empty();
        }
        return rows.query("select company_id, user_id, code, url, secret_sealed, failures, failing_since from platform_webhook"
                + " where id = ?", r -> new Target(webhook, r.getLong(1), r.getLong(2), r.getString(3), r.getString(4),
                        r.getString(5), r.getInt(6), Rows.instant(r, "failing_since")), webhook).stream().findFirst();
    }

    /** Goes on holding the webhook; {@code false} if it was switched off or taken away. */
    boolean renew(long webhook, String lease) {
        return rows.update("update platform_webhook set lease_until = ? where id = ? and lease = ? and active = ?",
                clock.instant().plus(LEASE), webhook, lease, true) == 1;
    }

    void release(long webhook, String lease) {
        rows.update("update platform_webhook set lease = null, lease_until = null where id = ? and lease = ?", webhook, lease);
    }

    /** Frees what a dead process of this node held. */
    void recover(String node) {
        rows.update("update platform_webhook set lease = null, lease_until = null where lease like ?", node + "/%");
    }

    Optional<Next> next(long webhook) {
        return rows.query("select id, event_id, topic, payload, attempts from platform_webhook_delivery where webhook_id = ?"
                + " and state = 'WAITING' order by seq fetch first 1 rows only", r -> new Next(r.getLong(1), r.getString(2),
                        r.getString(3), r.getString(4), r.getInt(5)), webhook).stream().findFirst();
    }

    void done(Target webhook, Next delivery, int status) {
        Instant now = clock.instant();
        rows.update("update platform_webhook_delivery set state = 'DONE', attempts = attempts + 1, last_status = ?,"
                + " delivered_at = ?, problem = null, changed_at = ?, version = version + 1 where id = ?", status, now, now,
                delivery.id());
        rows.update("update platform_webhook set failures = 0, failing_since = null, next_attempt = null, problem = null,"
                + " last_success = ? where id = ?", now, webhook.id());
    }

    /** A failed attempt: the delivery stays first in its order, or is given up. */
    void failed(Target webhook, Next delivery, int status, String problem, boolean dead, Instant next) {
        Instant now = clock.instant();
        rows.update("update platform_webhook_delivery set state = ?, attempts = attempts + 1, last_status = ?, problem = ?,"
                + " changed_at = ?, version = version + 1 where id = ?", dead ? "DEAD" : "WAITING",
                status == 0 ? Rows.None.NUMBER : status, shorten(problem), now, delivery.id());
        rows.update("update platform_webhook set failures = failures + 1, failing_since = coalesce(failing_since, ?),"
                + " next_attempt = ?, problem = ? where id = ?", now, next, shorten(problem), webhook.id());
    }

    /** Switches a webhook off; what waits stays. */
    void disable(long webhook, String problem) {
        rows.update("update platform_webhook set active = ?, problem = ?, changed_at = ?, version = version + 1 where id = ?",
                false, shorten(problem), clock.instant(), webhook);
    }

    /** Forgets earlier failures, because somebody changed the webhook or wants to see it work. */
    public void fresh(long webhook) {
        rows.update("update platform_webhook set failures = 0, failing_since = null, next_attempt = null, problem = null"
                + " where id = ?", webhook);
    }

    /** Lets one delivery go again; in its old place of the order. Returns its webhook. */
    public Optional<Long> replay(long delivery) {
        rows.update("update platform_webhook_delivery set state = 'WAITING', attempts = 0, problem = null, changed_at = ?,"
                + " version = version + 1 where id = ? and state in ('DONE', 'DEAD')", clock.instant(), delivery);
        return rows.query("select webhook_id from platform_webhook_delivery where id = ?", r -> r.getLong(1), delivery).stream()
                .findFirst();
    }

    /** Lets deliveries made since then go again; returns how many. */
    public int replay(long webhook, Instant from, boolean deadOnly) {
        return rows.update("update platform_webhook_delivery set state = 'WAITING', attempts = 0, problem = null,"
                + " changed_at = ?, version = version + 1 where webhook_id = ? and created_at >= ? and state in ('DEAD', ?)",
                clock.instant(), webhook, from, deadOnly ? "DEAD" : "DONE");
    }

    /** The payload of a delivery of the caller's company. */
    public Optional<String> payload(long delivery) {
        return rows.query("select payload from platform_webhook_delivery where id = ? and company_id = ?",
                r -> r.getString(1), delivery, access.caller().companyId()).stream().findFirst();
    }

    private static String shorten(String problem) {
        return Rows.line(problem, PROBLEM);
    }
}
