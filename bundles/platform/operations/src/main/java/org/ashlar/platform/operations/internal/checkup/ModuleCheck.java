package org.ashlar.platform.operations.internal.checkup;

import java.util.List;
import java.util.stream.Stream;
import org.ashlar.platform.checkup.Check;
import org.ashlar.platform.checkup.Finding;
import org.ashlar.platform.checkup.Severity;
import org.ashlar.platform.module.Extensions;
import org.ashlar.platform.module.ModuleInfo;
import org.ashlar.platform.module.ModuleState;
import org.ashlar.platform.module.Modules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Modules that do not run, extensions in quarantine. Thread-safe. */
@Component
public final class ModuleCheck implements Check {

    private static final String PAGE = "/app/apps";

    private final Modules modules;
    private final Extensions extensions;

    /** By injection. */
    @Activate
    public ModuleCheck(@Reference Modules modules, @Reference Extensions extensions) {
        this.modules = modules;
        this.extensions = extensions;
    }

    @Override
    public String area() {
        return "modules";
    }

    @Override
    public List<Finding> run() {
        Stream<Finding> down = modules.list().stream().filter(m -> m.state() != ModuleState.ACTIVE).map(this::finding);
        Stream<Finding> aside = extensions.list().stream().filter(e -> e.state().equals("QUARANTINED"))
                .map(e -> new Finding(area(), Severity.BAD, "checkup.modules.quarantine", List.of(e.name(), String.valueOf(e.reason())), PAGE));
        return Stream.concat(down, aside).toList();
    }

    private Finding finding(ModuleInfo module) {
        return switch (module.state()) {
            case FAILED -> new Finding(area(), Severity.BAD, "checkup.modules.failed",
                    List.of(module.id(), module.problem()), PAGE);
            case WAITING -> new Finding(area(), Severity.WARN, "checkup.modules.waiting",
                    List.of(module.id(), module.problem()), PAGE);
            default -> new Finding(area(), Severity.INFO, "checkup.modules.away", List.of(module.id()), PAGE);
        };
    }
}
