package org.ashlar.platform.console.internal.command;

import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.schedule.Schedules;

/** Lists scheduled tasks, or starts one ahead of time. */
@Service
@Command(scope = "ashlar", name = "schedules", description = "Lists scheduled tasks; --run starts one now")
public final class ListSchedules extends AshlarCommand {

    @Option(name = "--run", description = "Task to run now")
    String run;

    @Reference
    Schedules schedules;

    @Override
    void work() {
        if (run != null) {
            schedules.runNow(run);
        }
        table(List.of("id", "every", "next", "last", "outcome", "problem"), schedules.list().stream()
                .map(s -> Arrays.<Object>asList(s.id(), s.every(), s.nextRun(), s.lastEnd(), s.outcome(), s.problem())).toList());
    }
}
