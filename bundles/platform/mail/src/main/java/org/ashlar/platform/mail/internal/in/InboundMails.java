package org.ashlar.platform.mail.internal.in;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.mail.internal.domain.ParsedMail;
import org.ashlar.platform.mail.internal.model.InboundMailEntity;
import org.ashlar.platform.mail.internal.model.InboundState;
import org.ashlar.platform.record.Rows;
import org.ashlar.platform.model.EntityLifecycle;
import org.ashlar.platform.record.IdSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Table {@code platform_inbound_mail}: one row per mailbox and Message-ID. Thread-safe. */
@Component(service = InboundMails.class)
public final class InboundMails {
    private static final int TEXT = 1900;
    private static final Pattern TOKEN = Pattern.compile("\\[#([a-z2-9]{16})]");

    private final Rows rows;
    private final IdSource ids;
    private final Clock clock;
    private final Access access;

    /** By injection. */
    @Activate
    public InboundMails(@Reference Rows rows, @Reference IdSource ids, @Reference Clock clock, @Reference Access access) {
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
        this.access = access;
    }

    /** What became of a mail. */
    record Outcome(InboundState state, String model, long recordId, String problem) {
    }

    /** A record that a thread is about. */
    record Thread(String model, long recordId) {
    }

    /** Whether this mail was dealt with before. */
    boolean known(long mailbox, String messageId) {
        return !rows.query("select id from platform_inbound_mail where mailbox_id = ? and message_id = ?", r -> r.getLong(1),
                mailbox, key(messageId)).isEmpty();
    }

    /** Claims a mail inside the running transaction; empty if it was dealt with before. */
    Optional<Long> claim(MailboxAccount mailbox, String messageId, String from, String subject, Instant receivedAt) {
        long id = ids.next();
        Instant now = clock.instant();
        long user = access.caller().userId();
        if (!rows.insertOnce("insert into platform_inbound_mail (id, version, company_id, created_at, created_by, changed_at,"
                + " changed_by, state, mailbox_id, message_id, subject, from_address, received_at, record_id) values"
                + " (?, 0, ?, ?, ?, ?, ?, 'KEPT', ?, ?, ?, ?, ?, 0)", "mailbox_id, message_id", id, mailbox.companyId(), now,
                user, now, user, mailbox.id(), key(messageId), clean(subject, 990), clean(from, 250), receivedAt)) {
            return Optional.empty();
        }
        InboundMailEntity told = new InboundMailEntity();
        told.setId(id);
        told.setCompanyId(mailbox.companyId());
        EntityLifecycle.insertedBySql(told);
        return Optional.of(id);
    }

    private static String key(String messageId) {
        return messageId.length() > 250 ? messageId.substring(0, 250) : messageId;
    }

    private static String clean(String text, int length) {
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        return clean.length() > length ? clean.substring(0, length) : clean;
    }

    /** Writes what became of it; {@code raw} is kept while somebody may need it. */
    void finish(long id, Outcome outcome, byte[] raw) {
        rows.update("update platform_inbound_mail set state = ?, target_model = ?, record_id = ?, problem = ?,"
                + " raw_mail = null, changed_at = ?, version = version + 1 where id = ?", outcome.state(), outcome.model(),
                outcome.recordId(), outcome.problem() == null ? null : clean(outcome.problem(), TEXT), clock.instant(), id);
        if (raw != null) {
            rows.update("update platform_inbound_mail set raw_mail = ? where id = ?", raw, id);
        }
    }

    /** The record that a mail answers: by the Message-IDs it names, else by the token in its subject. */
    Optional<Thread> thread(long company, ParsedMail mail) {
        for (String reference : mail.references()) {
            Optional<Thread> found = one("select target_model, record_id from platform_mail where company_id = ?"
                    + " and message_id = ? and record_id > 0", company, reference)
                    .or(() -> one("select target_model, record_id from platform_inbound_mail where company_id = ?"
                            + " and message_id = ? and record_id > 0", company, reference));
            if (found.isPresent()) {
                return found;
            }
        }
        Matcher token = TOKEN.matcher(mail.subject());
        return token.find() ? one("select target_model, record_id from platform_mail where company_id = ? and token = ?"
                + " and record_id > 0", company, token.group(1)) : Optional.empty();
    }

    private Optional<Thread> one(String sql, Object... arguments) {
        return rows.query(sql, r -> new Thread(r.getString(1), r.getLong(2)), arguments).stream()
                .filter(t -> t.model() != null).findFirst();
    }

    /** How many mails of a sender made something since then. */
    int since(long mailbox, String from, Instant then) {
        return rows.query("select count(*) from platform_inbound_mail where mailbox_id = ? and from_address = ?"
                + " and created_at > ? and state in ('CREATED', 'COMMENTED')", r -> r.getInt(1), mailbox, from, then).get(0);
    }

    /** A kept mail: its mailbox and bytes. */
    record Kept(long mailbox, byte[] raw, Instant receivedAt) {
    }

    Optional<Kept> kept(long id) {
        return rows.query("select mailbox_id, raw_mail, received_at from platform_inbound_mail where id = ? and company_id = ?",
                r -> new Kept(r.getLong(1), r.getBytes(2), Rows.instant(r, "received_at")), id,
                access.caller().companyId()).stream().findFirst();
    }

    /** The bytes of a kept mail of the caller's company. */
    public Optional<byte[]> raw(long id) {
        List<Kept> kept = kept(id).stream().filter(k -> k.raw() != null).toList();
        return kept.stream().map(Kept::raw).findFirst();
    }
}
