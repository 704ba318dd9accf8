package org.ashlar.platform.console.internal.command;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.module.ModuleLifecycle;
import org.ashlar.platform.module.ModuleState;
import org.ashlar.platform.module.Modules;

/** Takes a module's bundles out; its data is kept. */
@Service
@Command(scope = "ashlar", name = "module-uninstall", description = "Uninstalls a module; its data is kept")
public final class UninstallModule extends AshlarCommand {

    @Argument(name = "module", description = "Module id, for example sales", required = true)
    @Completion(FeatureCompleter.class)
    String module;

    @Reference
    FeaturesService features;

    @Reference
    ModuleLifecycle lifecycle;

    @Reference
    Modules modules;

    @Override
    void work() {
        List<String> dependants = lifecycle.dependants(module).stream()
                .filter(id -> modules.find(id).filter(m -> m.state() == ModuleState.ACTIVE).isPresent()
                        && modules.find(id).filter(m -> m.kind().equals("bridge")).isEmpty())
                .toList();
        if (!dependants.isEmpty()) {
            throw new IllegalStateException(text("console.module.needed", module, String.join(", ", dependants)));
        }
        try {
            features.uninstallFeatures(Set.of(FeatureCompleter.PREFIX + module), EnumSet.of(
                    FeaturesService.Option.NoAutoRefreshBundles, FeaturesService.Option.NoAutoRefreshManagedBundles));
        } catch (Exception e) {
            throw new IllegalStateException(text("console.module.notUninstalled", module, String.valueOf(e.getMessage())), e);
        }
        out().println(text("console.module.uninstalled", module));
    }
}
