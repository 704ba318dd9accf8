package org.ashlar.platform.console.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.module.ModulePlans.Step;

/** Starts a disabled module again. */
@Service
@Command(scope = "ashlar", name = "module-enable", description = "Starts a disabled module again")
public final class EnableModule extends ModuleStep {

    @Argument(name = "module", description = "Module id, for example sales", required = true)
    @Completion(ModuleCompleter.class)
    String module;

    @Override
    void work() {
        if (dryRun) {
            show(plans.plan(Step.ENABLE, module));
        } else {
            plans.carryOut(Step.ENABLE, module);
            out().println(text("console.module.enabled", module));
        }
    }
}
