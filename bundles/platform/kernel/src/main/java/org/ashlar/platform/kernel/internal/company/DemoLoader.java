package org.ashlar.platform.kernel.internal.company;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.kernel.internal.jdbc.SqlStates;
import org.ashlar.platform.kernel.internal.node.Threads;
import org.ashlar.platform.kernel.internal.whiteboard.Whiteboard;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.CompanyProvisioner;
import org.ashlar.platform.module.ModuleInfo;
import org.ashlar.platform.module.ModuleState;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.module.Readiness;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the instance runs with demo data ({@code ASHLAR_DEMO=true} or framework property {@code ashlar.demo=true}):
 * creates the company DEMO if there is none at all, and loads every module's demo records into it, once each, in order, as
 * soon as the modules have come to rest; those of a module installed later follow by themselves.
 */
@Component(immediate = true, service = Readiness.class)
public final class DemoLoader implements Readiness {

    private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);
    private static final int LOOK_SECONDS = 1;
    private static final int QUIET_ROUNDS = 2;
    private static final int FAILURES = 3;

    private final Companies companies;
    private final Modules modules;
    private final DemoCompany demo;
    private final Whiteboard<Access> access;
    private final Whiteboard<Catalog> catalog;
    private final Whiteboard<CompanyProvisioner> provisioners;
    private final ScheduledExecutorService worker;
    private String reported = "";
    private int quiet;
    private final boolean needed;
    private volatile int failures;
    private List<Object> lastSeen = List.of();
    private volatile Set<String> settled;

    @Activate
    public DemoLoader(BundleContext context, @Reference Companies companies, @Reference DemoCompany demo,
            @Reference Modules modules) {
        this.companies = companies;
        this.demo = demo;
        this.modules = modules;
        access = Whiteboard.of(context, Access.class);
        catalog = Whiteboard.of(context, Catalog.class);
        provisioners = Whiteboard.of(context, CompanyProvisioner.class);
        worker = Threads.single("ashlar-demo");
        needed = wanted(context) && companies.list().isEmpty();
        if (wanted(context)) {
            worker.scheduleWithFixedDelay(this::guarded, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Deactivate
    void stop() {
        Threads.stop(worker, "The demo loader");
        provisioners.close();
        catalog.close();
        access.close();
    }

    @Override
    public String id() {
        return "platform.demo";
    }

    /** Holds the very first start back until the demo company can be worked with; a later start does not wait for it. */
    @Override
    public boolean ready() {
        return !needed || settled != null || failures >= FAILURES;
    }

    private static boolean wanted(BundleContext context) {
        String environment = System.getenv("ASHLAR_DEMO");
        return Boolean.parseBoolean(environment == null ? context.getProperty("ashlar.demo") : environment);
    }

    private void guarded() {
        try {
            look();
        } catch (RuntimeException e) {
            if (!worker.isShutdown() && !String.valueOf(e.getMessage()).equals(reported)) {
                reported = String.valueOf(e.getMessage());
                LOG.warn("Demo data waits: {}", reported, SqlStates.isUnavailable(e) ? null : e);
            }
        }
    }

    /** Acts once nothing has changed for some rounds. */
    private void look() {
        List<Object> seen = List.of(modules.list(), demo.seen(), provisioners.list());
        boolean waiting = modules.list().stream().map(ModuleInfo::state).anyMatch(ModuleState.WAITING::equals);
        quiet = seen.equals(lastSeen) && !waiting ? quiet + 1 : 0;
        if (!seen.equals(lastSeen)) {
            failures = 0;
        }
        lastSeen = seen;
        Optional<Access> who = access.first();
        if (quiet < QUIET_ROUNDS || who.isEmpty() || failures >= FAILURES
                || catalog.first().flatMap(c -> c.find("platform.company")).isEmpty()) {
            return;
        }
        Set<String> ids = new HashSet<>();
        demo.records().forEach(d -> ids.add(d.id()));
        if (!ids.equals(settled)) {
            load(ids);
        }
    }

    private void load(Set<String> ids) {
        if (demo.load(companies.list().isEmpty(), (done, total) -> { })) {
            settled = ids;
            failures = 0;
        } else {
            failures++;
            quiet = 0;
        }
    }
}
