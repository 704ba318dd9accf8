package org.ashlar.platform.kernel.internal.company;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.kernel.internal.node.Threads;
import org.ashlar.platform.kernel.internal.whiteboard.Whiteboard;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.module.CompanyProvisioner;
import org.ashlar.platform.module.ModuleInfo;
import org.ashlar.platform.module.ModuleState;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.tx.Transactions;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives every company what every module has for it, once each, in order, each in a transaction of its own as the system;
 * runs when a provisioner or a company arrives. A provisioner that fails is tried again later and does not hold up others
 * of the same or a lower order. While the module of one is still starting, the later ones wait for it.
 */
@Component(service = Provisioning.class)
public final class Provisioning {

    private static final Logger LOG = LoggerFactory.getLogger(Provisioning.class);
    private static final long SETTLE_MILLIS = 300;
    private static final long RETRY_SECONDS = 15;
    private static final long LOOK_SECONDS = 1;
    private static final int RETRIES = 20;

    private final Transactions transactions;
    private final CompanyCache companies;
    private final Modules modules;
    private final Clock clock;
    private final CompanyTable table;
    private final Whiteboard<CompanyProvisioner> provisioners;
    private final ScheduledExecutorService worker;
    private final AtomicBoolean due = new AtomicBoolean();
    private final Whiteboard<Access> access;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();
    private int retries;
    private volatile boolean starting;

    @Activate
    public Provisioning(BundleContext context, @Reference Transactions transactions, @Reference CompanyCache companies,
            @Reference Modules modules, @Reference Clock clock, @Reference(target = "(ashlar.module=platform)") DataSource jta) {
        this.transactions = transactions;
        this.companies = companies;
        this.modules = modules;
        this.clock = clock;
        table = new CompanyTable(jta);
        worker = Threads.single("ashlar-provisioning");
        access = Whiteboard.of(context, Access.class);
        provisioners = new Whiteboard<>(context, CompanyProvisioner.class, this::wake);
        provisioners.open();
    }

    @Deactivate
    void stop() {
        provisioners.close();
        access.close();
        Threads.stop(worker, "Provisioning");
    }

    /** Looks for work soon; several calls in a row make one round. */
    void wake() {
        if (due.compareAndSet(false, true) && !worker.isShutdown()) {
            worker.schedule(this::round, SETTLE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /**
     * Provisions one company now, on the caller's thread.
     *
     * @return whether nothing is left to do for it
     */
    synchronized boolean provision(Company company) {
        Access who = access.first().orElse(null);
        if (who == null) {
            return false;
        }
        Set<String> done = table.provisioned(company.id());
        List<CompanyProvisioner> todo = provisioners.services().stream().filter(p -> !done.contains(p.id()))
                .sorted(Comparator.comparingInt(CompanyProvisioner::order).thenComparing(CompanyProvisioner::id)).toList();
        boolean complete = true;
        for (CompanyProvisioner provisioner : todo) {
            if (isStarting(provisioner)) {
                starting = true;
                return false;
            }
            complete &= once(who, company, provisioner.id(), () -> {
                provisioner.provision(company);
                return null;
            });
        }
        return complete;
    }

    /** Its module, which its id begins with, is on its way; those after it wait too, for they may build on it. */
    private boolean isStarting(CompanyProvisioner provisioner) {
        String id = provisioner.id();
        int dot = id.indexOf('.');
        return modules.find(dot < 0 ? id : id.substring(0, dot)).map(ModuleInfo::state)
                .filter(ModuleState.WAITING::equals).isPresent();
    }

    /** Does work once for a company, remembered under an id in the same transaction. Tells whether it is done. */
    boolean once(Access who, Company company, String id, Supplier<Void> work) {
        try {
            who.as(who.system(company.id()), () -> transactions.separate(() -> {
                work.get();
                table.markProvisioned(company.id(), id, clock);
                return null;
            }));
            LOG.info("Company {}: {} is ready", company.code(), id);
            return true;
        } catch (RuntimeException e) {
            boolean first = reported.add(company.id() + id + e.getMessage());
            LOG.warn("Company {}: {} failed and is tried again: {}", company.code(), id, e.getMessage(), first ? e : null);
            return false;
        }
    }

    private void round() {
        due.set(false);
        starting = false;
        boolean complete = true;
        try {
            for (Company company : companies.list()) {
                complete &= provision(company);
            }
        } catch (RuntimeException e) {
            LOG.warn("Provisioning waits for the database: {}", e.getMessage());
            complete = false;
        }
        if (complete) {
            retries = 0;
            return;
        }
        boolean soon = starting || access.first().isEmpty();
        if ((soon || retries++ < RETRIES) && !worker.isShutdown() && due.compareAndSet(false, true)) {
            worker.schedule(this::round, soon ? LOOK_SECONDS : RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }
}
