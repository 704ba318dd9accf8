package org.ashlar.platform.kernel.internal.registry;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ashlar.platform.module.ModuleInfo;
import org.ashlar.platform.module.ModuleState;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers from a snapshot that is taken anew after each change; posting asks it every time. */
@Component
public final class DefaultModules implements Modules {

    private final ModuleRegistry registry;
    private volatile Snapshot snapshot = new Snapshot(-1, List.of());

    @Activate
    public DefaultModules(@Reference ModuleRegistry registry) {
        this.registry = registry;
    }

    @Override
    public List<ModuleInfo> list() {
        Snapshot current = snapshot;
        long generation = registry.generation();
        if (current.generation() != generation) {
            current = new Snapshot(generation, List.copyOf(registry.list()));
            snapshot = current;
        }
        return current.modules();
    }

    @Override
    public Optional<ModuleInfo> find(String id) {
        return list().stream().filter(m -> m.id().equals(id)).findFirst();
    }

    @Override
    public void requireValidators(String... models) {
        Set<String> wanted = Set.of(models);
        for (ModuleInfo module : list()) {
            if (module.state() != ModuleState.ACTIVE && module.validates().stream().anyMatch(wanted::contains)) {
                throw Problem.of(ProblemKind.UNAVAILABLE, "platform.module.away", module.id(),
                        String.join(", ", models));
            }
        }
    }

    private record Snapshot(long generation, List<ModuleInfo> modules) {
    }
}
