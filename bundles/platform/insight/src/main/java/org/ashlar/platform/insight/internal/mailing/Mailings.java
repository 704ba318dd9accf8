package org.ashlar.platform.insight.internal.mailing;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.ashlar.platform.insight.internal.domain.Rhythm;
import org.ashlar.platform.insight.internal.model.SendFormat;
import org.ashlar.platform.insight.internal.model.SendOutcome;
import org.ashlar.platform.insight.internal.model.SendWhat;
import org.ashlar.platform.insight.internal.model.WhenEmpty;
import org.ashlar.platform.record.Sql;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads what is due and notes how it went, beside the records so that nobody's open form is stale by it. Thread-safe. */
@Component(service = Mailings.class)
public final class Mailings {

    private static final int MESSAGE = 2000;
    private static final String SELECT = "select id, company_id, code, name, what, report_id, parameters_text, dashboard_code, view_id,"
            + " target_model, filter_text, columns_shown, sort_text, file_format, every_kind, at_time, weekday, month_day, when_empty,"
            + " next_run from platform_scheduled_report where ";

    private final Sql sql;

    /** By injection; the data source says that the tables are there. */
    @Activate
    public Mailings(@Reference Sql sql, @Reference(target = "(ashlar.module=insight)") DataSource migrated) {
        this.sql = sql;
    }

    /** Those whose time has come, the longest waiting first. */
    List<Mailing> due(Instant now) {
        return sql.any(db -> db.fetch(SELECT + "active = true and next_run <= ? order by next_run, id", utc(now)).stream()
                .map(row -> mailing(db, row)).toList());
    }

    /** One by id; {@code null} if there is none. */
    Mailing find(long id) {
        return sql.any(db -> {
            Record row = db.fetchOne(SELECT + "id = ?", id);
            return row == null ? null : mailing(db, row);
        });
    }

    private static Mailing mailing(DSLContext db, Record row) {
        Mailing.ListChoice list = new Mailing.ListChoice(text(row, 9), text(row, 10), text(row, 11), text(row, 12));
        Record view = row.get(8) == null ? null : db.fetchOne("select target_model, filter_text, columns_shown, sort"
                + " from platform_saved_view where id = ?", row.get(8, Long.class));
        if (view != null) {
            list = new Mailing.ListChoice(text(view, 0), text(view, 1), text(view, 2), text(view, 3));
        }
        Integer weekday = row.get(16, Integer.class);
        Integer monthDay = row.get(17, Integer.class);
        LocalDateTime next = row.get(19, LocalDateTime.class);
        return new Mailing(row.get(0, Long.class), row.get(1, Long.class), text(row, 2), text(row, 3), SendWhat.valueOf(text(row, 4)),
                text(row, 5), text(row, 6), text(row, 7), list, SendFormat.valueOf(text(row, 13)),
                new Rhythm(Rhythm.Every.valueOf(text(row, 14)), LocalTime.parse(text(row, 15)), weekday == null ? 1 : weekday,
                        monthDay == null ? 1 : monthDay), WhenEmpty.valueOf(text(row, 18)),
                next == null ? null : next.toInstant(ZoneOffset.UTC),
                db.fetch("select user_id from platform_scheduled_recipient where scheduled_id = ? order by line_no", row.get(0, Long.class))
                        .map(r -> r.get(0, Long.class)));
    }

    private static String text(Record row, int at) {
        return row.get(at, String.class);
    }

    /**
     * Notes how it went, inside the running transaction.
     *
     * @param next next time; {@code null}: as it is
     */
    void done(Mailing mailing, Instant at, Instant next, SendOutcome outcome, String message) {
        String text = message.length() > MESSAGE ? message.substring(0, MESSAGE) : message;
        sql.inTransaction(db -> {
            db.execute("update platform_scheduled_report set last_run = ?, last_outcome = ?, last_message = ? where id = ?", utc(at),
                    outcome.name(), text, mailing.id());
            if (next != null) {
                // A plan that somebody changed meanwhile keeps its new time.
                db.execute("update platform_scheduled_report set next_run = ? where id = ? and next_run = ?", utc(next), mailing.id(),
                        utc(mailing.due()));
            }
            return null;
        });
    }

    private static Timestamp utc(Instant moment) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
    }
}
