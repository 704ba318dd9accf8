package org.ashlar.platform.kernel.internal.registry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.kernel.internal.jdbc.Jdbc;
import org.ashlar.platform.kernel.internal.migration.Migrator;
import org.ashlar.platform.kernel.internal.whiteboard.Whiteboard;
import org.ashlar.platform.module.ModuleInfo;
import org.ashlar.platform.module.ModuleLifecycle;
import org.ashlar.platform.node.OtherNodes;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops and starts module bundles and drops tables. Bridges do not hold up the modules they connect: they lie idle while
 * one side is away.
 */
@Component
public final class DefaultModuleLifecycle implements ModuleLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultModuleLifecycle.class);

    private final BundleContext context;
    private final ModuleRegistry registry;
    private final SchemaGate gate;
    private final ModuleTables tables;
    private final Whiteboard<Access> access;
    private final Whiteboard<OtherNodes> nodes;

    @Activate
    public DefaultModuleLifecycle(BundleContext context, @Reference ModuleRegistry registry, @Reference SchemaGate gate,
            @Reference(target = "(ashlar.datasource=plain)") Map.Entry<Map<String, Object>, DataSource> plain) {
        this.context = context;
        this.registry = registry;
        this.gate = gate;
        tables = new ModuleTables(new Jdbc(plain.getValue()), "postgresql".equals(plain.getKey().get("ashlar.database")));
        access = Whiteboard.of(context, Access.class);
        nodes = Whiteboard.of(context, OtherNodes.class);
    }

    @Deactivate
    void stop() {
        access.close();
        nodes.close();
    }

    @Override
    public List<String> dependants(String moduleId) {
        require();
        known(moduleId);
        return dependants(moduleId, registry.list());
    }

    @Override
    public void disable(String moduleId) {
        require();
        ModuleInfo module = removable(moduleId);
        List<String> users = modulesThatNeed(moduleId).filter(m -> m.bundleId() >= 0).map(ModuleInfo::id).toList();
        if (!users.isEmpty()) {
            throw Problem.of(ProblemKind.RULE, "platform.module.hasDependants", moduleId, String.join(", ", users));
        }
        gate.remember(moduleId, KnownModule.State.DISABLED);
        if (module.bundleId() >= 0) {
            change(moduleId, context.getBundle(module.bundleId()), Bundle::stop);
        }
        tell(moduleId);
        LOG.info("Module {} disabled", moduleId);
    }

    @Override
    public void enable(String moduleId) {
        require();
        // A purged module is unknown, and may come back all the same.
        Bundle bundle = Stream.of(context.getBundles())
                .filter(b -> ModuleReader.read(b).filter(m -> m.id().equals(moduleId)).isPresent()).findFirst()
                .orElseThrow(() -> Problem.of(ProblemKind.RULE, "platform.module.notInstalled", known(moduleId).id()));
        if (registry.findKnown(moduleId).map(KnownModule::state).filter(KnownModule.State.DISABLED::equals).isPresent()) {
            gate.remember(moduleId, KnownModule.State.INSTALLED);
        }
        change(moduleId, bundle, Bundle::start);
        gate.retry(moduleId);
        tell(moduleId);
        LOG.info("Module {} enabled", moduleId);
    }

    @Override
    public PurgePlan purgePlan(String moduleId) {
        require();
        removable(moduleId);
        return plan(moduleId);
    }

    @Override
    public PurgePlan purge(String moduleId) {
        require();
        ModuleInfo module = removable(moduleId);
        if (module.bundleId() >= 0) {
            throw Problem.of(ProblemKind.RULE, "platform.module.notDisabled", moduleId);
        }
        PurgePlan plan = plan(moduleId);
        if (!plan.dependants().isEmpty()) {
            throw Problem.of(ProblemKind.RULE, "platform.module.hasDependants", moduleId,
                    String.join(", ", plan.dependants()));
        }
        tables.drop(moduleId, ids(), Migrator.CHANGELOG_TABLE);
        gate.remember(moduleId, KnownModule.State.PURGED);
        tell(moduleId);
        LOG.info("Module {} purged: {}", moduleId, plan.tables());
        return plan;
    }

    private PurgePlan plan(String moduleId) {
        return new PurgePlan(moduleId, tables.list(moduleId, ids()),
                modulesThatNeed(moduleId).map(ModuleInfo::id).toList());
    }

    private List<String> ids() {
        return registry.list().stream().map(ModuleInfo::id).toList();
    }

    private Stream<ModuleInfo> modulesThatNeed(String moduleId) {
        List<String> ids = dependants(moduleId, registry.list());
        return registry.list().stream().filter(m -> ids.contains(m.id()) && !m.kind().equals("bridge"));
    }

    private static List<String> dependants(String moduleId, List<ModuleInfo> modules) {
        Set<String> found = new LinkedHashSet<>();
        List<String> next = new ArrayList<>(List.of(moduleId));
        while (!next.isEmpty()) {
            List<String> level = next;
            next = new ArrayList<>();
            for (ModuleInfo module : modules) {
                if (module.requires().stream().anyMatch(level::contains) && found.add(module.id())) {
                    next.add(module.id());
                }
            }
        }
        return List.copyOf(found);
    }

    private void tell(String moduleId) {
        nodes.forEach(n -> n.tell(ModuleFollower.TOPIC, moduleId));
    }

    private void require() {
        access.first().orElseThrow(() -> Problem.of(ProblemKind.UNAVAILABLE, "platform.starting"))
                .require("platform.module.manage");
    }

    private ModuleInfo known(String moduleId) {
        Optional<ModuleInfo> module = registry.find(moduleId);
        return module.orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "platform.module.unknown", moduleId));
    }

    private ModuleInfo removable(String moduleId) {
        ModuleInfo module = known(moduleId);
        if (module.kind().equals("platform")) {
            throw Problem.of(ProblemKind.RULE, "platform.module.core", moduleId);
        }
        return module;
    }

    private void change(String moduleId, Bundle bundle, Change change) {
        try {
            change.on(bundle);
        } catch (BundleException e) {
            throw new IllegalStateException("Module " + moduleId + ": " + e.getMessage(), e);
        }
    }

    private interface Change {
        void on(Bundle bundle) throws BundleException;
    }
}
