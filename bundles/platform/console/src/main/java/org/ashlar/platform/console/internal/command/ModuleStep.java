package org.ashlar.platform.console.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.ashlar.platform.module.ModulePlans;

/** A step with a module: does it, or says what it would do. */
abstract class ModuleStep extends AshlarCommand {

    @Option(name = "--dry-run", description = "Only say what would happen")
    boolean dryRun;

    @Reference
    ModulePlans plans;

    /** Prints the plan of a dry run; an impossible one ends with code 1. */
    void show(ModulePlans.Plan plan) {
        if (json) {
            json(plan);
        } else {
            table(List.of("what", "is"), PlanTable.rows(plan, (key, args) -> text(key, args.toArray())));
        }
        if (!plan.possible()) {
            throw new IllegalStateException(text("console.module.impossible", plan.module()));
        }
    }
}
