package org.ashlar.platform.kernel.internal.settings;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import javax.sql.DataSource;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.kernel.internal.jdbc.Jdbc;
import org.ashlar.platform.kernel.internal.model.SettingEntity;
import org.ashlar.platform.kernel.internal.node.Ticker;
import org.ashlar.platform.kernel.internal.whiteboard.Whiteboard;
import org.ashlar.platform.node.NodeCache;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.RecordChanged;
import org.ashlar.platform.settings.Settings;
import org.ashlar.platform.tx.Transactions;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Settings of the model {@code platform.setting}, all of a company in memory. A change is seen by everybody after its
 * commit, on other nodes as soon as they hear of it. Written through the records engine, so audited like any record.
 */
@Component(service = {Settings.class, DomainEventHandler.class})
@Handles(RecordChanged.class)
public final class DefaultSettings implements Settings, NodeCache {

    private static final Duration REFRESH = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final Jdbc plain;
    private final Jdbc jta;
    private final Whiteboard<Access> access;
    private final Whiteboard<EntityStore> store;
    private final ScheduledFuture<?> refreshing;
    private final Map<Long, Map<String, String>> byCompany = new ConcurrentHashMap<>();

    @Activate
    public DefaultSettings(BundleContext context, @Reference Transactions transactions, @Reference Ticker ticker,
            @Reference(target = "(ashlar.datasource=plain)") DataSource plain,
            @Reference(target = "(ashlar.module=platform)") DataSource jta) {
        this.transactions = transactions;
        this.plain = new Jdbc(plain);
        this.jta = new Jdbc(jta);
        access = Whiteboard.of(context, Access.class);
        store = Whiteboard.of(context, EntityStore.class);
        refreshing = ticker.every(REFRESH, "Settings could not be read again", this::refresh);
    }

    @Deactivate
    void stop() {
        refreshing.cancel(false);
        access.close();
        store.close();
    }

    @Override
    public String get(String key, String otherwise) {
        String value = byCompany.computeIfAbsent(access().caller().companyId(), this::read).get(key);
        return value == null ? otherwise : value;
    }

    @Override
    public void put(String key, String value) {
        access().require("platform.setting.update");
        long company = access().caller().companyId();
        EntityStore target = store.first().orElseThrow(DefaultSettings::starting);
        transactions.run(() -> {
            Optional<Long> id = jta.first("SELECT id FROM platform_setting WHERE company_id = ? AND name = ?",
                    row -> row.getLong(1), company, key);
            if (id.isPresent()) {
                SettingEntity setting = target.get(SettingEntity.class, id.get());
                setting.setContent(value);
                target.update(setting);
            } else {
                SettingEntity setting = new SettingEntity();
                setting.setName(key);
                setting.setContent(value);
                target.insert(setting);
            }
        });
    }

    @Override
    public void on(RecordChanged event) {
        if (event.model().equals("platform.setting")) {
            transactions.afterCommit(() -> byCompany.remove(event.companyId()));
        }
    }

    @Override
    public void changedElsewhere(RecordChanged event) {
        if (event.model().equals("platform.setting")) {
            byCompany.remove(event.companyId());
        }
    }

    @Override
    public void missed() {
        byCompany.clear();
    }

    private Map<String, String> read(long company) {
        Map<String, String> settings = new HashMap<>();
        plain.query("SELECT name, content FROM platform_setting WHERE company_id = ?",
                row -> settings.put(row.getString(1), row.getString(2)), company);
        return settings;
    }

    private void refresh() {
        byCompany.replaceAll((company, old) -> read(company));
    }

    private Access access() {
        return access.first().orElseThrow(DefaultSettings::starting);
    }

    private static Problem starting() {
        return Problem.of(ProblemKind.UNAVAILABLE, "platform.starting");
    }
}
