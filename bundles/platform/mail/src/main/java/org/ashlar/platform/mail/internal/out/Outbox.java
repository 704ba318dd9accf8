package org.ashlar.platform.mail.internal.out;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.mail.MailMessage;
import org.ashlar.platform.mail.internal.model.MailEntity;
import org.ashlar.platform.mail.internal.store.Rows;
import org.ashlar.platform.model.EntityLifecycle;
import org.ashlar.platform.record.IdSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Table {@code platform_mail}. A node takes a mail by one conditional UPDATE and holds it by a lease that carries its name;
 * {@code handed_over} is committed just before the end of the text goes to the server, so that after a crash it is known
 * whether the mail may have left. Thread-safe.
 */
@Component(service = Outbox.class)
public final class Outbox {
    /** Longer than any attempt can take. */
    static final Duration LEASE = Duration.ofMinutes(10);
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
    public Outbox(@Reference Rows rows, @Reference IdSource ids, @Reference Clock clock, @Reference Access access,
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

    /** What is due: ids with their companies, oldest first. */
    List<long[]> due(int limit) {
        return rows.query("select id, company_id from platform_mail where state = 'QUEUED' and next_attempt <= ?"
                + " order by next_attempt, id fetch first " + limit + " rows only",
                r -> new long[] {r.getLong(1), r.getLong(2)}, clock.instant());
    }

    /** Takes a mail for this node; empty if another node was quicker. */
    Optional<Outgoing> take(long id, String lease) {
        Instant now = clock.instant();
        if (rows.update("update platform_mail set state = 'SENDING', lease = ?, lease_until = ?, handed_over = ?,"
                + " attempts = attempts + 1, version = version + 1 where id = ? and state = 'QUEUED' and next_attempt <= ?",
                lease, now.plus(LEASE), false, id, now) == 0) {
            return Optional.empty();
        }
        List<MailMessage.File> files = rows.query("select name, media_type, content from platform_mail_file where mail_id = ?"
                + " order by line_no", r -> new MailMessage.File(r.getString(1), r.getString(2), r.getBytes(3)), id);
        return rows.query("select company_id, to_list, cc_list, subject, body_text, body_html, message_id, in_reply_to,"
                + " token, attempts, automatic from platform_mail where id = ?", r -> new Outgoing(id, r.getLong(1),
                        r.getString(2), r.getString(3), r.getString(4), r.getString(5), r.getString(6), r.getString(7),
                        r.getString(8), r.getString(9), r.getInt(10), r.getBoolean(11), files), id).stream().findFirst();
    }

    /** Says that the end of the text goes out now; {@code false} if the lease was lost and it must not. */
    boolean handOver(long id, String lease) {
        return rows.update("update platform_mail set handed_over = ?, lease_until = ? where id = ? and state = 'SENDING'"
                + " and lease = ?", true, clock.instant().plus(LEASE), id, lease) == 1;
    }

    void sent(long id, String lease) {
        Instant now = clock.instant();
        rows.update("update platform_mail set state = 'SENT', sent_at = ?, problem = null, lease = null, lease_until = null,"
                + " next_attempt = null, changed_at = ?, version = version + 1 where id = ? and state = 'SENDING'"
                + " and lease = ?", now, now, id, lease);
    }

    /** Back into the queue, if this node still holds it. */
    void later(long id, String lease, Instant next, String problem) {
        rows.update("update platform_mail set state = 'QUEUED', next_attempt = ?, problem = ?, lease = null,"
                + " lease_until = null, handed_over = ?, changed_at = ?, version = version + 1"
                + " where id = ? and state = 'SENDING' and lease = ?", next, shorten(problem), false, clock.instant(), id, lease);
    }

    /** Ends it without success, if this node still holds it. */
    void ended(long id, String lease, String state, String problem) {
        rows.update("update platform_mail set state = ?, problem = ?, lease = null, lease_until = null, next_attempt = null,"
                + " changed_at = ?, version = version + 1 where id = ? and state = 'SENDING' and lease = ?", state,
                shorten(problem), clock.instant(), id, lease);
    }

    /** Frees what crashed nodes held: what had not been handed over waits again, the rest is uncertain. */
    int recover(String node) {
        Instant now = clock.instant();
        String held = " where state = 'SENDING' and handed_over = ? and (lease_until < ? or lease like ?)";
        String own = node == null ? "-" : node + "/%";
        return rows.update("update platform_mail set state = 'QUEUED', next_attempt = ?, lease = null, lease_until = null,"
                + " version = version + 1" + held, now, false, now, own)
                + rows.update("update platform_mail set state = 'UNCERTAIN', problem = ?, lease = null, lease_until = null,"
                + " next_attempt = null, version = version + 1" + held,
                "The node stopped while the server was taking the mail over", true, now, own);
    }

    /** By hand: from any end back into the queue. The Message-ID stays. */
    boolean retry(long id) {
        Instant now = clock.instant();
        return rows.update("update platform_mail set state = 'QUEUED', next_attempt = ?, attempts = 0, tried_from = ?,"
                + " changed_at = ?, changed_by = ?, version = version + 1 where id = ?"
                + " and state in ('QUEUED', 'UNCERTAIN', 'FAILED', 'BOUNCED')", now, now, now, access.caller().userId(), id) == 1;
    }

    boolean cancel(long id) {
        return rows.update("update platform_mail set state = 'FAILED', next_attempt = null, problem = ?, changed_at = ?,"
                + " changed_by = ?, version = version + 1 where id = ? and state in ('QUEUED', 'UNCERTAIN')",
                "Cancelled by " + access.caller().login(), clock.instant(), access.caller().userId(), id) == 1;
    }

    /** Lets all that waits in a company try at once, because its server changed. */
    void hurry(long company) {
        rows.update("update platform_mail set next_attempt = ? where company_id = ? and state = 'QUEUED'", clock.instant(),
                company);
    }

    /** Marks the mail with this Message-ID as come back. */
    public boolean bounced(long company, String messageId, String reason) {
        return rows.update("update platform_mail set state = 'BOUNCED', problem = ?, version = version + 1"
                + " where company_id = ? and message_id = ? and state in ('SENT', 'UNCERTAIN')", shorten(reason), company,
                messageId) == 1;
    }

    /** Since when it has been tried: when it was written, or when somebody let it try again. */
    Instant triedFrom(long id) {
        return rows.query("select tried_from from platform_mail where id = ?", r -> Rows.instant(r, "tried_from"), id)
                .stream().findFirst().orElseGet(clock::instant);
    }

    static String shorten(String problem) {
        String clean = problem == null ? "" : problem.replaceAll("[\\p{Cntrl}]+", " ").strip();
        return clean.length() > PROBLEM ? clean.substring(0, PROBLEM) : clean;
    }

    /** Address list as it is stored. */
    static String join(List<javax.mail.internet.InternetAddress> addresses) {
        return String.join(", ", addresses.stream().map(a -> a.getPersonal() == null
                ? a.getAddress().toLowerCase(Locale.ROOT) : a.toUnicodeString()).toList());
    }
}
