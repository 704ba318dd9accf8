package org.ashlar.platform.console.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.module.ModulePlans.Step;

/** Installs a module while people work; no other bundle is refreshed. */
@Service
@Command(scope = "ashlar", name = "module-install", description = "Installs a module and the bridges that it makes possible")
public final class InstallModule extends ModuleStep {

    @Argument(name = "module", description = "Module id, for example sales", required = true)
    @Completion(FeatureCompleter.class)
    String module;

    @Override
    void work() {
        if (dryRun) {
            show(plans.plan(Step.INSTALL, module));
        } else {
            plans.carryOut(Step.INSTALL, module);
            out().println(text("console.module.installed", module));
        }
    }
}
