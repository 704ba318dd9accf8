package org.ashlar.platform.collaboration.internal.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Sql;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Activities of a record and of a person. Thread-safe. */
@Component(service = ActivityLists.class)
public final class ActivityLists {

    private static final int MOST = 500;

    private final Sql sql;
    private final Subjects subjects;
    private final ActivityService activities;
    private final People people;
    private final Access access;

    @Activate
    public ActivityLists(@Reference Sql sql, @Reference Subjects subjects, @Reference ActivityService activities,
            @Reference People people, @Reference Access access) {
        this.sql = sql;
        this.subjects = subjects;
        this.activities = activities;
        this.people = people;
        this.access = access;
    }

    /** The type of an activity. */
    public record Type(String code, String name, String icon) {
    }

    /** The record that an activity is about; {@code label} {@code null} if the caller may not see it. */
    public record About(String model, long id, String label, String path) {
    }

    /**
     * An activity.
     *
     * @param state {@code OPEN}, {@code DONE} or {@code CANCELLED}
     * @param when {@code OVERDUE}, {@code TODAY} or {@code LATER} for open ones, else {@code null}
     */
    public record Activity(long id, Type type, String summary, String note, About record, Person assignee, LocalDate due,
            String state, String when, Person createdBy, Instant createdAt, Instant doneAt, Person doneBy, String doneNote,
            boolean mayEdit) {
    }

    /** How many open activities the caller has. */
    public record Counts(long overdue, long today, long later) {
    }

    /** Activities of a record, open ones first by deadline. */
    public List<Activity> of(Subject subject, boolean closed) {
        return views(sql.any(db -> db.fetch("select * from platform_activity where record_id = ? and model = ?"
                + " and company_id = ?" + (closed ? "" : " and state = 'OPEN'") + " order by case when state = 'OPEN' then 0 else 1 end, due_on, id"
                + " fetch first " + MOST + " rows only", subject.id(), subject.model().id(), access.caller().companyId())));
    }

    /** Number of open activities of a record. */
    public long open(Subject subject) {
        return sql.any(db -> db.fetchOne("select count(*) from platform_activity where record_id = ? and model = ?"
                + " and company_id = ? and state = 'OPEN'", subject.id(), subject.model().id(), access.caller().companyId()))
                .get(0, Long.class);
    }

    /** One activity. */
    public Activity get(long id) {
        Record row = sql.any(db -> db.fetchOne("select * from platform_activity where id = ? and company_id = ?", id,
                access.caller().companyId()));
        boolean visible = row != null && (activities.mayChange(row) || Values.has(row, "model")
                && !subjects.labels(Values.get(row, "model", String.class), List.of(Values.get(row, "record_id", Long.class))).isEmpty());
        if (!visible) {
            throw Problem.of(ProblemKind.NOT_FOUND, "platform.activity.unknown", String.valueOf(id));
        }
        return views(List.of(row)).get(0);
    }

    /**
     * Tasks of the caller, by deadline.
     *
     * @param when {@code overdue}, {@code today}, {@code later}, {@code done} or {@code null} for all open ones
     */
    public List<Activity> mine(String when, long offset, int limit) {
        LocalDate today = access.today();
        String condition = switch (when == null ? "" : when) {
            case "overdue" -> " and state = 'OPEN' and due_on < ?";
            case "today" -> " and state = 'OPEN' and due_on = ?";
            case "later" -> " and state = 'OPEN' and due_on > ?";
            case "done" -> " and state <> 'OPEN' and due_on >= ?";
            default -> " and state = 'OPEN' and due_on >= ?";
        };
        LocalDate bound = when == null || when.equals("done") || condition.contains(">=") ? LocalDate.of(1970, 1, 1) : today;
        return views(sql.any(db -> db.fetch("select * from platform_activity where assignee_id = ? and company_id = ?"
                + condition + " order by " + ("done".equals(when) ? "done_at desc" : "due_on") + ", id offset "
                + Math.max(0, offset) + " rows fetch next " + Math.max(1, Math.min(MOST, limit)) + " rows only",
                access.caller().userId(), access.caller().companyId(), bound)));
    }

    /** How many of them there are. */
    public Counts counts() {
        LocalDate today = access.today();
        Record row = sql.any(db -> db.fetchOne("select sum(case when due_on < ? then 1 else 0 end),"
                + " sum(case when due_on = ? then 1 else 0 end), sum(case when due_on > ? then 1 else 0 end)"
                + " from platform_activity where assignee_id = ? and company_id = ? and state = 'OPEN'", today, today, today,
                access.caller().userId(), access.caller().companyId()));
        return new Counts(number(row, 0), number(row, 1), number(row, 2));
    }

    private static long number(Record row, int i) {
        Long value = row.get(i, Long.class);
        return value == null ? 0 : value;
    }

    private List<Activity> views(List<? extends Record> rows) {
        Map<String, List<Long>> ids = new LinkedHashMap<>();
        rows.stream().filter(r -> Values.has(r, "model")).forEach(r -> ids.computeIfAbsent(Values.get(r, "model", String.class),
                k -> new ArrayList<>()).add(Values.get(r, "record_id", Long.class)));
        Map<String, Map<Long, String>> labels = new HashMap<>();
        ids.forEach((model, some) -> labels.put(model, subjects.labels(model, some)));
        Map<String, Type> types = types();
        LocalDate today = access.today();
        return rows.stream().map(r -> view(r, labels, types, today)).toList();
    }

    private Map<String, Type> types() {
        Map<String, Type> types = new HashMap<>();
        sql.any(db -> db.fetch("select code, name, icon from platform_activity_type where company_id = ?",
                access.caller().companyId())).forEach(r -> types.put(r.get(0, String.class),
                        new Type(r.get(0, String.class), r.get(1, String.class), r.get(2, String.class))));
        return types;
    }

    private Activity view(Record row, Map<String, Map<Long, String>> labels, Map<String, Type> types, LocalDate today) {
        String model = Values.get(row, "model", String.class);
        long record = Values.get(row, "record_id", Long.class);
        ModelInfo info = subjects.find(model);
        String label = model == null ? null : labels.getOrDefault(model, Map.of()).get(record);
        About about = model == null || label == null ? null
                : new About(model, record, label, info == null ? null : Subject.path(info, record));
        String code = Values.get(row, "type_code", String.class);
        LocalDate due = Values.get(row, "due_on", LocalDate.class);
        String state = Values.get(row, "state", String.class);
        String when = !state.equals("OPEN") ? null : due.isBefore(today) ? "OVERDUE" : due.equals(today) ? "TODAY" : "LATER";
        Long doneBy = Values.get(row, "done_by", Long.class);
        return new Activity(Values.get(row, "id", Long.class), types.getOrDefault(code, new Type(code, code, null)),
                Values.get(row, "summary", String.class), Values.get(row, "note", String.class), about,
                people.of(Values.get(row, "assignee_id", Long.class)), due, state, when, people.of(Values.get(row, "created_by", Long.class)),
                Values.instant(row, "created_at"), Values.instant(row, "done_at"), doneBy == null ? null : people.of(doneBy),
                Values.get(row, "done_note", String.class), activities.mayChange(row));
    }
}
