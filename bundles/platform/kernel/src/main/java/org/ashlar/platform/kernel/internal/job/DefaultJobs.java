package org.ashlar.platform.kernel.internal.job;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.job.JobStatus;
import org.ashlar.platform.job.Jobs;
import org.ashlar.platform.kernel.internal.whiteboard.Whiteboard;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.tx.Transactions;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Jobs as users see them. Everybody sees the jobs of the company; only the asker or an administrator steers one. */
@Component
public final class DefaultJobs implements Jobs {

    private static final String STEER_ALL = "platform.job.manage";
    private static final int MAX_LIST = 500;

    private final Transactions transactions;
    private final JobQueue queue;
    private final IdSource ids;
    private final Clock clock;
    private final JobStore inTransaction;
    private final JobStore plain;
    private final Whiteboard<Access> access;

    @Activate
    public DefaultJobs(BundleContext context, @Reference Transactions transactions, @Reference JobQueue queue,
            @Reference IdSource ids, @Reference Clock clock,
            @Reference(target = "(ashlar.datasource=plain)") DataSource plain,
            @Reference(target = "(ashlar.module=platform)") DataSource jta) {
        this.transactions = transactions;
        this.queue = queue;
        this.ids = ids;
        this.clock = clock;
        this.inTransaction = new JobStore(jta);
        this.plain = new JobStore(plain);
        access = Whiteboard.of(context, Access.class);
    }

    @Deactivate
    void stop() {
        access.close();
    }

    @Override
    public long start(String type, String parametersJson) {
        Caller caller = access().caller();
        JobRow job = new JobRow(ids.next(), caller.companyId(), caller.userId(), type, JobRow.QUEUED,
                CallerJson.write(caller), parametersJson, null, null, null, 0, 0, null, clock.instant(), null);
        return transactions.required(() -> {
            inTransaction.insert(job);
            transactions.afterCommit(queue::wake);
            return job.id();
        });
    }

    @Override
    public JobStatus status(long id) {
        long company = access().caller().companyId();
        Optional<LocalRun> local = queue.local(id).filter(run -> run.row().companyId() == company);
        return local.map(LocalRun::status).orElseGet(() -> find(id).status());
    }

    @Override
    public List<JobStatus> list(int limit) {
        return plain.newest(access().caller().companyId(), Math.max(1, Math.min(MAX_LIST, limit))).stream()
                .map(job -> queue.local(job.id()).map(LocalRun::status).orElseGet(job::status)).toList();
    }

    @Override
    public void cancel(long id) {
        JobRow job = steered(id);
        if (!plain.cancelQueued(job.id(), clock.instant())) {
            queue.local(id).ifPresentOrElse(LocalRun::cancel, () -> plain.askToCancel(id));
        }
    }

    @Override
    public void resume(long id) {
        if (!plain.resume(steered(id).id())) {
            throw Problem.of(ProblemKind.CONFLICT, "platform.job.notResumable", String.valueOf(id));
        }
        queue.wake();
    }

    private JobRow find(long id) {
        long company = access().caller().companyId();
        return plain.find(id).filter(job -> job.companyId() == company)
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "platform.job.unknown", String.valueOf(id)));
    }

    private JobRow steered(long id) {
        JobRow job = queue.local(id).map(LocalRun::row).filter(r -> r.companyId() == access().caller().companyId())
                .orElseGet(() -> find(id));
        if (job.userId() != access().caller().userId()) {
            access().require(STEER_ALL);
        }
        return job;
    }

    private Access access() {
        return access.first().orElseThrow(() -> Problem.of(ProblemKind.UNAVAILABLE, "platform.starting"));
    }
}
