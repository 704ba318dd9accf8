package org.ashlar.platform.kernel.internal.company;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import javax.sql.DataSource;
import org.ashlar.platform.kernel.internal.node.Ticker;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.module.ModuleReady;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The active companies in memory. Read again at once when this node changes one and every half minute for what other nodes
 * did, away from the callers' threads. Thread-safe.
 */
@Component(service = CompanyCache.class)
public final class CompanyCache {

    private static final Duration REFRESH = Duration.ofSeconds(30);

    private final CompanyTable table;
    private final ScheduledFuture<?> refreshing;
    private volatile List<Company> companies;

    @Activate
    public CompanyCache(@Reference Ticker ticker, @Reference(target = "(ashlar.datasource=plain)") DataSource plain,
            @Reference(target = "(ashlar.module=platform)") ModuleReady tables) {
        table = new CompanyTable(plain);
        refreshing = ticker.every(REFRESH, "Companies could not be read again", this::reload);
    }

    @Deactivate
    void stop() {
        refreshing.cancel(false);
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
}
