package org.ashlar.platform.console.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.module.ModuleLifecycle;

/** Shows what a purge would drop and, when forced, drops it. */
@Service
@Command(scope = "ashlar", name = "module-purge", description = "Shows the tables of a disabled module; --force drops them")
public final class PurgeModule extends AshlarCommand {

    @Argument(name = "module", description = "Module id", required = true)
    @Completion(ModuleCompleter.class)
    String module;

    @Option(name = "--force", description = "Drop the tables; there is no way back but a restore")
    boolean force;

    @Reference
    ModuleLifecycle lifecycle;

    @Override
    void work() {
        ModuleLifecycle.PurgePlan plan = force ? lifecycle.purge(module) : lifecycle.purgePlan(module);
        table(List.of("table", "rows"), plan.tables().stream().map(t -> List.<Object>of(t.table(), t.rows())).toList());
        if (!json) {
            out().println(text(force ? "console.module.purged" : "console.module.purgePlan", module,
                    String.join(", ", plan.dependants())));
        }
    }
}
