package org.ashlar.platform.messaging.internal.out;

import java.util.List;
import java.util.Optional;
import org.ashlar.platform.messaging.internal.domain.Account;
import org.ashlar.platform.messaging.internal.model.ChannelKind;
import org.ashlar.platform.record.Rows;
import org.ashlar.platform.secret.Secrets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The channels with their secrets. Thread-safe. */
@Component(service = Accounts.class)
public final class Accounts {
    private static final String SELECT = "select id, company_id, version, kind, base_url, corp_id, app_id, agent_id,"
            + " card_template, body_template, code, callback_path, active, secret_sealed, callback_token_sealed,"
            + " callback_key_sealed from platform_message_channel where ";

    private final Rows rows;
    private final Secrets secrets;

    /** By injection. */
    @Activate
    public Accounts(@Reference Rows rows, @Reference Secrets secrets) {
        this.rows = rows;
        this.secrets = secrets;
    }

    /** A channel by id. */
    public Optional<Account> find(long id) {
        return read(SELECT + "id = ?", id).stream().findFirst();
    }

    /** The active channel that is called back at a path. */
    public Optional<Account> at(String callbackPath) {
        return read(SELECT + "callback_path = ? and active = ?", callbackPath, true).stream().findFirst();
    }

    private List<Account> read(String statement, Object... arguments) {
        return rows.query(statement, r -> {
            ChannelKind kind = ChannelKind.valueOf(r.getString("kind"));
            String url = r.getString("base_url") == null ? kind.address() : r.getString("base_url");
            return new Account(r.getLong("id"), r.getLong("company_id"), r.getInt("version"), kind, url,
                    r.getString("corp_id"), r.getString("app_id"), r.getString("agent_id"), r.getString("card_template"),
                    r.getString("body_template"), r.getString("code"), r.getString("callback_path"), r.getBoolean("active"),
                    secrets.open(r.getString("secret_sealed")), secrets.open(r.getString("callback_token_sealed")),
                    secrets.open(r.getString("callback_key_sealed")));
        }, arguments);
    }

    /** Stores a secret sealed. */
    public void seal(long id, String column, String secret) {
        if (!column.matches("secret_sealed|callback_token_sealed|callback_key_sealed")) {
            throw new IllegalArgumentException(column);
        }
        rows.update("update platform_message_channel set " + column + " = ? where id = ?", secrets.seal(secret), id);
    }
}
