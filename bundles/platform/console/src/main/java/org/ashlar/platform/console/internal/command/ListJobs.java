package org.ashlar.platform.console.internal.command;

import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.job.Jobs;

/** Lists the newest jobs. */
@Service
@Command(scope = "ashlar", name = "jobs", description = "Lists the newest jobs of the company")
public final class ListJobs extends AshlarCommand {

    @Option(name = "--limit", description = "How many at most")
    int limit = 20;

    @Reference
    Jobs jobs;

    @Override
    void work() {
        table(List.of("id", "type", "state", "done", "total", "started", "ended", "problem"), jobs.list(limit).stream()
                .map(j -> Arrays.<Object>asList(j.id(), j.type(), j.state(), j.done(), j.total(), j.startedAt(), j.endedAt(),
                        j.problem())).toList());
    }

    @Override
    boolean needsCompany() {
        return true;
    }
}
