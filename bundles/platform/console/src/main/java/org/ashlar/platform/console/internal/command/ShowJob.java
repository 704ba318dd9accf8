package org.ashlar.platform.console.internal.command;

import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.ashlar.platform.job.JobStatus;
import org.ashlar.platform.job.Jobs;

/** Shows, cancels or resumes a job. */
@Service
@Command(scope = "ashlar", name = "job", description = "Shows a job; --cancel stops it, --resume goes on with it")
public final class ShowJob extends AshlarCommand {

    @Argument(name = "id", description = "Job id", required = true)
    long id;

    @Option(name = "--cancel", description = "Stop at the next checkpoint")
    boolean cancel;

    @Option(name = "--resume", description = "Go on at the last checkpoint")
    boolean resume;

    @Reference
    Jobs jobs;

    @Override
    void work() {
        if (cancel) {
            jobs.cancel(id);
        }
        if (resume) {
            jobs.resume(id);
        }
        JobStatus job = jobs.status(id);
        table(List.of("id", "type", "state", "done", "total", "started", "ended", "result", "problem"),
                List.of(Arrays.<Object>asList(job.id(), job.type(), job.state(), job.done(), job.total(), job.startedAt(),
                        job.endedAt(), job.result(), job.problem())));
    }

    @Override
    boolean needsCompany() {
        return true;
    }
}
