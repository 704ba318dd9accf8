package org.ashlar.platform.mail.internal.in;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ashlar.platform.mail.internal.model.Encryption;
import org.ashlar.platform.record.Rows;
import org.ashlar.platform.secret.Secrets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Table {@code platform_mailbox}: who reads which mailbox, and how far it was read. Thread-safe. */
@Component(service = Mailboxes.class)
public final class Mailboxes {
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final int PROBLEM = 1900;

    private final Rows rows;
    private final Secrets secrets;
    private final Clock clock;

    /** By injection. */
    @Activate
    public Mailboxes(@Reference Rows rows, @Reference Secrets secrets, @Reference Clock clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Ids of the mailboxes to read. */
    List<Long> active() {
        return rows.query("select id from platform_mailbox where active = ? order by id", r -> r.getLong(1), true);
    }

    /** Takes a mailbox for this node; {@code false} if another one reads it. */
    boolean take(long id, String lease) {
        Instant now = clock.instant();
        return rows.update("update platform_mailbox set lease = ?, lease_until = ? where id = ? and active = ?"
                + " and (lease is null or lease_until < ? or lease = ?)", lease, now.plus(LEASE), id, true, now, lease) == 1;
    }

    /** Gives it back with the outcome. */
    void release(long id, String lease, String problem) {
        rows.update("update platform_mailbox set lease = null, lease_until = null, last_fetch = ?, problem = ?"
                + " where id = ? and lease = ?", clock.instant(),
                problem == null ? null : Rows.line(problem, PROBLEM), id, lease);
    }

    Optional<MailboxAccount> find(long id) {
        Map<String, String> fields = new LinkedHashMap<>();
        rows.query("select field_name, field_value from platform_mailbox_field where mailbox_id = ? order by line_no",
                r -> fields.put(r.getString(1), r.getString(2)), id);
        return rows.query("select company_id, address, host, port, encryption, user_name, password_sealed, folder,"
                + " target_model, uid_validity, last_uid from platform_mailbox where id = ?",
                r -> new MailboxAccount(id, r.getLong(1), r.getString(2), r.getString(3), r.getInt(4),
                        Encryption.valueOf(r.getString(5)), r.getString(6), secrets.open(r.getString(7)), r.getString(8),
                        r.getString(9), fields, r.getLong(10), r.getLong(11)), id).stream().findFirst();
    }

    /** Remembers how far the mailbox was read; inside the transaction that dealt with the mail. */
    void readTo(long id, long uidValidity, long uid) {
        rows.update("update platform_mailbox set uid_validity = ?, last_uid = ? where id = ?", uidValidity, uid, id);
    }

    /** Our own addresses of a company: mailboxes and senders. */
    Set<String> own(long company) {
        return rows.query("select address from platform_mailbox where company_id = ? union select from_address from"
                + " platform_mail_server where company_id = ?", r -> r.getString(1), company, company).stream()
                .collect(Collectors.toSet());
    }

    /** Stores a password sealed, or removes it. */
    public void password(long id, String password) {
        rows.update("update platform_mailbox set password_sealed = ? where id = ?", secrets.seal(password), id);
    }
}
