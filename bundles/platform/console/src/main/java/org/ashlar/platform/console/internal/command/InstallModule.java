package org.ashlar.platform.console.internal.command;

import java.util.EnumSet;
import java.util.Set;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Installs a module while people work; no other bundle is refreshed. */
@Service
@Command(scope = "ashlar", name = "module-install", description = "Installs a module and the bridges that it makes possible")
public final class InstallModule extends AshlarCommand {

    @Argument(name = "module", description = "Module id, for example sales", required = true)
    @Completion(FeatureCompleter.class)
    String module;

    @Reference
    FeaturesService features;

    @Override
    void work() {
        try {
            features.installFeatures(Set.of(FeatureCompleter.PREFIX + module), EnumSet.of(
                    FeaturesService.Option.NoAutoRefreshBundles, FeaturesService.Option.NoAutoRefreshManagedBundles));
        } catch (Exception e) {
            throw new IllegalStateException(text("console.module.notInstalled", module, String.valueOf(e.getMessage())), e);
        }
        out().println(text("console.module.installed", module));
    }
}
