package org.ashlar.platform.kernel.internal.job;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.job.Job;
import org.ashlar.platform.kernel.internal.node.Node;
import org.ashlar.platform.kernel.internal.node.Threads;
import org.ashlar.platform.kernel.internal.node.Ticker;
import org.ashlar.platform.kernel.internal.whiteboard.Whiteboard;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.rest.ProblemWriter;
import org.ashlar.platform.tx.Transactions;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs queued jobs on two threads of this node. A job whose module is away stays in the queue; one whose node died or
 * stopped goes back into it and continues from its checkpoint.
 */
@Component(service = JobQueue.class, immediate = true)
public final class JobQueue {

    private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final int THREADS = 2;

    private final Transactions transactions;
    private final Node node;
    private final Clock clock;
    private final Messages messages;
    private final JobStore plain;
    private final JobStore inTransaction;
    private final Whiteboard<Job> jobs;
    private final Whiteboard<Access> access;
    private final Map<Long, LocalRun> local = new ConcurrentHashMap<>();
    private final ExecutorService threads;
    private final ExecutorService looker;
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledFuture<?> looking;
    private volatile boolean stopping;
    private boolean recovered;

    @Activate
    public JobQueue(BundleContext context, @Reference Transactions transactions, @Reference Ticker ticker,
            @Reference Node node, @Reference Clock clock, @Reference Messages messages,
            @Reference(target = "(ashlar.datasource=plain)") DataSource plain,
            @Reference(target = "(ashlar.module=platform)") DataSource jta) {
        this.transactions = transactions;
        this.node = node;
        this.clock = clock;
        this.messages = messages;
        this.plain = new JobStore(plain);
        this.inTransaction = new JobStore(jta);
        threads = Executors.newFixedThreadPool(THREADS, Threads.named("ashlar-job"));
        looker = Executors.newSingleThreadExecutor(Threads.named("ashlar-job-queue"));
        access = Whiteboard.of(context, Access.class);
        jobs = new Whiteboard<>(context, Job.class, this::wake);
        jobs.open();
        looking = ticker.every(LOOK, "The job queue could not be read", this::wake);
    }

    @Deactivate
    void stop() {
        stopping = true;
        looking.cancel(false);
        Threads.stop(looker, "The job queue");
        local.values().forEach(LocalRun::stop);
        Threads.stop(threads, "A job");
        jobs.close();
        access.close();
    }

    /** A job that this node runs now. */
    Optional<LocalRun> local(long id) {
        return Optional.ofNullable(local.get(id));
    }

    /** Looks for queued jobs soon. */
    void wake() {
        if (!stopping && !Node.REHEARSAL && due.compareAndSet(false, true)) {
            try {
                looker.execute(this::look);
            } catch (RejectedExecutionException end) {
                LOG.debug("The queue is closing", end);
            }
        }
    }

    private void look() {
        due.set(false);
        try {
            if (!recovered) {
                // What this node ran when it was killed.
                plain.running().stream().filter(j -> node.name().equals(j.node()))
                        .forEach(j -> plain.requeue(j.id(), node.name()));
                recovered = true;
            }
            takeBack();
            plain.cancelAsked(node.name()).forEach(id -> local(id).ifPresent(LocalRun::cancel));
            if (access.first().isEmpty() || local.size() >= THREADS) {
                return;
            }
            Set<String> types = jobs.services().stream().map(Job::type).collect(Collectors.toSet());
            for (JobRow row : types.isEmpty() ? List.<JobRow>of() : plain.queued()) {
                if (local.size() < THREADS && types.contains(row.type()) && plain.take(row.id(), node.name())) {
                    LocalRun run = new LocalRun(row, inTransaction, plain, transactions);
                    local.put(row.id(), run);
                    threads.execute(() -> run(run));
                }
            }
        } catch (RuntimeException e) {
            if (!stopping) {
                LOG.warn("The job queue could not be worked on: {}", e.getMessage());
                LOG.debug("The job queue could not be worked on", e);
            }
        }
    }

    /** Jobs of dead nodes go back into the queue. */
    private void takeBack() {
        List<JobRow> others = plain.running().stream().filter(j -> j.node() != null && !local.containsKey(j.id())
                && !j.node().equals(node.name())).toList();
        if (others.isEmpty()) {
            return;
        }
        Set<String> living = node.living(others.stream().map(JobRow::node).collect(Collectors.toSet()));
        others.stream().filter(j -> !living.contains(j.node())).forEach(j -> {
            LOG.info("Job {} of node {} goes on here", j.id(), j.node());
            plain.requeue(j.id(), j.node());
        });
    }

    private void run(LocalRun run) {
        long id = run.id();
        try {
            Job job = jobs.services().stream().filter(j -> j.type().equals(run.row().type())).findFirst().orElse(null);
            Access who = access.first().orElse(null);
            if (job == null || who == null) {
                plain.requeue(id, node.name());
                return;
            }
            Caller caller = CallerJson.read(run.row().caller());
            end(run, caller, () -> who.as(caller, () -> {
                job.run(run);
                return null;
            }));
        } catch (RuntimeException e) {
            LOG.error("The end of job {} could not be recorded", id, e);
        } finally {
            local.remove(id);
            wake();
        }
    }

    private void end(LocalRun run, Caller caller, Runnable work) {
        try {
            work.run();
            plain.ended(run.id(), JobRow.DONE, null, clock.instant());
        } catch (CancellationException e) {
            if (run.isStopping()) {
                plain.requeue(run.id(), node.name());
            } else {
                plain.ended(run.id(), JobRow.CANCELLED, null, clock.instant());
            }
        } catch (Problem e) {
            plain.ended(run.id(), JobRow.FAILED, words(caller.locale(), e), clock.instant());
        } catch (RuntimeException | LinkageError e) {
            if (run.isStopping()) {
                plain.requeue(run.id(), node.name());
                return;
            }
            String errorId = UUID.randomUUID().toString();
            LOG.error("Job {} of type {} failed, error id {}", run.id(), run.row().type(), errorId, e);
            plain.ended(run.id(), JobRow.FAILED,
                    messages.text(caller.locale(), ProblemWriter.UNEXPECTED, List.of(errorId)), clock.instant());
        }
    }

    /** The problem and, where they say more, its fields' errors: whoever looks at the job sees no other answer. */
    private String words(Locale locale, Problem problem) {
        StringBuilder words = new StringBuilder(messages.text(locale, problem.code(), problem.args()));
        problem.errors().stream().filter(e -> !e.code().equals(problem.code()))
                .forEach(e -> words.append(' ').append(messages.text(locale, e.code(), e.args())));
        return words.toString();
    }
}
