package org.ashlar.platform.kernel.internal.registry;

import java.time.Clock;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.ashlar.platform.i18n.Phrase;
import org.ashlar.platform.kernel.internal.jdbc.Jdbc;
import org.ashlar.platform.kernel.internal.jdbc.SqlStates;
import org.ashlar.platform.kernel.internal.migration.BundleResources;
import org.ashlar.platform.kernel.internal.migration.ChangelogHash;
import org.ashlar.platform.kernel.internal.migration.Migrator;
import org.ashlar.platform.kernel.internal.migration.ModuleResources;
import org.ashlar.platform.kernel.internal.node.Threads;
import org.ashlar.platform.kernel.internal.registry.ModuleRegistry.Live;
import org.ashlar.platform.kernel.internal.registry.ModuleRegistry.Phase;
import org.ashlar.platform.module.Migrations;
import org.ashlar.platform.module.ModuleInfo;
import org.ashlar.platform.module.ModuleReady;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a module at the database only after its migrations: tracks module bundles, runs their changelogs in order of
 * dependency on one thread, then registers the shared JTA data source again as {@code (ashlar.module=<id>)}. Persistence
 * units and components wait for that service, so no start level is needed and a module that failed stays inert alone.
 */
@Component(immediate = true, service = SchemaGate.class)
public final class SchemaGate implements BundleTrackerCustomizer<ModuleDescriptor> {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaGate.class);
    private static final long RETRY_SECONDS = 5;
    private static final long PATIENCE_SECONDS = 60;

    private final BundleContext context;
    private final ModuleRegistry registry;
    private final DataSource jta;
    private final String database;
    private final Clock clock;
    private final ModuleStore store;
    private final Migrator migrator;
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();
    private final ScheduledExecutorService worker;
    private final BundleTracker<ModuleDescriptor> tracker;

    @Activate
    public SchemaGate(BundleContext context, @Reference ModuleRegistry registry,
            @Reference(target = "(ashlar.datasource=plain)") DataSource plain,
            @Reference(target = "(ashlar.datasource=jta)") Map.Entry<Map<String, Object>, DataSource> jta,
            @Reference(target = "(ashlar.clock=suite)") Clock clock) {
        this.context = context;
        this.registry = registry;
        this.jta = jta.getValue();
        this.database = String.valueOf(jta.getKey().get("ashlar.database"));
        this.clock = clock;
        store = new ModuleStore(new Jdbc(plain));
        migrator = new Migrator(plain, database);
        worker = Threads.single("ashlar-schema-gate");
        tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
        submit(this::load);
        tracker.open();
    }

    @Deactivate
    void stop() {
        Threads.stop(worker, "The schema gate");
        tracker.close();
    }

    @Override
    public ModuleDescriptor addingBundle(Bundle bundle, BundleEvent event) {
        Optional<ModuleDescriptor> module = ModuleReader.read(bundle);
        module.ifPresent(m -> {
            Gate gate = new Gate(bundle, m);
            Gate other = gates.putIfAbsent(m.id(), gate);
            if (other == null) {
                gate.report(Phase.WAITING, null);
                submit(this::advance);
            } else {
                LOG.error("Bundle {} declares module {} a second time and is left out; the first is bundle {}",
                        bundle.getBundleId(), m.id(), other.bundle.getBundleId());
            }
        });
        return module.orElse(null);
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, ModuleDescriptor module) {
        // STARTING to ACTIVE makes no difference to the database.
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, ModuleDescriptor module) {
        Gate gate = gates.get(module.id());
        if (gate != null && gate.bundle.equals(bundle)) {
            gates.remove(module.id());
            registry.gone(module.id());
            gate.close();
            submit(this::advance);
        }
    }

    /** Lets a module whose migration failed try again. */
    void retry(String id) {
        Gate gate = gates.get(id);
        if (gate != null && registry.findLive(id).filter(m -> m.phase() == Phase.FAILED).isPresent()) {
            gate.report(Phase.WAITING, null);
            submit(this::advance);
        }
    }

    /** Changesets that would run, read on the gate's thread. */
    List<Migrations.Changeset> pending(String moduleId, ModuleResources resources) {
        // Bridges have no tables of their own.
        if (resources.find("changelog.xml").isEmpty()) {
            return List.of();
        }
        try {
            return worker.submit(() -> migrator.pending(moduleId, resources)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (TimeoutException | RejectedExecutionException busy) {
            throw Problem.of(ProblemKind.UNAVAILABLE, "platform.starting");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(ProblemKind.UNAVAILABLE, "platform.starting");
        }
    }

    /** Another node may have put modules out of service or back: reads that and does the same here. */
    void follow() {
        submit(() -> {
            Map<String, KnownModule.State> before = registry.allKnown().stream()
                    .collect(Collectors.toMap(m -> m.descriptor().id(), KnownModule::state));
            List<KnownModule> now = store.load();
            registry.known(now);
            for (KnownModule module : now) {
                String id = module.descriptor().id();
                Gate gate = gates.get(id);
                boolean disabled = module.state() == KnownModule.State.DISABLED;
                if (gate != null && disabled && before.get(id) != KnownModule.State.DISABLED) {
                    LOG.info("Module {} was disabled on another node", id);
                    change(gate.bundle, Bundle::stop);
                } else if (gate == null && !disabled && before.get(id) == KnownModule.State.DISABLED) {
                    LOG.info("Module {} was enabled on another node", id);
                    Stream.of(context.getBundles()).filter(b -> ModuleReader.read(b).filter(m -> m.id().equals(id)).isPresent())
                            .findFirst().ifPresent(bundle -> change(bundle, Bundle::start));
                }
            }
        });
    }

    private static void change(Bundle bundle, Change change) {
        try {
            change.on(bundle);
        } catch (BundleException e) {
            LOG.error("Bundle {} does not follow the other nodes", bundle.getSymbolicName(), e);
        }
    }

    private interface Change {
        void on(Bundle bundle) throws BundleException;
    }

    /** Remembers what an administrator decided; forgets the hash after a purge so that migrations run again. */
    void remember(String id, KnownModule.State state) {
        KnownModule module = registry.findKnown(id).orElseThrow();
        String hash = state == KnownModule.State.PURGED ? "" : module.changelogHash();
        remember(new KnownModule(module.descriptor(), hash, state));
    }

    private void remember(KnownModule module) {
        store.save(module, clock.instant());
        registry.known(module);
    }

    private void submit(Runnable work) {
        try {
            worker.execute(() -> guarded(work));
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The gate is closing", stopping);
        }
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (worker.isShutdown()) {
                return;
            }
            if (!SqlStates.isUnavailable(e)) {
                LOG.error("The schema gate stumbled and tries again in {} s", RETRY_SECONDS, e);
            } else {
                LOG.warn("The database does not answer; the schema gate tries again in {} s: {}", RETRY_SECONDS,
                        e.getMessage());
            }
            try {
                worker.schedule(() -> guarded(work), RETRY_SECONDS, TimeUnit.SECONDS);
            } catch (RejectedExecutionException stopping) {
                LOG.debug("The gate is closing", stopping);
            }
        }
    }

    private void load() {
        registry.known(store.load());
        advance();
    }

    private void advance() {
        if (!registry.isLoaded()) {
            return;
        }
        Optional<ModuleDescriptor> next = next();
        while (next.isPresent() && !worker.isShutdown()) {
            Gate gate = gates.get(next.get().id());
            if (gate != null) {
                open(gate);
            }
            next = next();
        }
    }

    private Optional<ModuleDescriptor> next() {
        Set<String> open = registry.liveIn(Phase.OPEN).stream().map(m -> m.descriptor().id()).collect(Collectors.toSet());
        return ModuleOrder.next(registry.liveIn(Phase.WAITING).stream().map(Live::descriptor).toList(), open);
    }

    private void open(Gate gate) {
        if (registry.findKnown(gate.module.id()).filter(m -> m.state() == KnownModule.State.DISABLED).isPresent()) {
            // Somebody started the bundle without enabling the module.
            gate.report(Phase.FAILED, ModuleInfo.DISABLED);
            return;
        }
        try {
            gate.report(Phase.MIGRATING, null);
            migrate(gate);
        } catch (RuntimeException e) {
            if (SqlStates.isUnavailable(e)) {
                gate.report(Phase.WAITING, ModuleProblems.NO_DATABASE);
                throw e;
            }
            LOG.error("Module {} stays out of service: {}", gate.module.id(), e.getMessage(), e);
            gate.report(Phase.FAILED, ModuleProblems.failed(e));
            return;
        }
        gate.open();
    }

    private void migrate(Gate gate) {
        ModuleDescriptor module = gate.module;
        BundleResources resources = new BundleResources(gate.bundle);
        String hash = ChangelogHash.of(resources);
        Optional<KnownModule> before = registry.findKnown(module.id());
        boolean same = before.isPresent() && before.get().changelogHash().equals(hash)
                && before.get().state() != KnownModule.State.PURGED;
        if (!same && !hash.isEmpty()) {
            long start = System.nanoTime();
            migrator.migrate(module.id(), resources);
            LOG.info("Module {} {} migrated in {} ms", module.id(), module.version(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
        KnownModule now = new KnownModule(module, hash, KnownModule.State.INSTALLED);
        if (before.isEmpty() || !before.get().equals(now)) {
            remember(now);
        }
    }

    /** One module bundle at the gate. */
    private final class Gate implements ModuleReady {

        private final Bundle bundle;
        private final ModuleDescriptor module;
        private ServiceRegistration<?> source;
        private ServiceRegistration<?> ready;
        private boolean closed;

        Gate(Bundle bundle, ModuleDescriptor module) {
            this.bundle = bundle;
            this.module = module;
        }

        @Override
        public String moduleId() {
            return module.id();
        }

        void report(Phase phase, Phrase problem) {
            if (gates.get(module.id()) == this) {
                boolean persistent = bundle.getHeaders().get("Meta-Persistence") != null;
                registry.live(new Live(module, bundle.getBundleId(), persistent, phase, problem));
            }
        }

        void open() {
            report(Phase.OPEN, null);
            Hashtable<String, Object> properties = new Hashtable<>();
            properties.put(ModuleReady.PROPERTY, module.id());
            properties.put("ashlar.database", database);
            ServiceRegistration<?> first = context.registerService(DataSource.class, jta, properties);
            ServiceRegistration<?> second = context.registerService(ModuleReady.class, this, properties);
            synchronized (this) {
                source = first;
                ready = second;
                if (!closed) {
                    return;
                }
            }
            close();
        }

        void close() {
            ServiceRegistration<?> first;
            ServiceRegistration<?> second;
            synchronized (this) {
                closed = true;
                first = ready;
                second = source;
                ready = null;
                source = null;
            }
            withdraw(first);
            withdraw(second);
        }

        private void withdraw(ServiceRegistration<?> registration) {
            if (registration != null) {
                try {
                    registration.unregister();
                } catch (IllegalStateException gone) {
                    LOG.debug("Withdrawn already", gone);
                }
            }
        }
    }
}
