package org.ashlar.inventory.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.ashlar.inventory.LocationKind;
import org.ashlar.inventory.internal.domain.Site;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.node.NodeCache;
import org.ashlar.platform.record.RecordChanged;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Warehouses and locations of each company, from memory. A transaction that changed them reads them afresh; other nodes
 * hear of a change at once. Thread-safe.
 */
@Component(service = {Sites.class, DomainEventHandler.class})
@Handles(RecordChanged.class)
public class Sites implements NodeCache {

    private static final Duration STALE = Duration.ofSeconds(30);

    private final Sql sql;
    private final Transactions transactions;
    private final Stamp stamp;
    private final Clock clock;
    private final Map<Long, Plan> plans = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();
    private final ThreadLocal<Instant> touched = new ThreadLocal<>();

    /** Reads through the suite's SQL. */
    @Activate
    public Sites(@Reference Sql sql, @Reference Transactions transactions, @Reference Stamp stamp,
            @Reference Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.stamp = stamp;
        this.clock = clock;
    }

    /** Warehouses and locations of the caller's company. */
    public Plan plan() {
        long company = stamp.company();
        Instant now = clock.instant();
        Plan plan = plans.get(company);
        boolean own = touched.get() != null && touched.get().plus(STALE).isAfter(now);
        if (plan != null && !own && plan.loadedAt().plus(STALE).isAfter(now)) {
            return plan;
        }
        long before = generation.get();
        Plan fresh = load(company, now);
        if (!own && before == generation.get()) {
            plans.put(company, fresh);
        }
        return fresh;
    }

    @Override
    public void on(RecordChanged event) {
        if (concerns(event)) {
            changed(event.companyId());
        }
    }

    @Override
    public void changedElsewhere(RecordChanged event) {
        if (concerns(event)) {
            generation.incrementAndGet();
            plans.remove(event.companyId());
        }
    }

    @Override
    public void missed() {
        generation.incrementAndGet();
        plans.clear();
    }

    private static boolean concerns(RecordChanged event) {
        return event.model().equals("inventory.location") || event.model().equals("inventory.warehouse");
    }

    /** This transaction has changed warehouses or locations. */
    public void changed(long company) {
        touched.set(clock.instant());
        transactions.afterCommit(() -> {
            touched.remove();
            generation.incrementAndGet();
            plans.remove(company);
        });
    }

    private Plan load(long company, Instant now) {
        return sql.any(ctx -> {
            Map<Long, Site> sites = new HashMap<>();
            Map<LocationKind, Long> kinds = new HashMap<>();
            ctx.fetch("SELECT id, code, kind, warehouse_id, ancestors, active FROM inventory_location"
                    + " WHERE company_id = ? ORDER BY id DESC", company).forEach(r -> {
                        Site site = new Site(r.get(0, Long.class), r.get(1, String.class),
                                LocationKind.valueOf(r.get(2, String.class)), r.get(3, Long.class),
                                r.get(4, String.class), r.get(5, Boolean.class));
                        sites.put(site.id(), site);
                        kinds.put(site.kind(), site.id());
                    });
            Map<Long, Depot> depots = new HashMap<>();
            long[] main = {0};
            ctx.fetch("SELECT id, code, stock_location_id, is_main FROM inventory_warehouse"
                    + " WHERE company_id = ? ORDER BY id DESC", company).forEach(r -> {
                        long id = r.get(0, Long.class);
                        depots.put(id, new Depot(id, r.get(1, String.class), r.get(2, Long.class)));
                        if (Boolean.TRUE.equals(r.get(3, Boolean.class)) || main[0] == 0) {
                            main[0] = id;
                        }
                    });
            return new Plan(now, sites, kinds, depots, main[0]);
        });
    }

    /**
     * A warehouse.
     *
     * @param id warehouse
     * @param code its code
     * @param stockLocationId root of its locations, {@code null} while it is being made
     */
    public record Depot(long id, String code, Long stockLocationId) {
    }

    /**
     * All of a company.
     *
     * @param loadedAt when it was read
     * @param sites locations
     * @param kinds first location of each kind
     * @param depots warehouses
     * @param mainId the main warehouse, 0 if there is none yet
     */
    public record Plan(Instant loadedAt, Map<Long, Site> sites, Map<LocationKind, Long> kinds, Map<Long, Depot> depots,
            long mainId) {

        /** A location of the caller's company. */
        public Site site(long id) {
            return Optional.ofNullable(sites.get(id))
                    .orElseThrow(() -> Problem.notFound("inventory.location", id));
        }

        /** The first location of a kind. */
        public Site first(LocationKind kind) {
            Long id = kinds.get(kind);
            if (id == null) {
                throw Problem.rule("location", "inventory.location.kindMissing", kind.name());
            }
            return site(id);
        }

        /** A warehouse; {@code null}: the main one. */
        public Depot depot(Long id) {
            long wanted = id == null ? mainId : id;
            return Optional.ofNullable(depots.get(wanted))
                    .orElseThrow(() -> id == null ? Problem.rule("warehouse", "inventory.warehouse.none")
                            : Problem.notFound("inventory.warehouse", id));
        }

        /** Root of a warehouse's locations. */
        public Site stock(Long warehouseId) {
            return site(depot(warehouseId).stockLocationId());
        }

        /** Locations at and below one that hold the company's own goods. */
        public List<Long> storing(Site root) {
            return sites.values().stream().filter(s -> s.kind().valued() && s.within(root)).map(Site::id).sorted()
                    .toList();
        }
    }
}
