package org.ashlar.platform.console.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.module.ModuleLifecycle;

/** Stops a module; its data is kept and its documents cannot be posted. */
@Service
@Command(scope = "ashlar", name = "module-disable", description = "Stops a module; its data is kept and its documents cannot be posted")
public final class DisableModule extends AshlarCommand {

    @Argument(name = "module", description = "Module id", required = true)
    @Completion(ModuleCompleter.class)
    String module;

    @Reference
    ModuleLifecycle lifecycle;

    @Override
    void work() {
        lifecycle.disable(module);
        out().println(text("console.module.disabled", module));
    }
}
