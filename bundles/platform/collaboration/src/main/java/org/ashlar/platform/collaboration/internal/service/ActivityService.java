package org.ashlar.platform.collaboration.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.activity.Activities;
import org.ashlar.platform.audit.AuditLog;
import org.ashlar.platform.module.ModuleReady;
import org.ashlar.platform.notify.Notice;
import org.ashlar.platform.notify.Notifications;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Plans activities and changes them. Reading them is the business of {@link ActivityLists}. Thread-safe. */
@Component(service = {Activities.class, ActivityService.class})
public final class ActivityService implements Activities {

    static final String TABLE = "platform_activity";

    private static final int MOST_SUMMARY = 500;
    private static final int MOST_NOTE = 4_000;

    private final Sql sql;
    private final Transactions transactions;
    private final Subjects subjects;
    private final Followers followers;
    private final People people;
    private final Notifications notifications;
    private final AuditLog log;
    private final IdSource ids;
    private final Access access;
    private final Clock clock;

    @Activate
    public ActivityService(@Reference Sql sql, @Reference Transactions transactions, @Reference Subjects subjects,
            @Reference Followers followers, @Reference People people, @Reference Notifications notifications,
            @Reference AuditLog log, @Reference IdSource ids, @Reference Access access, @Reference Clock clock,
            @Reference(target = "(ashlar.module=collaboration)") ModuleReady tables) {
        this.sql = sql;
        this.transactions = transactions;
        this.subjects = subjects;
        this.followers = followers;
        this.people = people;
        this.notifications = notifications;
        this.log = log;
        this.ids = ids;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public long plan(Plan plan) {
        return plan(plan, null);
    }

    /** Plans one with a longer note. */
    public long plan(Plan plan, String note) {
        subjects.requireInside();
        Subject subject = plan.model() == null ? null : subjects.of(plan.model(), plan.recordId());
        String summary = text("summary", plan.summary(), MOST_SUMMARY);
        if (summary == null) {
            throw Problem.rule("summary", "platform.value.required");
        }
        if (plan.due() == null) {
            throw Problem.rule("due", "platform.value.required");
        }
        requireType(plan.kind());
        long assignee = people.active(plan.assignee(), "assignee").id();
        requireVisible(subject, assignee);
        return transactions.required(() -> {
            long id = ids.next();
            sql.inTransaction(db -> {
                new Values().number("id", id).number("company_id", access.caller().companyId())
                        .text("type_code", plan.kind()).text("summary", summary).text("note", text("note", note, MOST_NOTE))
                        .text("model", plan.model()).number("record_id", subject == null ? 0 : plan.recordId())
                        .number("assignee_id", assignee).date("due_on", plan.due()).text("state", "OPEN")
                        .time("created_at", clock.instant()).number("created_by", access.caller().userId())
                        .time("changed_at", clock.instant()).insert(db, TABLE);
                return null;
            });
            tell(subject, assignee, summary, plan.due());
            return id;
        });
    }

    private static String text(String field, String value, int most) {
        String text = value == null || value.isBlank() ? null : value.strip();
        if (text != null && text.length() > most) {
            throw Problem.rule(field, "platform.value.tooLong", most, text.length());
        }
        return text;
    }

    private void requireType(String code) {
        boolean known = sql.any(db -> db.fetchOne("select id from platform_activity_type where company_id = ? and code = ?"
                + " and active = true", access.caller().companyId(), code == null ? "" : code)) != null;
        if (!known) {
            throw Problem.rule("type", "platform.activity.type", String.valueOf(code));
        }
    }

    private void requireVisible(Subject subject, long assignee) {
        if (subject != null && !subjects.visibleTo(assignee, subject.model().id(), subject.id(), false)) {
            throw Problem.rule("assignee", "platform.activity.blind", people.of(assignee).name());
        }
    }

    private void tell(Subject subject, long assignee, String summary, LocalDate due) {
        if (subject != null) {
            followers.follow(subject, assignee, false);
        }
        if (assignee != access.caller().userId()) {
            notifications.send(new Notice("assigned", List.of(assignee),
                    subject == null ? "notice.text.assigned" : "notice.text.assignedOn",
                    List.of(people.caller(), summary, due.toString(), subject == null ? "" : subject.label()),
                    subject == null ? null : subject.model().id(), subject == null ? 0 : subject.id(), false));
        }
    }

    /**
     * What to change; {@code null} leaves as it is.
     *
     * @param assignee user id
     */
    public record Change(String type, String summary, String note, Long assignee, LocalDate due) {
    }

    /** Changes an open activity. */
    public void change(long id, Change change) {
        transactions.run(() -> {
            Record row = mine(id);
            requireOpen(row);
            Subject subject = subject(row);
            Values values = new Values().time("changed_at", clock.instant());
            if (change.type() != null) {
                requireType(change.type());
                values.text("type_code", change.type());
            }
            String summary = text("summary", change.summary(), MOST_SUMMARY);
            if (summary != null) {
                values.text("summary", summary);
            }
            if (change.note() != null) {
                values.text("note", text("note", change.note(), MOST_NOTE));
            }
            if (change.due() != null) {
                values.date("due_on", change.due()).date("reminded_on", null);
            }
            boolean passedOn = change.assignee() != null && !change.assignee().equals(Values.get(row, "assignee_id", Long.class));
            if (passedOn) {
                requireVisible(subject, people.active(change.assignee(), "assignee").id());
                values.number("assignee_id", change.assignee());
            }
            sql.inTransaction(db -> values.update(db, TABLE, "id = ?", id));
            if (passedOn) {
                tell(subject, change.assignee(), summary == null ? Values.get(row, "summary", String.class) : summary,
                        change.due() == null ? Values.get(row, "due_on", LocalDate.class) : change.due());
            }
        });
    }

    /** Marks an open activity as done, or as not needed any more. */
    public void close(long id, boolean done, String note) {
        transactions.run(() -> {
            Record row = mine(id);
            requireOpen(row);
            String words = text("note", note, MOST_NOTE);
            sql.inTransaction(db -> new Values().text("state", done ? "DONE" : "CANCELLED").time("done_at", clock.instant())
                    .number("done_by", access.caller().userId()).text("done_note", words)
                    .time("changed_at", clock.instant()).update(db, TABLE, "id = ? and state = 'OPEN'", id));
            Subject subject = subject(row);
            if (subject != null) {
                log.note(subject.model().id(), subject.id(), done ? "activityDone" : "activityDropped",
                        Map.of("activity", id, "summary", Values.get(row, "summary", String.class)));
            }
            long creator = Values.get(row, "created_by", Long.class);
            if (done && creator > 0 && creator != access.caller().userId()) {
                notifications.send(new Notice("activityDone", List.of(creator), "notice.text.activityDone",
                        List.of(people.caller(), Values.get(row, "summary", String.class), words == null ? "" : words),
                        subject == null ? null : subject.model().id(), subject == null ? 0 : subject.id(), false));
            }
        });
    }

    /** Opens a closed activity again. */
    public void reopen(long id) {
        transactions.run(() -> {
            mine(id);
            sql.inTransaction(db -> new Values().text("state", "OPEN").time("done_at", null).number("done_by", null)
                    .text("done_note", null).time("changed_at", clock.instant()).update(db, TABLE, "id = ?", id));
        });
    }

    private static void requireOpen(Record row) {
        if (!"OPEN".equals(Values.get(row, "state", String.class))) {
            throw Problem.of(ProblemKind.RULE, "platform.activity.closed");
        }
    }

    /** The record that an activity is about, {@code null} if none; the caller sees it, or it is his task anyway. */
    private Subject subject(Record row) {
        String model = Values.get(row, "model", String.class);
        if (model == null || subjects.find(model) == null) {
            return null;
        }
        try {
            return subjects.of(model, Values.get(row, "record_id", Long.class));
        } catch (Problem hidden) {
            return null;
        }
    }

    /** Its creator, its assignee and whoever may change the record may change it. */
    private Record mine(long id) {
        Record row = sql.any(db -> db.fetchOne("select * from platform_activity where id = ? and company_id = ?", id,
                access.caller().companyId()));
        if (row == null || !mayChange(row)) {
            throw Problem.of(ProblemKind.NOT_FOUND, "platform.activity.unknown", String.valueOf(id));
        }
        return row;
    }

    boolean mayChange(Record row) {
        long user = access.caller().userId();
        if (user == Values.get(row, "assignee_id", Long.class) || user == Values.get(row, "created_by", Long.class)) {
            return true;
        }
        String model = Values.get(row, "model", String.class);
        return model != null && access.may(model + ".update") && subject(row) != null;
    }
}
