package org.ashlar.platform.operations.internal.module;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Extensions;
import org.ashlar.platform.module.Migrations;
import org.ashlar.platform.module.ModuleInfo;
import org.ashlar.platform.module.ModuleLifecycle;
import org.ashlar.platform.module.ModulePlans.BundleChange;
import org.ashlar.platform.module.ModulePlans.Candidate;
import org.ashlar.platform.module.ModulePlans.Needed;
import org.ashlar.platform.module.ModulePlans.Plan;
import org.ashlar.platform.module.ModulePlans.Remark;
import org.ashlar.platform.module.ModulePlans.Step;
import org.ashlar.platform.module.ModuleState;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.operations.internal.extension.DefaultExtensions;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says what a step would do; changes nothing. Thread-safe. */
@Component(service = Planner.class)
public final class Planner {

    private static final String AVAILABLE = "AVAILABLE";

    private final BundleContext context;
    private final Modules modules;
    private final ModuleLifecycle lifecycle;
    private final Migrations migrations;
    private final Distribution distribution;
    private final DefaultExtensions extensions;
    private final Compatibility compatibility;
    private final Access access;

    /** By injection. */
    @Activate
    public Planner(BundleContext context, @Reference Modules modules, @Reference ModuleLifecycle lifecycle,
            @Reference Migrations migrations, @Reference Distribution distribution, @Reference DefaultExtensions extensions,
            @Reference Access access) {
        this.context = context;
        this.modules = modules;
        this.lifecycle = lifecycle;
        this.migrations = migrations;
        this.distribution = distribution;
        this.extensions = extensions;
        this.access = access;
        compatibility = new Compatibility(context);
    }

    List<Candidate> candidates() {
        List<Candidate> all = new ArrayList<>();
        Map<String, ModuleJar> there = distribution.modules();
        for (ModuleInfo module : modules.list()) {
            all.add(new Candidate(module, false, module.disabled(), lifecycle.dependants(module.id()), steps(module, there.keySet())));
        }
        Set<String> known = all.stream().map(c -> c.info().id()).collect(Collectors.toSet());
        there.forEach((id, jar) -> {
            if (!known.contains(id)) {
                all.add(new Candidate(new ModuleInfo(id, jar.version(), jar.kind(), ModuleState.AWAY, jar.requires(), jar.validates(),
                        -1, null), true, false, List.of(), List.of(Step.INSTALL)));
            }
        });
        return all;
    }

    private List<Step> steps(ModuleInfo module, Set<String> there) {
        if (module.kind().equals("platform")) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        boolean bundle = bundle(module.id()).isPresent();
        if (module.bundleId() >= 0 && !module.disabled()) {
            steps.add(Step.DISABLE);
        } else if (bundle) {
            steps.add(Step.ENABLE);
        }
        if (!bundle && there.contains(module.id())) {
            steps.add(Step.INSTALL);
        }
        if (bundle && (distribution.installed(module.id()) || extension(module.id()) != null)) {
            steps.add(Step.UNINSTALL);
        }
        if (module.bundleId() < 0) {
            steps.add(Step.PURGE);
        }
        return steps;
    }

    Plan plan(Step step, String id) {
        Drawn plan = new Drawn(step, id);
        Optional<ModuleInfo> module = modules.find(id);
        if (module.isEmpty() && !(step == Step.INSTALL && distribution.has(id)) && bundle(id).isEmpty()) {
            throw Problem.of(ProblemKind.NOT_FOUND, "platform.module.unknown", id);
        }
        if (module.filter(m -> m.kind().equals("platform")).isPresent()) {
            plan.problem("platform.module.core", id);
        }
        switch (step) {
            case INSTALL -> install(plan);
            case ENABLE -> enable(plan);
            case DISABLE, UNINSTALL -> stop(plan, module);
            case PURGE -> purge(plan, module);
            default -> plan.problem("platform.plan.jar");
        }
        return plan.done(modules.find(id).isPresent() ? dependants(id) : List.of(), locale());
    }

    private void install(Drawn plan) {
        if (!distribution.has(plan.module)) {
            plan.problem("platform.plan.notThere", plan.module);
            return;
        }
        List<ModuleJar> jars = distribution.toInstall(plan.module);
        if (jars.isEmpty()) {
            plan.warn("platform.plan.there", plan.module);
        }
        for (ModuleJar jar : jars) {
            plan.bundles.add(new BundleChange(jar.name(), "install", null, jar.version()));
            plan.problems.addAll(compatibility.problems(jar, jars));
            jar.module().ifPresent(id -> plan.migrations.addAll(pending(id, jar)));
            plan.needs(jar.requires().stream().filter(r -> jars.stream().noneMatch(j -> j.module().filter(r::equals).isPresent()))
                    .map(this::needed).toList());
            if (jar.module().filter(plan.module::equals).isPresent()) {
                plan.to = jar.version();
            }
            plan.jars.add(jar);
        }
        plan.missing();
    }

