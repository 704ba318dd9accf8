package org.ashlar.platform.mail.internal.rest;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.mail.MailMessage;
import org.ashlar.platform.record.Rows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads mails of the caller's company for people. Checks no permission. Thread-safe. */
@Component(service = MailReader.class)
public final class MailReader {
    private static final int MOST = 500;
    private static final String OUT = "select id, subject, to_list, cc_list, created_at, sent_at, state, problem, attempts";

    private final Rows rows;
    private final Access access;

    /** By injection. */
    @Activate
    public MailReader(@Reference Rows rows, @Reference Access access) {
        this.rows = rows;
        this.access = access;
    }

    /** A mail with what it belongs to. */
    record Found(MailView mail, String model, long recordId) {
    }

    /** Mails of a record both ways, oldest first. */
    List<MailView> of(String model, long recordId) {
        long company = access.caller().companyId();
        List<MailView> all = new ArrayList<>(rows.query(OUT + " from platform_mail where company_id = ? and target_model = ?"
                + " and record_id = ? order by id desc fetch first " + MOST + " rows only", r -> new MailView("out",
                        r.getLong("id"), r.getString("subject"), null, r.getString("to_list"), r.getString("cc_list"),
                        Rows.instant(r, "created_at"), Rows.instant(r, "sent_at"), r.getString("state"),
                        r.getString("problem"), r.getInt("attempts"), null, null, List.of()), company, model, recordId));
        all.addAll(rows.query("select id, subject, from_address, received_at, state, problem from platform_inbound_mail"
                + " where company_id = ? and target_model = ? and record_id = ? order by id desc fetch first " + MOST
                + " rows only", r -> new MailView("in", r.getLong("id"), r.getString("subject"), r.getString("from_address"),
                        null, null, Rows.instant(r, "received_at"), null, r.getString("state"), r.getString("problem"), 0,
                        null, null, List.of()), company, model, recordId));
        // IMAP tells whole seconds, so an answer may seem older than its question: within a second the ids decide.
        all.sort(Comparator.comparing((MailView m) -> m.at().truncatedTo(ChronoUnit.SECONDS)).thenComparing(MailView::id));
        return all;
    }

    /** One mail that left or waits, with its words. */
    Optional<Found> one(long id) {
        List<MailView.FileView> files = rows.query("select line_no, name, media_type, size_bytes from platform_mail_file"
                + " where mail_id = ? order by line_no", r -> new MailView.FileView(r.getInt(1), r.getString(2),
                        r.getString(3), r.getLong(4)), id);
        return rows.query(OUT + ", body_text, body_html, target_model, record_id from platform_mail where id = ?"
                + " and company_id = ?", r -> new Found(new MailView("out", r.getLong("id"), r.getString("subject"), null,
                        r.getString("to_list"), r.getString("cc_list"), Rows.instant(r, "created_at"),
                        Rows.instant(r, "sent_at"), r.getString("state"), r.getString("problem"), r.getInt("attempts"),
                        r.getString("body_text"), r.getString("body_html"), files), r.getString("target_model"),
                        r.getLong("record_id")), id, access.caller().companyId()).stream().findFirst();
    }

    /** A file of a mail. */
    Optional<MailMessage.File> file(long id, int position) {
        return rows.query("select name, media_type, content from platform_mail_file where mail_id = ? and line_no = ?",
                r -> new MailMessage.File(r.getString(1), r.getString(2), r.getBytes(3)), id, position).stream().findFirst();
    }
}
