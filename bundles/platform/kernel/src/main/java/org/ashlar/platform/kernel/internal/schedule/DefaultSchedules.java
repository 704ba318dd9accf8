package org.ashlar.platform.kernel.internal.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.kernel.internal.node.Node;
import org.ashlar.platform.kernel.internal.node.Threads;
import org.ashlar.platform.kernel.internal.node.Ticker;
import org.ashlar.platform.kernel.internal.schedule.ScheduleStore.Row;
import org.ashlar.platform.kernel.internal.whiteboard.Whiteboard;
import org.ashlar.platform.module.ModuleReady;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.schedule.ScheduledTask;
import org.ashlar.platform.schedule.Schedules;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs due tasks, each on one node at a time, on two threads. A lock is taken by one conditional UPDATE and belongs to a
 * {@link Node}, not to a time: it falls when its node is dead. Looks every three seconds, which bounds how exact
 * {@link ScheduledTask#every} is. Runs of tasks that come more often than once a minute enter the history only when they
 * fail; the last run of each task is always kept with it.
 */
@Component(immediate = true)
public final class DefaultSchedules implements Schedules {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultSchedules.class);
    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final Duration FIRST_RUN = Duration.ofSeconds(30);
    private static final Duration OFTEN = Duration.ofMinutes(1);
    private static final Duration HISTORY = Duration.ofDays(60);
    private static final int THREADS = 2;
    private static final int MOST_RUNS = 1000;

    private final ScheduleStore store;
    private final Node node;
    private final Clock clock;
    private final IdSource ids;
    private final Whiteboard<ScheduledTask> tasks;
    private final Whiteboard<Access> access;
    private final Whiteboard<ModuleReady> ready;
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final Set<String> known = new HashSet<>();
    private final ExecutorService threads;
    private final ScheduledFuture<?> looking;
    private Instant purged = Instant.MIN;
    private boolean released;

    @Activate
    public DefaultSchedules(BundleContext context, @Reference Ticker ticker, @Reference Node node, @Reference Clock clock,
            @Reference IdSource ids, @Reference(target = "(ashlar.datasource=plain)") DataSource plain) {
        this.node = node;
        this.clock = clock;
        this.ids = ids;
        store = new ScheduleStore(plain);
        tasks = Whiteboard.of(context, ScheduledTask.class);
        access = Whiteboard.of(context, Access.class);
        ready = Whiteboard.of(context, ModuleReady.class);
        threads = Executors.newFixedThreadPool(THREADS, Threads.named("ashlar-schedule"));
        looking = ticker.every(LOOK, "The schedule could not be read", this::look);
    }

    @Deactivate
    void stop() {
        looking.cancel(false);
        Threads.stop(threads, "A scheduled task");
        tasks.close();
        access.close();
        ready.close();
    }

    @Override
    public List<Status> list() {
        Map<String, ScheduledTask> present = present();
        return store.all().stream().map(row -> new Status(row.id(),
                present.containsKey(row.id()) ? present.get(row.id()).every() : null, row.nextRun(), row.lockedBy(),
                row.lastStart(), row.lastEnd(), row.outcome(), row.problem())).toList();
    }

    @Override
    public List<Run> runs(String taskId, int limit) {
        return store.runs(taskId, Math.max(1, Math.min(limit, MOST_RUNS)));
    }

    @Override
    public void runNow(String taskId) {
        access.first().orElseThrow(() -> Problem.of(ProblemKind.UNAVAILABLE, "platform.starting"))
                .require("platform.schedule.run");
        if (store.all().stream().noneMatch(row -> row.id().equals(taskId))) {
            throw Problem.of(ProblemKind.NOT_FOUND, "platform.schedule.unknown", taskId);
        }
        store.setNextRun(taskId, clock.instant());
    }

    private Map<String, ScheduledTask> present() {
        // Until its module's migrations are done a task has no tables to work on.
        Set<Object> open = ready.list().stream().map(e -> e.rawProperty(ModuleReady.PROPERTY)).collect(Collectors.toSet());
        return tasks.list().stream().filter(e -> e.module().map(open::contains).orElse(true))
                .flatMap(e -> e.service().stream()).collect(Collectors.toMap(ScheduledTask::id, t -> t, (first, second) -> first));
    }

    private synchronized void look() {
        Map<String, ScheduledTask> present = present();
        if (Node.REHEARSAL || present.isEmpty() || access.first().isEmpty()) {
            return;
        }
        if (!released) {
            // What this node held when it was killed.
            store.release(node.name());
            released = true;
        }
        Instant now = clock.instant();
        for (ScheduledTask task : present.values()) {
            if (known.add(task.id())) {
                store.ensure(task.id(), now.plus(task.every().compareTo(FIRST_RUN) < 0 ? task.every() : FIRST_RUN));
            }
        }
        // What has waited longest goes first: by name, frequent tasks would starve those behind them.
        List<Row> rows = store.all().stream().sorted(Comparator.comparing(Row::nextRun)).toList();
        Set<String> living = node.living(
                rows.stream().map(Row::lockedBy).filter(Objects::nonNull).collect(Collectors.toSet()));
        for (Row row : rows) {
            ScheduledTask task = present.get(row.id());
            if (task != null && running.size() < THREADS && isDue(row, task, now)) {
                start(row, task, living);
            }
        }
        if (purged.isBefore(now.minus(Duration.ofHours(1)))) {
            store.purge(now.minus(HISTORY));
            purged = now;
        }
    }

    private boolean isDue(Row row, ScheduledTask task, Instant now) {
        if (row.nextRun().isAfter(now.plus(task.every()).plus(OFTEN))) {
            // The clock was set back since; the task would sleep until it has caught up.
            store.setNextRun(row.id(), now.plus(task.every()));
            return false;
        }
        return !row.nextRun().isAfter(now);
    }

    private void start(Row row, ScheduledTask task, Set<String> living) {
        String owner = row.lockedBy();
        if (owner != null && (running.contains(row.id()) || !owner.equals(node.name()) && living.contains(owner))) {
            return;
        }
        if (!running.add(row.id())) {
            return;
        }
        try {
            if (store.lock(row, owner, node.name())) {
                threads.execute(() -> run(task));
            } else {
                running.remove(row.id());
            }
        } catch (RejectedExecutionException stopping) {
            running.remove(row.id());
        } catch (RuntimeException e) {
            running.remove(row.id());
            throw e;
        }
    }

    private void run(ScheduledTask task) {
        Instant start = clock.instant();
        String problem = null;
        try {
            Access who = access.first().orElseThrow(() -> new IllegalStateException("Access is away"));
            who.as(who.system(0), () -> {
                task.run();
                return null;
            });
        } catch (RuntimeException | LinkageError e) {
            problem = e.getMessage() == null ? e.getClass().getName() : e.getMessage();
            LOG.warn("Task {} failed: {}", task.id(), problem, e);
        }
        finish(task, start, problem);
    }

    private void finish(ScheduledTask task, Instant start, String problem) {
        Instant end = clock.instant();
        Run run = new Run(task.id(), node.name(), start, end, problem == null ? "OK" : "FAILED", problem);
        boolean history = problem != null || task.every().compareTo(OFTEN) >= 0;
        try {
            store.finished(run, history ? ids.next() : 0, end.plus(task.every()), history);
        } catch (RuntimeException e) {
            // The lock stays with this node, which may take the task again.
            LOG.warn("The end of task {} could not be recorded: {}", task.id(), e.getMessage());
        } finally {
            running.remove(task.id());
        }
        next();
    }

    /** After a standstill much is due: what waits need not wait for the next look as well. */
    private void next() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.debug("The next look takes what is due", e);
        }
    }
}
