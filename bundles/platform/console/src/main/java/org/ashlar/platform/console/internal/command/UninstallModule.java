package org.ashlar.platform.console.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.module.ModulePlans.Step;

/** Takes a module's bundles out; its data is kept. */
@Service
@Command(scope = "ashlar", name = "module-uninstall", description = "Uninstalls a module; its data is kept")
public final class UninstallModule extends ModuleStep {

    @Argument(name = "module", description = "Module id, for example sales", required = true)
    @Completion(FeatureCompleter.class)
    String module;

    @Override
    void work() {
        if (dryRun) {
            show(plans.plan(Step.UNINSTALL, module));
        } else {
            plans.carryOut(Step.UNINSTALL, module);
            out().println(text("console.module.uninstalled", module));
        }
    }
}
