package org.ashlar.platform.collaboration.internal.service;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Members;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.module.ModuleReady;
import org.ashlar.platform.notify.Notice;
import org.ashlar.platform.notify.Notifications;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.schedule.ScheduledTask;
import org.ashlar.platform.settings.Settings;
import org.ashlar.platform.tx.Transactions;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reminds of activities on the day they are due, by the calendar of their company, once, and tells managers of what stays. Thread-safe. */
@Component(service = ScheduledTask.class)
public final class ActivityReminders implements ScheduledTask {

    private static final int BATCH = 500;

    private final Sql sql;
    private final Transactions transactions;
    private final Notifications notifications;
    private final Companies companies;
    private final Members members;
    private final People people;
    private final Settings settings;
    private final Access access;

    @Activate
    public ActivityReminders(@Reference Sql sql, @Reference Transactions transactions, @Reference Notifications notifications,
            @Reference Companies companies, @Reference Members members, @Reference People people, @Reference Settings settings,
            @Reference Access access,
            @Reference(target = "(ashlar.module=collaboration)") ModuleReady tables) {
        this.sql = sql;
        this.transactions = transactions;
        this.notifications = notifications;
        this.companies = companies;
        this.members = members;
        this.people = people;
        this.settings = settings;
        this.access = access;
    }

    @Override
    public String id() {
        return "platform.activityReminders";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(15);
    }

    @Override
    public void run() {
        for (Company company : companies.list()) {
            access.as(access.system(company.id()), () -> {
                remind(company.id(), access.today());
                escalate(company.id(), access.today());
                return null;
            });
        }
    }

    private void remind(long company, LocalDate today) {
        List<? extends Record> rows = sql.read(db -> db.fetch("select id, assignee_id, summary, due_on, model, record_id"
                + " from platform_activity where company_id = ? and state = 'OPEN' and due_on <= ? and reminded_on is null"
                + " order by due_on, id fetch first " + BATCH + " rows only", company, today));
        for (Record row : rows) {
            transactions.run(() -> {
                int mine = sql.inTransaction(db -> new Values().date("reminded_on", today).update(db, ActivityService.TABLE,
                        "id = ? and reminded_on is null", Values.get(row, "id", Long.class)));
                if (mine == 1) {
                    notifications.send(new Notice("activityDue", List.of(Values.get(row, "assignee_id", Long.class)),
                            "notice.text.activityDue",
                            List.of(Values.get(row, "summary", String.class), Values.get(row, "due_on", LocalDate.class).toString()),
                            Values.get(row, "model", String.class), Values.get(row, "record_id", Long.class), false));
                }
            });
        }
    }

    /** The manager of the assignee hears of what is overdue for longer than the setting says; 0, the default: never. */
    private void escalate(long company, LocalDate today) {
        int days = days();
        if (days == 0) {
            return;
        }
        List<? extends Record> rows = sql.read(db -> db.fetch("select id, assignee_id, summary, due_on, model, record_id"
                + " from platform_activity where company_id = ? and state = 'OPEN' and due_on <= ? and escalated_on is null"
                + " order by due_on, id fetch first " + BATCH + " rows only", company, today.minusDays(days)));
        for (Record row : rows) {
            long assignee = Values.get(row, "assignee_id", Long.class);
            transactions.run(() -> {
                int mine = sql.inTransaction(db -> new Values().date("escalated_on", today).update(db, ActivityService.TABLE,
                        "id = ? and escalated_on is null", Values.get(row, "id", Long.class)));
                members.managerOf(assignee).filter(m -> mine == 1).ifPresent(manager -> notifications.send(
                        new Notice("activityEscalated", List.of(manager), "notice.text.activityEscalated",
                                List.of(Values.get(row, "summary", String.class),
                                        Values.get(row, "due_on", LocalDate.class).toString(), people.of(assignee).name()),
                                Values.get(row, "model", String.class), Values.get(row, "record_id", Long.class), true)));
            });
        }
    }

    private int days() {
        return settings.number("activities.escalateDays", 0);
    }
}
