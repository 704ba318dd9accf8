package org.ashlar.platform.records.internal.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.node.ThisNode;
import org.ashlar.platform.outbox.Carrier;
import org.ashlar.platform.outbox.Outbox;
import org.ashlar.platform.outbox.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries what is due on a thread of its own. A thing is tried again only while it is certain that it has not left. The
 * copy of a rehearsal carries nothing. Thread-safe.
 */
final class LookedAfter implements Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(LookedAfter.class);
    private static final int BATCH = 50;
    private static final int STOP_SECONDS = 5;
    private static final int LOOK_SECONDS = 5;

    private final Queue queue;
    private final Carrier carrier;
    private final Access access;
    private final Clock clock;
    private final ThisNode node;
    private final ScheduledExecutorService thread;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile boolean stopping;

    LookedAfter(Queue queue, Carrier carrier, Access access, Clock clock, ThisNode node) {
        this.queue = queue;
        this.carrier = carrier;
        this.access = access;
        this.clock = clock;
        this.node = node;
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, carrier.name());
            made.setDaemon(true);
            return made;
        });
        thread.execute(() -> guarded(() -> queue.recover(node.name())));
        thread.scheduleWithFixedDelay(() -> guarded(() -> {
            queue.recover(null);
            drain();
        }), 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public List<Stuck> stuck(long company, Duration longer) {
        return queue.stuck(company, longer);
    }

    @Override
    public void close() {
        stopping = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.info("{} is still sending", carrier.name());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void wake() {
        if (!stopping && asked.compareAndSet(false, true)) {
            try {
                thread.execute(() -> guarded(this::drain));
            } catch (RejectedExecutionException ending) {
                asked.set(false);
            }
        }
    }

    @Override
    public boolean retry(long id) {
        return queue.retry(id);
    }

    @Override
    public boolean cancel(long id) {
        return queue.cancel(id);
    }

    @Override
    public void hurry(long way) {
        queue.hurry(way);
        wake();
    }

    private void guarded(Runnable work) {
        try {
            access.as(access.system(0), () -> {
                work.run();
                return null;
            });
        } catch (RuntimeException e) {
            LOG.warn("{} waits: {}", carrier.name(), e.getMessage());
        }
    }

    private void drain() {
        asked.set(false);
        if (node.rehearsal()) {
            return;
        }
        Set<Long> closed = new HashSet<>();
        try {
            List<Queue.Due> due = queue.due(BATCH);
            while (!due.isEmpty()) {
                int before = closed.size();
                int tried = 0;
                for (Queue.Due thing : due) {
                    if (stopping) {
                        return;
                    }
                    if (!closed.contains(thing.way())) {
                        tried++;
                        access.as(access.system(thing.company()), () -> {
                            one(thing, closed);
                            return null;
                        });
                    }
                }
                due = tried > 0 && closed.size() == before ? queue.due(BATCH) : List.of();
            }
        } finally {
            carrier.rest();
        }
    }

    private void one(Queue.Due thing, Set<Long> closed) {
        long id = thing.id();
        String lease = node.name() + "/" + UUID.randomUUID();
        int attempts = queue.take(id, lease);
        if (attempts == 0) {
            return;
        }
        Outcome outcome = attempt(id, attempts, lease);
        switch (outcome.kind()) {
            case SENT -> queue.sent(id, lease);
            case UNCERTAIN -> {
                queue.ended(id, lease, "UNCERTAIN", outcome.problem());
                carrier.lost(id, outcome.problem());
            }
            case FAILED -> failed(id, lease, outcome.problem());
            default -> {
                if (outcome.kind() == Outcome.Kind.CLOSED) {
                    closed.add(thing.way());
                }
                later(id, lease, attempts, outcome.problem());
            }
        }
    }

    private Outcome attempt(long id, int attempts, String lease) {
        boolean[] handedOver = {false};
        try {
            return carrier.carry(id, attempts, () -> {
                handedOver[0] = queue.handOver(id, lease);
                return handedOver[0];
            });
        } catch (RuntimeException e) {
            LOG.warn("{}: {} could not be sent", carrier.name(), id, e);
            return handedOver[0] ? Outcome.uncertain(e.toString()) : Outcome.later(e.toString());
        }
    }

    private void later(long id, String lease, int attempts, String problem) {
        Instant now = clock.instant();
        if (queue.triedFrom(id).plus(Duration.ofHours(carrier.giveUpHours())).isBefore(now)) {
            failed(id, lease, problem);
        } else {
            queue.later(id, lease, now.plus(Backoff.after(attempts)), problem);
        }
    }

    private void failed(long id, String lease, String problem) {
        queue.ended(id, lease, "FAILED", problem);
        carrier.lost(id, problem);
    }
}
