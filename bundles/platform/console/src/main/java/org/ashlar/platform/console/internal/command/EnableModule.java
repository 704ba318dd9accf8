package org.ashlar.platform.console.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.module.ModuleLifecycle;

/** Starts a disabled module again. */
@Service
@Command(scope = "ashlar", name = "module-enable", description = "Starts a disabled module again")
public final class EnableModule extends AshlarCommand {

    @Argument(name = "module", description = "Module id", required = true)
    @Completion(ModuleCompleter.class)
    String module;

    @Reference
    ModuleLifecycle lifecycle;

    @Override
    void work() {
        lifecycle.enable(module);
        out().println(text("console.module.enabled", module));
    }
}
