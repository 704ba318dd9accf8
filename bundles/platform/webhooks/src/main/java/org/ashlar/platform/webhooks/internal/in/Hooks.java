package org.ashlar.platform.webhooks.internal.in;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.secret.Secrets;
import org.ashlar.platform.webhooks.internal.model.HookAuth;
import org.ashlar.platform.webhooks.internal.model.HookOperation;
import org.ashlar.platform.record.Rows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tables of inbound hooks and their calls. Thread-safe. */
@Component(service = Hooks.class)
public final class Hooks {
    private static final int PROBLEM = 900;

    private final Rows rows;
    private final Secrets secrets;
    private final IdSource ids;
    private final Clock clock;
    private final Access access;

    /** By injection; the data source says that the tables are there. */
    @Activate
    public Hooks(@Reference Rows rows, @Reference Secrets secrets, @Reference IdSource ids, @Reference Clock clock,
            @Reference Access access, @Reference(target = "(ashlar.module=webhooks)") DataSource migrated) {
        this.rows = rows;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
        this.access = access;
    }

    Optional<Hook> find(String code) {
        List<Long> id = rows.query("select id from platform_inbound_hook where code = ? and active = ?", r -> r.getLong(1),
                code, true);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        rows.query("select field_name, field_value from platform_inbound_hook_field where hook_id = ? order by line_no",
                r -> fields.put(r.getString(1), r.getString(2)), id.get(0));
        return rows.query("select company_id, auth, user_id, target_model, operation, key_field, action_name, event_pointer,"
                + " per_minute, secret_sealed from platform_inbound_hook where id = ?", r -> new Hook(id.get(0), r.getLong(1),
                        code, HookAuth.valueOf(r.getString(2)), r.getLong(3), r.getString(4),
                        HookOperation.valueOf(r.getString(5)), r.getString(6), r.getString(7), r.getString(8), r.getInt(9),
                        secrets.open(r.getString(10)), fields), id.get(0)).stream().findFirst();
    }

    /** Claims an event inside the running transaction; empty if it was dealt with before. */
    Optional<Long> claim(Hook hook, String event) {
        long id = ids.next();
        return insert(hook, id, event, true, null) ? Optional.of(id) : Optional.empty();
    }

    private boolean insert(Hook hook, long id, String event, boolean done, String problem) {
        Instant now = clock.instant();
        long user = access.caller().userId();
        return rows.insertOnce("insert into platform_hook_call (id, version, company_id, created_at, created_by, changed_at,"
                + " changed_by, hook_id, event_id, done, record_id, problem) values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)",
                "hook_id, event_id", id, hook.companyId(), now, user, now, user, hook.id(), event, done, problem);
    }

    void finish(long call, long record) {
        rows.update("update platform_hook_call set record_id = ? where id = ?", record, call);
    }

    /** Record of an event that was dealt with before. */
    long record(Hook hook, String event) {
        return rows.query("select record_id from platform_hook_call where hook_id = ? and event_id = ?", r -> r.getLong(1),
                hook.id(), event).stream().findFirst().orElse(0L);
    }

    /** Remembers a refused call; the event may come again. */
    void refused(Hook hook, String event, String problem) {
        long id = ids.next();
        insert(hook, id, (event.length() > 200 ? event.substring(0, 200) : event) + "#" + id, false,
                Rows.line(problem, PROBLEM));
    }
}
