package org.ashlar.platform.webhooks.internal.out;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.node.ThisNode;
import org.ashlar.platform.secret.Secrets;
import org.ashlar.platform.settings.Settings;
import org.ashlar.platform.webhooks.internal.domain.Signature;
import org.ashlar.platform.webhooks.internal.domain.Waits;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers: several webhooks side by side, each in its order on one node at a time. A failing receiver is left alone for
 * longer and longer; its deliveries wait behind the first one. After so many attempts a delivery is dead, after so many hours
 * of failure the webhook is switched off and its owner told; what waits stays. A delivery may arrive twice (its event id says
 * so), never out of order. Thread-safe.
 */
@Component(service = Dispatcher.class, immediate = true)
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int THREADS = 4;
    private static final int MOST_IN_A_ROW = 500;
    private static final int STOP_SECONDS = 5;
    private static final int LOOK_SECONDS = 3;
    private static final int GONE = 410;

    private final Deliveries deliveries;
    private final FailureNotices notices;
    private final Access access;
    private final Secrets secrets;
    private final Settings settings;
    private final Clock clock;
    private final String node;
    /** The copy of a rehearsal holds the real queue, whose calls the real installation makes. */
    private final boolean rehearsal;

    private final ExecutorService threads;
    private final ScheduledExecutorService looking;
    private final Set<Long> running = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile boolean stopping;

    /** By injection; the data source says that the tables are there. */
    @Activate
    public Dispatcher(@Reference Deliveries deliveries, @Reference FailureNotices notices,
            @Reference Access access, @Reference Secrets secrets, @Reference Settings settings, @Reference Clock clock, @Reference ThisNode thisNode,
            @Reference(target = "(ashlar.module=webhooks)") DataSource migrated) {
        this.deliveries = deliveries;
        this.notices = notices;
        this.access = access;
        this.secrets = secrets;
        this.settings = settings;
        this.clock = clock;
        node = thisNode.name();
        rehearsal = thisNode.rehearsal();
        AtomicInteger number = new AtomicInteger();
        threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread made = new Thread(work, "ashlar-webhook-" + number.incrementAndGet());
            made.setDaemon(true);
            return made;
        });
        threads.execute(() -> guarded(() -> deliveries.recover(node)));
        // Every node looks by itself, so that deliveries go on at once when another node dies.
        looking = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, "ashlar-webhooks");
            made.setDaemon(true);
            return made;
        });
        looking.scheduleWithFixedDelay(this::wake, 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() throws InterruptedException {
        stopping = true;
        looking.shutdown();
        threads.shutdown();
        if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.info("A webhook is still being called");
        }
    }

    /** Looks for what is due soon. */
    public void wake() {
        if (!stopping && !rehearsal && asked.compareAndSet(false, true)) {
            try {
                threads.execute(() -> guarded(this::look));
            } catch (RejectedExecutionException ending) {
                asked.set(false);
            }
        }
    }

    private void guarded(Runnable work) {
        try {
            access.as(access.system(0), () -> {
                work.run();
                return null;
            });
        } catch (RuntimeException e) {
            LOG.warn("Webhooks wait: {}", e.getMessage(), e);
        }
    }

    private void look() {
        asked.set(false);
        for (Long webhook : deliveries.due()) {
            if (running.add(webhook)) {
                try {
                    threads.execute(() -> {
                        AtomicBoolean more = new AtomicBoolean();
                        try {
                            guarded(() -> more.set(serve(webhook)));
                        } finally {
                            running.remove(webhook);
                        }
                        if (more.get()) {
                            wake();
                        }
                    });
                } catch (RejectedExecutionException ending) {
                    running.remove(webhook);
                }
            }
        }
    }

    /** Returns whether there is more to do at once. */
    private boolean serve(long webhook) {
        String lease = node + "/" + UUID.randomUUID();
        Optional<Deliveries.Target> taken = deliveries.take(webhook, lease);
        if (taken.isEmpty()) {
            return false;
        }
        boolean well = false;
        try {
            well = access.as(access.system(taken.get().companyId()), () -> inOrder(taken.get(), lease));
        } finally {
            deliveries.release(webhook, lease);
        }
        return well && deliveries.next(webhook).isPresent();
    }

    /** Returns whether the receiver took all that it was given. */
    private boolean inOrder(Deliveries.Target target, String lease) {
        String secret = secrets.open(target.sealed());
        Deliveries.Target now = target;
        for (int i = 0; i < MOST_IN_A_ROW && !stopping; i++) {
            Optional<Deliveries.Next> next = deliveries.next(target.id());
            if (next.isEmpty() || !deliveries.renew(target.id(), lease)) {
                return true;
            }
            if (!one(now, next.get(), secret)) {
                return false;
            }
            now = target.well();
        }
        return true;
    }

    private boolean one(Deliveries.Target target, Deliveries.Next delivery, String secret) {
        byte[] body = delivery.payload().getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json; charset=utf-8");
        headers.put("User-Agent", "Ashlar-Webhook/1");
        headers.put("Ashlar-Event-Id", delivery.eventId());
        headers.put("Ashlar-Topic", delivery.topic());
        headers.put("Ashlar-Attempt", String.valueOf(delivery.attempts() + 1));
        headers.put(Signature.HEADER, Signature.sign(secret, body, clock.instant()));
        int status = 0;
        String problem;
        try {
            status = PinnedHttp.call("POST", target.url(), headers, body, 0, settings.get("webhook.allowedHosts", "")).status();
            if (status >= 200 && status < 300) {
                deliveries.done(target, delivery, status);
                return true;
            }
            problem = "The receiver answered " + status;
        } catch (IOException e) {
            problem = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        }
        failed(target, delivery, status, problem);
        return false;
    }

    private void failed(Deliveries.Target target, Deliveries.Next delivery, int status, String problem) {
        Instant now = clock.instant();
        boolean dead = delivery.attempts() + 1 >= number("webhook.attempts", 20);
        deliveries.failed(target, delivery, status, problem, dead, now.plus(Waits.after(target.failures() + 1)));
        boolean tooLong = target.failingSince() != null
                && target.failingSince().plus(Duration.ofHours(number("webhook.disableAfterHours", 120))).isBefore(now);
        if (status == GONE || tooLong) {
            deliveries.disable(target.id(), problem);
            notices.disabled(target.id(), target.code(), target.user(), problem);
        }
        LOG.info("Webhook {} did not take event {}: {}", target.code(), delivery.eventId(), problem);
    }

    private int number(String key, int otherwise) {
        return Math.max(1, settings.number(key, otherwise));
    }
}
