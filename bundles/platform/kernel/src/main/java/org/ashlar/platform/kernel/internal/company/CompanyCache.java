package org.ashlar.platform.kernel.internal.company;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.module.ModuleReady;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The active companies in memory. Read again at once when this node changes one and every half minute for what other nodes
 * did, away from the callers' threads. Thread-safe.
 */
@Component(service = CompanyCache.class)
public final class CompanyCache {

    private static final Logger LOG = LoggerFactory.getLogger(CompanyCache.class);
    private static final int REFRESH_SECONDS = 30;

    private final CompanyTable table;
    private final ScheduledExecutorService refresher;
    private volatile List<Company> companies;

    @Activate
    public CompanyCache(@Reference(target = "(ashlar.datasource=plain)") DataSource plain,
            @Reference(target = "(ashlar.module=platform)") ModuleReady tables) {
        table = new CompanyTable(plain);
        refresher = Executors.newSingleThreadScheduledExecutor(r -> {
            Thread thread = new Thread(r, "ashlar-companies");
            thread.setDaemon(true);
            return thread;
        });
        refresher.scheduleWithFixedDelay(this::refresh, REFRESH_SECONDS, REFRESH_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        refresher.shutdownNow();
    }

    List<Company> list() {
        List<Company> now = companies;
        return now == null ? reload() : now;
    }

    Optional<Company> find(long id) {
        for (Company company : list()) {
            if (company.id() == id) {
                return Optional.of(company);
            }
        }
        return Optional.empty();
    }

    synchronized List<Company> reload() {
        companies = List.copyOf(table.active());
        return companies;
    }

    private void refresh() {
        try {
            reload();
        } catch (RuntimeException e) {
            LOG.debug("Companies could not be read again; the last known ones serve", e);
        }
    }
}
