package org.ashlar.platform.mail.internal.out;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.mail.MailMessage;
import org.ashlar.platform.mail.internal.model.MailEntity;
import org.ashlar.platform.record.Rows;
import org.ashlar.platform.model.EntityLifecycle;
import org.ashlar.platform.record.IdSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Table {@code platform_mail}: the mails that are written into it and read from it again. Thread-safe. */
@Component(service = OutgoingMails.class)
public final class OutgoingMails {
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int PROBLEM = 1900;

    private final Rows rows;
    private final IdSource ids;
    private final Clock clock;
    private final Access access;
    private final MailServers servers;
    private final SecureRandom random = new SecureRandom();

    /** By injection. */
    @Activate
    public OutgoingMails(@Reference Rows rows, @Reference IdSource ids, @Reference Clock clock, @Reference Access access,
            @Reference MailServers servers) {
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
        this.access = access;
        this.servers = servers;
    }

    /** Writes a mail inside the running transaction; the id of the earlier one if its key was used before. */
    long insert(NewMail mail) {
        long company = access.caller().companyId();
        if (company == 0) {
            company = servers.anyCompany().orElse(0L);
        }
        long id = ids.next();
        String token = token();
        String key = mail.onceKey() == null ? "mail/" + id : mail.onceKey();
        Instant now = clock.instant();
        long user = access.caller().userId();
        boolean inserted = rows.insertOnce("insert into platform_mail (id, version, company_id, created_at, created_by,"
                + " changed_at, changed_by, state, subject, to_list, cc_list, body_text, body_html, target_model, record_id,"
                + " message_id, in_reply_to, token, once_key, attempts, next_attempt, tried_from, automatic, handed_over) values"
                + " (?, 0, ?, ?, ?, ?, ?, 'QUEUED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)", "company_id, once_key",
                id, company, now, user, now, user, mail.subject(), mail.to(), mail.cc(), mail.text(), mail.html(),
                mail.model(), mail.recordId(),
                "ashlar." + id + "." + token + "@" + servers.domain(company).orElse("ashlar.invalid"),
                answered(company, mail), token, key, now, now, mail.automatic(), false);
        if (!inserted) {
            return rows.query("select id from platform_mail where company_id = ? and once_key = ?", r -> r.getLong(1),
                    company, key).get(0);
        }
        int line = 0;
        for (MailMessage.File file : mail.files()) {
            rows.update("insert into platform_mail_file (mail_id, line_no, name, media_type, size_bytes, content)"
                    + " values (?, ?, ?, ?, ?, ?)", id, ++line, file.name(), file.mediaType(), (long) file.content().length,
                    file.content());
        }
        MailEntity told = new MailEntity();
        told.setId(id);
        told.setCompanyId(company);
        EntityLifecycle.insertedBySql(told);
        return id;
    }

    private String token() {
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            token.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return token.toString();
    }

    /** The last mail about the record that came in, so that the other side's program shows one thread. */
    private String answered(long company, NewMail mail) {
        return mail.recordId() == 0 ? null : rows.query("select message_id from platform_inbound_mail where company_id = ?"
                + " and target_model = ? and record_id = ? order by id desc fetch first 1 rows only", r -> r.getString(1),
                company, mail.model(), mail.recordId()).stream().filter(id -> !id.endsWith("@content")).findFirst()
                .orElse(null);
    }

    /** A mail with all that is sent. */
    Optional<Outgoing> find(long id) {
        List<MailMessage.File> files = rows.query("select name, media_type, content from platform_mail_file where mail_id = ?"
                + " order by line_no", r -> new MailMessage.File(r.getString(1), r.getString(2), r.getBytes(3)), id);
        return rows.query("select company_id, to_list, cc_list, subject, body_text, body_html, message_id, in_reply_to,"
                + " token, automatic from platform_mail where id = ?", r -> new Outgoing(id, r.getLong(1),
                        r.getString(2), r.getString(3), r.getString(4), r.getString(5), r.getString(6), r.getString(7),
                        r.getString(8), r.getString(9), r.getBoolean(10), files), id).stream().findFirst();
    }

    /** Marks the mail with this Message-ID as come back. */
    public boolean bounced(long company, String messageId, String reason) {
        return rows.update("update platform_mail set state = 'BOUNCED', problem = ?, version = version + 1"
                + " where company_id = ? and message_id = ? and state in ('SENT', 'UNCERTAIN')", shorten(reason), company,
                messageId) == 1;
    }

    static String shorten(String problem) {
        return Rows.line(problem, PROBLEM);
    }

    /** Address list as it is stored. */
    static String join(List<javax.mail.internet.InternetAddress> addresses) {
        return String.join(", ", addresses.stream().map(a -> a.getPersonal() == null
                ? a.getAddress().toLowerCase(Locale.ROOT) : a.toUnicodeString()).toList());
    }
}
