package org.ashlar.platform.kernel.internal.node;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread for the kernel's short recurring work on this node: refreshing caches, beating, looking for due work. */
@Component(service = Ticker.class)
public final class Ticker {

    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

    private final ScheduledExecutorService executor;

    @Activate
    public Ticker() {
        executor = Threads.single("ashlar-ticker");
    }

    @Deactivate
    void stop() {
        Threads.stop(executor, "The ticker");
    }

    /**
     * Runs quick work again and again. Of failures in a row the first is logged, and the recovery: while the database is
     * away there is one line, not one per beat.
     *
     * @param what what a failure means, for the log
     */
    public ScheduledFuture<?> every(Duration pause, String what, Runnable work) {
        AtomicBoolean failing = new AtomicBoolean();
        return executor.scheduleWithFixedDelay(() -> {
            try {
                work.run();
                if (failing.compareAndSet(true, false)) {
                    LOG.info("Well again after: {}", what);
                }
            } catch (RuntimeException e) {
                if (!executor.isShutdown() && failing.compareAndSet(false, true)) {
                    LOG.warn("{}: {}", what, e.getMessage());
                }
                LOG.debug("{}", what, e);
            }
        }, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }
}
