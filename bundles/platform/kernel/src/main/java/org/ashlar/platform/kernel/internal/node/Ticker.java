package org.ashlar.platform.kernel.internal.node;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
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
        executor = Executors.newSingleThreadScheduledExecutor(r -> {
            Thread thread = new Thread(r, "ashlar-ticker");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Deactivate
    void stop() {
        executor.shutdownNow();
    }

    /** Runs quick work again and again; its exceptions are logged without a trace, for the next beat may be well. */
    public ScheduledFuture<?> every(Duration pause, String what, Runnable work) {
        return executor.scheduleWithFixedDelay(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                if (!executor.isShutdown()) {
                    LOG.warn("{}: {}", what, e.getMessage());
                    LOG.debug("{}", what, e);
                }
            }
        }, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }
}
