package org.ashlar.platform.kernel.internal.company;

import org.ashlar.platform.job.Job;
import org.ashlar.platform.job.JobRun;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes the demo company at the wish of an administrator; run again, it goes on where it stopped. */
@Component
public final class DemoJob implements Job {

    private final DemoCompany demo;

    @Activate
    public DemoJob(@Reference DemoCompany demo) {
        this.demo = demo;
    }

    @Override
    public String type() {
        return "platform.demoCompany";
    }

    @Override
    public void run(JobRun run) {
        boolean complete = demo.load(true, (done, total) -> {
            run.checkCancelled();
            run.checkpoint(done, total, null);
        });
        if (!complete) {
            throw Problem.of(ProblemKind.UNAVAILABLE, "platform.demo.incomplete");
        }
    }
}
