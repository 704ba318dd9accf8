package org.ashlar.finance.internal.invoice;

import java.util.Optional;
import java.util.stream.Stream;

import org.ashlar.platform.module.ModuleInfo;
import org.ashlar.platform.module.ModuleState;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sees to it that the module whose document is billed hears of the invoice: while it or its bridge is away, quantities
 * invoiced there would be lost. Thread-safe.
 */
@Component(service = SourceModules.class)
public final class SourceModules {

    private static final String FINANCE = "finance";

    private final Modules modules;

    /** Injected. */
    @Activate
    public SourceModules(@Reference Modules modules) {
        this.modules = modules;
    }

    /**
     * Refuses while the source's module, or the bridge between it and finance, is away.
     *
     * @throws Problem UNAVAILABLE {@code finance.invoice.sourceAway} naming the module
     */
    void require(String sourceModel) {
        if (sourceModel == null || !sourceModel.contains(".")) {
            return;
        }
        String module = sourceModel.substring(0, sourceModel.indexOf('.'));
        if (module.equals(FINANCE)) {
            return;
        }
        if (modules.find(module).map(ModuleInfo::state).orElse(ModuleState.AWAY) != ModuleState.ACTIVE) {
            throw away(module);
        }
        String bridge = Stream.of(FINANCE, module).sorted().reduce((a, b) -> a + "-" + b).orElseThrow();
        Optional<ModuleInfo> known = modules.find(bridge);
        if (known.isPresent() && known.get().state() != ModuleState.ACTIVE) {
            throw away(bridge);
        }
    }

    private static Problem away(String module) {
        return Problem.of(ProblemKind.UNAVAILABLE, "finance.invoice.sourceAway", module);
    }
}
