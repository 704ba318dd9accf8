package org.ashlar.platform.console.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.module.ModulePlans.Step;

/** Stops a module; its data is kept and its documents cannot be posted. */
@Service
@Command(scope = "ashlar", name = "module-disable", description = "Stops a module; its data is kept and its documents cannot be posted")
public final class DisableModule extends ModuleStep {

    @Argument(name = "module", description = "Module id, for example sales", required = true)
    @Completion(ModuleCompleter.class)
    String module;

    @Override
    void work() {
        if (dryRun) {
            show(plans.plan(Step.DISABLE, module));
        } else {
            plans.carryOut(Step.DISABLE, module);
            out().println(text("console.module.disabled", module));
        }
    }
}
