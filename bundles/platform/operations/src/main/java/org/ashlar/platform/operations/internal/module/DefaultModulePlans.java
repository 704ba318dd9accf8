package org.ashlar.platform.operations.internal.module;

import java.nio.file.Path;
import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Extensions;
import org.ashlar.platform.module.ModuleLifecycle;
import org.ashlar.platform.module.ModulePlans;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
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

    private final Planner planner;
    private final Distribution distribution;
    private final ModuleLifecycle lifecycle;
    private final Extensions extensions;
    private final Switching switching;
    private final Access access;

    /** By injection. */
    @Activate
    public DefaultModulePlans(@Reference Planner planner, @Reference Distribution distribution, @Reference ModuleLifecycle lifecycle,
            @Reference Extensions extensions, @Reference Switching switching, @Reference Access access) {
        this.planner = planner;
        this.distribution = distribution;
        this.lifecycle = lifecycle;
        this.extensions = extensions;
        this.switching = switching;
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
        switching.to(jar, unsigned);
        LOG.info("Module {}: {} to {} by {}", plan.module(), plan.step().code(), plan.to(), access.caller().login());
        return plan;
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
