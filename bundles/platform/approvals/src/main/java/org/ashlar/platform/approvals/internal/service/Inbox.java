package org.ashlar.platform.approvals.internal.service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.record.Sql;
import org.jooq.Record;
import org.jooq.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What waits for the caller, what he decided, what he asked for: one statement each. Thread-safe. */
@Component(service = Inbox.class)
public final class Inbox {

    private static final String COLUMNS = "select r.id, r.title, r.model_id, r.record_id, r.action_name, r.state, r.requester_id,"
            + " r.reason, r.submitted_at, p.title, s.title, s.due_at, ";
    private static final String FROM = " from platform_approval_request r left join platform_approval_policy p on p.id = r.policy_id"
            + " left join platform_approval_step s on s.request_id = r.id and s.code = r.current_step";
    private static final String TASK = " join platform_approval_task t on t.request_id = r.id";
    private static final String OPEN = " and r.state = 'PENDING' and t.state = 'OPEN' and t.step_code = r.current_step";

    private final Sql sql;
    private final Access access;
    private final Users users;
    private final Substitutes substitutes;
    private final Clock clock;

    /** By injection. */
    @Activate
    public Inbox(@Reference Sql sql, @Reference Access access, @Reference Users users, @Reference Substitutes substitutes,
            @Reference Clock clock) {
        this.sql = sql;
        this.access = access;
        this.users = users;
        this.substitutes = substitutes;
        this.clock = clock;
    }

    /** Somebody. */
    public record Person(long id, String label) {
    }

    /**
     * One request in a list.
     *
     * @param request request id
     * @param title what the record is known by
     * @param model model of the record
     * @param record its id
     * @param action action that is carried out in the end, {@code null} if none
     * @param state state of the request
     * @param requester who asked
     * @param reason why
     * @param submittedAt when
     * @param policy title of the policy
     * @param step title of the present step
     * @param dueAt until when the step is to be decided
     * @param overdue whether that has passed
     * @param decided what the caller decided, on the list of decided ones
     * @param onBehalfOf absent approver whom the caller substitutes
     */
    public record Item(long request, String title, String model, long record, String action, String state, Person requester,
            String reason, Instant submittedAt, String policy, String step, Instant dueAt, boolean overdue, String decided,
            Person onBehalfOf) {
    }

    /**
     * Figures for a badge.
     *
     * @param pending waiting for the caller, with those that he substitutes for
     * @param overdue of these, past their time
     * @param substituting of these, on behalf of others
     * @param mine his own pending requests
     */
    public record Counts(long pending, long overdue, long substituting, long mine) {
    }

    /** Waiting for the caller, the most urgent first. */
    public List<Item> pending(int offset, int limit) {
        return items("t.state, t.user_id" + FROM + TASK + " where r.company_id = ?" + OPEN + " and t.user_id in (" + deciders()
                + ") order by case when s.due_at is null then 1 else 0 end, s.due_at, r.id", offset, limit);
    }

    /** Decided by the caller, latest first. */
    public List<Item> decided(int offset, int limit) {
        return items("t.state, t.user_id" + FROM + TASK + " where r.company_id = ? and t.decided_by = " + access.caller().userId()
                + " order by t.decided_at desc, t.id desc", offset, limit);
    }

    /** Asked for by the caller, latest first. */
    public List<Item> mine(int offset, int limit) {
        return items("cast(null as varchar(16)), cast(null as bigint)" + FROM + " where r.company_id = ? and r.requester_id = "
                + access.caller().userId() + " order by r.id desc", offset, limit);
    }

    /** Requests for one record, latest first. */
    public List<Item> of(String model, long record) {
        return read(db -> db.fetch(COLUMNS + "cast(null as varchar(16)), cast(null as bigint)" + FROM
                + " where r.company_id = ? and r.model_id = ? and r.record_id = ? order by r.id desc",
                access.caller().companyId(), model, record));
    }

    /** All pending requests of the company, oldest first; for the console. */
    public List<Item> all(int limit) {
        return items("cast(null as varchar(16)), cast(null as bigint)" + FROM
                + " where r.company_id = ? and r.state = 'PENDING' order by r.id", 0, limit);
    }

    /** Figures for a badge. */
    public Counts counts() {
        long me = access.caller().userId();
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        Record row = sql.any(db -> db.fetchOne("select count(*), sum(case when s.due_at < ? then 1 else 0 end),"
                + " sum(case when t.user_id <> " + me + " then 1 else 0 end)" + FROM + TASK + " where r.company_id = ?" + OPEN
                + " and t.user_id in (" + deciders() + ")", now, access.caller().companyId()));
        Record mine = sql.any(db -> db.fetchOne("select count(*) from platform_approval_request where company_id = ?"
                + " and state = 'PENDING' and requester_id = ?", access.caller().companyId(), me));
        return new Counts(number(row, 0), number(row, 1), number(row, 2), number(mine, 0));
    }

    private static long number(Record row, int column) {
        Long value = row.get(column, Long.class);
        return value == null ? 0 : value;
    }

    /** The caller and those whom he substitutes, as a list of numbers. */
    private String deciders() {
        List<Long> all = new ArrayList<>(substitutes.actsFor(access.caller().userId()));
        all.add(access.caller().userId());
        return String.join(", ", all.stream().map(String::valueOf).toList());
    }

    private List<Item> items(String rest, int offset, int limit) {
        return read(db -> db.fetch(COLUMNS + rest + " offset " + Math.max(0, offset) + " rows fetch next "
                + Math.max(1, Math.min(500, limit)) + " rows only", access.caller().companyId()));
    }

    private List<Item> read(java.util.function.Function<org.jooq.DSLContext, Result<Record>> work) {
        return sql.any(work).map(this::item);
    }

    private Item item(Record row) {
        Instant due = instant(row, 11);
        Long owner = row.get(13, Long.class);
        boolean substituting = owner != null && owner != access.caller().userId();
        return new Item(row.get(0, Long.class), row.get(1, String.class), row.get(2, String.class), row.get(3, Long.class),
                row.get(4, String.class), row.get(5, String.class), person(row.get(6, Long.class)), row.get(7, String.class),
                instant(row, 8), row.get(9, String.class), row.get(10, String.class), due,
                due != null && due.isBefore(clock.instant()), row.get(12, String.class), substituting ? person(owner) : null);
    }

    private Person person(long id) {
        return new Person(id, users.find(id).map(Users.User::name).orElse(""));
    }

    private static Instant instant(Record row, int column) {
        LocalDateTime time = row.get(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