    private List<Migrations.Changeset> pending(String id, ModuleJar jar) {
        return jar.file() == null ? migrations.pending(id) : migrations.pending(id, jar.file());
    }

    private void enable(Drawn plan) {
        Bundle bundle = bundle(plan.module).orElse(null);
        if (bundle == null) {
            plan.problem("platform.module.notInstalled", plan.module);
            return;
        }
        ModuleJar jar = ModuleJar.of(bundle);
        if (modules.find(plan.module).filter(m -> m.state() == ModuleState.ACTIVE).isPresent()) {
            plan.warn("platform.plan.active", plan.module);
        }
        plan.from = jar.version();
        plan.to = jar.version();
        plan.bundles.add(new BundleChange(bundle.getSymbolicName(), "start", jar.version(), jar.version()));
        plan.migrations.addAll(migrations.pending(plan.module));
        plan.needs(jar.requires().stream().map(this::needed).toList());
        plan.missing();
        plan.jars.add(jar);
    }

    private void stop(Drawn plan, Optional<ModuleInfo> module) {
        List<Bundle> gone = plan.step == Step.DISABLE ? bundle(plan.module).stream().toList() : uninstalled(plan.module);
        if (gone.isEmpty()) {
            plan.problem(plan.step == Step.DISABLE ? "platform.module.notInstalled" : "platform.plan.notAlone", plan.module);
        } else if (plan.step == Step.DISABLE && module.filter(m -> m.bundleId() < 0).isPresent()) {
            plan.warn("platform.plan.stopped", plan.module);
        }
        for (Bundle bundle : gone) {
            plan.bundles.add(new BundleChange(bundle.getSymbolicName(), plan.step == Step.DISABLE ? "stop" : "uninstall",
                    bundle.getVersion().toString(), null));
            plan.jars.add(ModuleJar.of(bundle));
        }
        plan.from = module.map(ModuleInfo::version).orElse(null);
        Set<String> going = plan.jars.stream().flatMap(j -> j.module().stream()).collect(Collectors.toSet());
        List<Needed> needing = dependants(plan.module).stream().filter(n -> !going.contains(n.id())).toList();
        String users = needing.stream().filter(n -> n.state().equals("ACTIVE") && !bridge(n.id())).map(Needed::id)
                .collect(Collectors.joining(", "));
        if (!users.isEmpty()) {
            plan.problem("platform.module.hasDependants", plan.module, users);
        }
        String idle = needing.stream().map(Needed::id).filter(this::bridge).collect(Collectors.joining(", "));
        if (!idle.isEmpty()) {
            plan.warn("platform.plan.idle", idle);
        }
        module.map(ModuleInfo::validates).filter(v -> !v.isEmpty())
                .ifPresent(models -> plan.warn("platform.plan.validates", String.join(", ", models)));
        plan.warn("platform.plan.kept", plan.module);
    }

    private List<Bundle> uninstalled(String module) {
        String extension = extension(module);
        return extension == null ? distribution.installed(module) ? distribution.toUninstall(module) : List.of()
                : Stream.of(context.getBundles()).filter(b -> extension.equals(b.getSymbolicName())).toList();
    }

    private void purge(Drawn plan, Optional<ModuleInfo> module) {
        if (module.isEmpty()) {
            throw Problem.of(ProblemKind.NOT_FOUND, "platform.module.unknown", plan.module);
        }
        plan.from = module.get().version();
        if (!plan.problems.isEmpty()) {
            return;
        }
        if (module.get().bundleId() >= 0) {
            plan.problem("platform.module.notDisabled", plan.module);
        }
        ModuleLifecycle.PurgePlan purge = lifecycle.purgePlan(plan.module);
        plan.tables = purge.tables();
        if (!purge.dependants().isEmpty()) {
            plan.problem("platform.module.hasDependants", plan.module, String.join(", ", purge.dependants()));
        }
        plan.warn("platform.plan.forGood", plan.module);
        bundle(plan.module).map(ModuleJar::of).ifPresent(plan.jars::add);
    }

