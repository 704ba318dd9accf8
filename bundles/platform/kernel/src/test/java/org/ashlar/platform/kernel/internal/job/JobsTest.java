package org.ashlar.platform.kernel.internal.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.job.Job;
import org.ashlar.platform.job.JobRun;
import org.ashlar.platform.job.JobStatus;
import org.ashlar.platform.kernel.internal.TestAccess;
import org.ashlar.platform.kernel.internal.TestDatabase;
import org.ashlar.platform.kernel.internal.TestServices;
import org.ashlar.platform.kernel.internal.id.SequenceIds;
import org.ashlar.platform.kernel.internal.node.Node;
import org.ashlar.platform.kernel.internal.node.Ticker;
import org.ashlar.platform.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobsTest {

    private final TestDatabase database = TestDatabase.migrated();
    private final TestServices services = new TestServices();
    private final TestAccess access = new TestAccess();
    private final Ticker ticker = new Ticker();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private JobQueue queue;
    private DefaultJobs jobs;

    @BeforeEach
    void start() {
        services.register(Access.class, access, Map.of());
        Messages messages = new Messages() {
            @Override
            public String text(Locale locale, String key, List<Object> args) {
                return "text of " + key;
            }

            @Override
            public boolean has(Locale locale, String key) {
                return true;
            }
        };
        Node node = new Node("n1", database.plain, Clock.systemUTC(), null);
        queue = new JobQueue(services.context(), database.transactions, ticker, node, Clock.systemUTC(), messages,
                database.plain, database.jta);
        jobs = new DefaultJobs(services.context(), database.transactions, queue,
                new SequenceIds(database.plain, database.isPostgresql()), Clock.systemUTC(), database.plain, database.jta);
    }

    @AfterEach
    void close() throws InterruptedException {
        queue.stop();
        database.close();
    }

    @Test
    void runsAsTheAskerAndKeepsProgressAndResult() throws InterruptedException {
        job("t.ok", run -> {
            seen.add(access.caller().login() + " " + access.caller().companyId() + " " + run.parameters());
            run.checkpoint(3, 5, "{\"row\":3}");
            run.result("{\"in\":5}");
        });
        long id = start("t.ok", "{\"a\":1}");
        JobStatus end = await(id, "DONE");
        assertThat(seen).containsExactly("system 7 {\"a\":1}");
        assertThat(end.done()).isEqualTo(3);
        assertThat(end.result()).isEqualTo("{\"in\":5}");
        assertThat(end.endedAt()).isNotNull();
    }

    @Test
    void aFailedJobSaysWhyAndGoesOnAtItsCheckpoint() throws InterruptedException {
        job("t.fails", run -> {
            seen.add(String.valueOf(run.checkpoint()));
            database.transactions.run(() -> run.checkpoint(1, 2, "one"));
            if (seen.size() == 1) {
                throw Problem.rule("f", "t.bad");
            }
        });
        long id = start("t.fails", null);
        assertThat(await(id, "FAILED").problem()).isEqualTo("text of t.bad");
        access.as(access.system(7), () -> {
            jobs.resume(id);
            return null;
        });
        await(id, "DONE");
        assertThat(seen).containsExactly("null", "one");
    }

    @Test
    void aCheckpointOfARolledBackTransactionIsGone() throws InterruptedException {
        job("t.rolled", run -> {
            try {
                database.transactions.run(() -> {
                    run.checkpoint(9, 9, "nine");
                    throw new IllegalArgumentException();
                });
            } catch (IllegalArgumentException expected) {
                seen.add(String.valueOf(run.checkpoint()));
            }
        });
        assertThat(await(start("t.rolled", null), "DONE").done()).isZero();
        assertThat(seen).containsExactly("null");
    }

    @Test
    void aRunningJobIsCancelledAtItsNextLook() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        job("t.long", run -> {
            begun.countDown();
            for (int i = 0; i < 1000; i++) {
                run.checkCancelled();
                sleep();
            }
        });
        long id = start("t.long", null);
        begun.await();
        access.as(access.system(7), () -> {
            jobs.cancel(id);
            return null;
        });
        await(id, "CANCELLED");
    }

    @Test
    void whatARestartInterruptedGoesOn() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        job("t.resumes", run -> {
            seen.add(String.valueOf(run.checkpoint()));
            run.checkpoint(1, 2, "half");
            begun.countDown();
            while (seen.size() == 1) {
                run.checkCancelled();
                sleep();
            }
        });
        long id = start("t.resumes", null);
        begun.await();
        queue.stop();
        start();
        await(id, "DONE");
        assertThat(seen).containsExactly("null", "half");
    }

    @Test
    void otherCompaniesDoNotSeeIt() {
        job("t.ok", run -> { });
        long id = start("t.ok", null);
        assertThatThrownBy(() -> access.as(access.system(8), () -> jobs.status(id))).isInstanceOf(Problem.class);
    }

    @Test
    void listsTheNewestOfTheCompanyFirst() throws InterruptedException {
        job("t.ok", run -> { });
        long first = start("t.ok", null);
        await(first, "DONE");
        long second = start("t.ok", null);
        await(second, "DONE");
        access.as(access.system(7), () -> {
            assertThat(jobs.list(10)).extracting(JobStatus::id).containsExactly(second, first);
            assertThat(jobs.list(0)).extracting(JobStatus::id).containsExactly(second);
            return null;
        });
        assertThat(access.as(access.system(8), () -> jobs.list(10))).isEmpty();
    }

    private void job(String type, Consumer<JobRun> work) {
        services.register(Job.class, new Job() {
            @Override
            public String type() {
                return type;
            }

            @Override
            public void run(JobRun run) {
                work.accept(run);
            }
        }, Map.of());
    }

    private long start(String type, String parameters) {
        return access.as(access.system(7), () -> jobs.start(type, parameters));
    }

    private JobStatus await(long id, String state) throws InterruptedException {
        JobStatus status = null;
        for (int i = 0; i < 800; i++) {
            status = access.as(access.system(7), () -> jobs.status(id));
            if (status.state().equals(state)) {
                return status;
            }
            Thread.sleep(10);
        }
        throw new AssertionError(status);
    }

    private static void sleep() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
