package org.ashlar.platform.mail.internal.out;

import java.util.List;
import java.util.Optional;
import org.ashlar.platform.mail.internal.model.Encryption;
import org.ashlar.platform.record.Rows;
import org.ashlar.platform.secret.Secrets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The SMTP servers of the companies. Thread-safe. */
@Component(service = MailServers.class)
public final class MailServers {
    private static final String COLUMNS = "select id, host, port, encryption, user_name, password_sealed, from_address,"
            + " from_name, reply_to, subject_token from platform_mail_server where active = ? and ";
    private final Rows rows;
    private final Secrets secrets;

    /** By injection. */
    @Activate
    public MailServers(@Reference Rows rows, @Reference Secrets secrets) {
        this.rows = rows;
        this.secrets = secrets;
    }

    /** The server of a company: its first active one by code. */
    Optional<ServerAccount> of(long companyId) {
        List<ServerAccount> found = rows.query(COLUMNS + "company_id = ? order by code fetch first 1 rows only",
                r -> new ServerAccount(r.getLong("id"), r.getString("host"), r.getInt("port"),
                        Encryption.valueOf(r.getString("encryption")), r.getString("user_name"),
                        secrets.open(r.getString("password_sealed")), r.getString("from_address"),
                        r.getString("from_name"), r.getString("reply_to"), r.getBoolean("subject_token")), true, companyId);
        return found.stream().findFirst();
    }

    /** Domain of the company's sender, for Message-IDs. */
    Optional<String> domain(long companyId) {
        return rows.query("select from_address from platform_mail_server where company_id = ? and active = ? order by code"
                + " fetch first 1 rows only", r -> r.getString(1), companyId, true).stream().findFirst()
                .map(address -> address.substring(address.indexOf('@') + 1));
    }

    /** The first company that can send, for mails of the system itself. */
    Optional<Long> anyCompany() {
        return rows.query("select company_id from platform_mail_server where active = ? order by company_id"
                + " fetch first 1 rows only", r -> r.getLong(1), true).stream().findFirst();
    }

    /** Stores a password sealed, or removes it. */
    public void password(long id, String password) {
        rows.update("update platform_mail_server set password_sealed = ? where id = ?", secrets.seal(password), id);
    }
}