    Plan plan(Path file, boolean unsigned) {
        ModuleJar jar = open(file);
        Bundle now = Stream.of(context.getBundles()).filter(b -> jar.name().equals(b.getSymbolicName())).findFirst().orElse(null);
        if (now == null && jar.module().isEmpty()) {
            throw Problem.of(ProblemKind.RULE, "platform.extension.noModule");
        }
        Drawn plan = new Drawn(now == null ? Step.INSTALL : Step.UPGRADE, jar.module().orElse(jar.name()));
        plan.to = jar.version();
        plan.signer = extensions.signer(file).orElse(null);
        if (plan.signer == null && !unsigned) {
            plan.warn("platform.extension.unsigned", jar.name());
        }
        if (now != null) {
            upgrade(plan, jar, now);
        } else if (modules.find(plan.module).filter(m -> m.bundleId() >= 0).isPresent()) {
            plan.problem("platform.plan.otherBundle", plan.module);
        }
        plan.bundles.add(new BundleChange(jar.name(), now == null ? "install" : "update", plan.from, plan.to));
        plan.problems.addAll(compatibility.problems(jar, List.of(jar)));
        jar.module().ifPresent(id -> {
            try {
                plan.migrations.addAll(migrations.pending(id, file));
            } catch (Problem broken) {
                plan.problem(broken.code(), broken.args().toArray());
            }
        });
        plan.needs(jar.requires().stream().map(this::needed).toList());
        plan.missing();
        plan.jars.add(jar);
        return plan.done(modules.find(plan.module).isPresent() ? dependants(plan.module) : List.of(), locale());
    }

    private static void upgrade(Drawn plan, ModuleJar jar, Bundle now) {
        ModuleJar before = ModuleJar.of(now);
        plan.from = before.version();
        if (!before.module().equals(jar.module())) {
            plan.problem("platform.plan.otherModule", jar.name(), before.module().orElse("-"), jar.module().orElse("-"));
        }
        int older = Version.parseVersion(plan.to).compareTo(Version.parseVersion(plan.from));
        if (older < 0) {
            plan.warn("platform.plan.older", plan.from, plan.to);
        }
        if (!before.exports().isEmpty()) {
            plan.old.addAll(Compatibility.users(now));
        }
    }

    /** A jar's description; refuses what is no bundle. */
    ModuleJar open(Path file) {
        try {
            ModuleJar jar = ModuleJar.of(file);
            if (jar.name() != null) {
                return jar;
            }
        } catch (IOException | IllegalArgumentException e) {
            throw Problem.of(ProblemKind.RULE, "platform.plan.noJar");
        }
        throw Problem.of(ProblemKind.RULE, "platform.extension.noModule");
    }

    /** Name of the extension's bundle that a module is of, {@code null} if it is of the suite. */
    String extension(String module) {
        Set<String> names = extensions.list().stream().map(Extensions.Extension::name).collect(Collectors.toSet());
        return bundle(module).map(Bundle::getSymbolicName).filter(names::contains).orElse(null);
    }

    private Optional<Bundle> bundle(String module) {
        return Stream.of(context.getBundles()).filter(b -> b.getHeaders("").get("Provide-Capability") != null
                && ModuleJar.of(b).module().filter(module::equals).isPresent()).findFirst();
    }

    private List<Needed> dependants(String id) {
        return lifecycle.dependants(id).stream().map(this::needed).toList();
    }

    private Needed needed(String id) {
        return new Needed(id, modules.find(id).map(m -> m.state().name())
                .orElseGet(() -> distribution.has(id) ? AVAILABLE : "MISSING"));
    }

    private boolean bridge(String id) {
        return modules.find(id).filter(m -> m.kind().equals("bridge")).isPresent();
    }

    private Locale locale() {
        return access.caller().locale();
    }

    /** A plan while it is drawn. */
    private static final class Drawn {
        private final Step step;
        private final String module;
        private String from;
        private String to;
        private String signer;
        private final List<Remark> problems = new ArrayList<>();
        private final List<Remark> warnings = new ArrayList<>();
        private final List<BundleChange> bundles = new ArrayList<>();
        private final TreeSet<String> old = new TreeSet<>();
        private final List<Migrations.Changeset> migrations = new ArrayList<>();
        private final List<Needed> requires = new ArrayList<>();
        private final List<ModuleJar> jars = new ArrayList<>();
        private List<ModuleLifecycle.TableRows> tables = List.of();

        Drawn(Step step, String module) {
            this.step = step;
            this.module = module;
        }

        void problem(String code, Object... args) {
            problems.add(new Remark(code, List.of(args)));
        }

        void warn(String code, Object... args) {
            warnings.add(new Remark(code, List.of(args)));
        }

        void needs(List<Needed> needed) {
            needed.stream().filter(n -> !requires.contains(n)).forEach(requires::add);
        }

        void missing() {
            String missing = requires.stream().filter(n -> !n.state().equals("ACTIVE")).map(Needed::id)
                    .collect(Collectors.joining(", "));
            if (!missing.isEmpty()) {
                problem("platform.plan.requires", module, missing);
            }
        }

        Plan done(List<Needed> dependants, Locale locale) {
            return new Plan(step, module, from, to, List.copyOf(problems), List.copyOf(warnings), signer, List.copyOf(bundles),
                    List.copyOf(old), List.copyOf(migrations), List.copyOf(requires), dependants,
                    ContentsReader.read(jars, locale), tables);
        }
    }
}
