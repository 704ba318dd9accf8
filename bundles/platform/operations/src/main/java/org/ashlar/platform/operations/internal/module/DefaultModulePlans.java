package org.ashlar.platform.operations.internal.module;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Extensions;
import org.ashlar.platform.module.ModuleLifecycle;
import org.ashlar.platform.module.ModulePlans;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plans by {@link Planner}, carried out by those who did so before there were plans. Thread-safe. */
@Component
public final class DefaultModulePlans implements ModulePlans {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultModulePlans.class);
    private static final String PERMISSION = "platform.module.manage";

    private final BundleContext context;
    private final Planner planner;
    private final Distribution distribution;
    private final ModuleLifecycle lifecycle;
    private final Extensions extensions;
    private final Access access;

    /** By injection. */
    @Activate
    public DefaultModulePlans(BundleContext context, @Reference Planner planner, @Reference Distribution distribution,
            @Reference ModuleLifecycle lifecycle, @Reference Extensions extensions, @Reference Access access) {
        this.context = context;
        this.planner = planner;
        this.distribution = distribution;
        this.lifecycle = lifecycle;
        this.extensions = extensions;
        this.access = access;
    }

    @Override
    public List<Candidate> candidates() {
        access.require(PERMISSION);
        return planner.candidates();
    }

    @Override
    public Plan plan(Step step, String moduleId) {
        access.require(PERMISSION);
        return planner.plan(step, moduleId);
    }

    @Override
    public Plan plan(Path jar, boolean unsigned) {
        access.require(PERMISSION);
        return planner.plan(jar, unsigned);
    }

    @Override
    public synchronized Plan carryOut(Step step, String moduleId) {
        Plan plan = possible(plan(step, moduleId));
        switch (step) {
            case INSTALL -> changing(moduleId, () -> distribution.install(moduleId));
            case UNINSTALL -> uninstall(moduleId);
            case ENABLE -> lifecycle.enable(moduleId);
            case DISABLE -> lifecycle.disable(moduleId);
            case PURGE -> lifecycle.purge(moduleId);
            default -> throw Problem.of(ProblemKind.BAD_REQUEST, "platform.plan.jar");
        }
        LOG.info("Module {}: {} by {}", moduleId, step.code(), access.caller().login());
        return plan;
    }

    @Override
    public synchronized Plan carryOut(Path jar, boolean unsigned) {
        Plan plan = possible(plan(jar, unsigned));
        Bundle bundle = suiteBundle(jar);
        if (bundle == null) {
            extensions.install(jar, unsigned);
        } else {
            try (InputStream in = Files.newInputStream(jar)) {
                bundle.update(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (BundleException e) {
                throw Problem.of(ProblemKind.RULE, "platform.plan.failed", plan.module(), String.valueOf(e.getMessage()));
            }
        }
        LOG.info("Module {}: {} to {} by {}", plan.module(), plan.step().code(), plan.to(), access.caller().login());
        return plan;
    }

    /** A bundle of the suite that the jar is a version of; extensions are looked after elsewhere. */
    private Bundle suiteBundle(Path jar) {
        String name = planner.open(jar).name();
        boolean extension = extensions.list().stream().anyMatch(e -> e.name().equals(name) && e.version() != null);
        return extension ? null : Stream.of(context.getBundles()).filter(b -> name.equals(b.getSymbolicName())).findFirst()
                .orElse(null);
    }

    private void uninstall(String moduleId) {
        String extension = planner.extension(moduleId);
        if (extension == null) {
            changing(moduleId, () -> distribution.uninstall(moduleId));
        } else {
            extensions.uninstall(extension);
        }
    }

    private static Plan possible(Plan plan) {
        if (!plan.possible()) {
            Remark first = plan.problems().get(0);
            throw Problem.of(ProblemKind.RULE, first.code(), first.args().toArray());
        }
        return plan;
    }

    private static void changing(String moduleId, Change change) {
        try {
            change.make();
        } catch (Exception e) {
            LOG.error("Module {} could not be changed", moduleId, e);
            throw Problem.of(ProblemKind.RULE, "platform.plan.failed", moduleId, String.valueOf(e.getMessage()));
        }
    }

    private interface Change {
        void make() throws Exception;
    }
}
