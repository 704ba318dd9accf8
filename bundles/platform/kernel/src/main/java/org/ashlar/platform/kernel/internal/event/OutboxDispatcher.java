package org.ashlar.platform.kernel.internal.event;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.ashlar.platform.event.PersonalEvent;
import org.ashlar.platform.kernel.internal.node.Threads;
import org.ashlar.platform.kernel.internal.whiteboard.Whiteboard;
import org.ashlar.platform.module.ModuleReady;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands committed events to EventAdmin on one thread, in the order of their commits on this node, and marks stored ones as
 * delivered afterwards. Rows that a crash or a full queue left behind are delivered again by {@link OutboxRecovery}.
 * Properties of the EventAdmin event: {@code id}, {@code topic}, {@code type}, {@code company}, {@code at}, {@code json},
 * {@code user} if it is for one user only and, unless read back from the table, {@code event}.
 */
@Component(service = OutboxDispatcher.class)
public final class OutboxDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxDispatcher.class);
    /** Property of an event that is for one user's eyes: that user's id. */
    static final String USER = "user";
    private static final int QUEUE = 20_000;
    private static final int BATCH = 256;
    private static final int STOP_MILLIS = 5_000;

    private final BlockingQueue<OutboxRow> queue = new LinkedBlockingQueue<>(QUEUE);
    private final OutboxStore store;
    private final Clock clock;
    private final Whiteboard<EventHandler> listeners;
    private final Thread thread;
    private final Whiteboard<EventAdmin> eventAdmin;
    private volatile boolean stopping;

    @Activate
    public OutboxDispatcher(BundleContext context, @Reference Clock clock,
            @Reference(target = "(ashlar.datasource=plain)") DataSource plain,
            @Reference(target = "(ashlar.module=platform)") ModuleReady tables) {
        this.clock = clock;
        store = new OutboxStore(plain);
        listeners = Whiteboard.of(context, EventHandler.class);
        eventAdmin = Whiteboard.of(context, EventAdmin.class);
        thread = Threads.named("ashlar-outbox").newThread(this::loop);
        thread.start();
    }

    @Deactivate
    void stop() throws InterruptedException {
        stopping = true;
        thread.join(STOP_MILLIS);
        listeners.close();
        eventAdmin.close();
    }

    /** Takes committed events; what does not fit is left to the recovery. */
    void offer(Collection<OutboxRow> rows) {
        for (OutboxRow row : rows) {
            if (row.id() == 0 && !isWanted(row.topic())) {
                continue;
            }
            if (!queue.offer(row)) {
                LOG.warn("More events than can be delivered; {} follows later", row.id() == 0 ? "none" : row.id());
                return;
            }
        }
    }

    /** Whether everything committed here was delivered. */
    boolean isIdle() {
        return queue.isEmpty();
    }

    boolean canDeliver() {
        return eventAdmin.first().isPresent();
    }

    OutboxStore store() {
        return store;
    }

    private void loop() {
        List<OutboxRow> batch = new ArrayList<>();
        while (!stopping) {
            try {
                // Looks up now and then instead of being interrupted, which Derby does not bear.
                OutboxRow first = queue.poll(STOP_MILLIS / 10, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, BATCH - 1);
                    deliver(batch);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("Events wait in the outbox: {}", e.getMessage());
            }
            batch.clear();
        }
    }

    /** Delivers rows in order and marks those that are stored. */
    void deliver(List<OutboxRow> rows) {
        EventAdmin target = eventAdmin.first().orElse(null);
        if (target == null) {
            return;
        }
        List<Long> delivered = new ArrayList<>();
        for (OutboxRow row : rows) {
            if (isWanted(row.topic())) {
                target.sendEvent(event(row));
            }
            if (row.id() != 0) {
                delivered.add(row.id());
            }
        }
        if (!delivered.isEmpty()) {
            store.markDelivered(delivered, clock.instant());
        }
    }

    private static Event event(OutboxRow row) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("id", row.id());
        properties.put("topic", row.topic());
        properties.put("type", row.type());
        properties.put("company", row.companyId());
        properties.put("at", row.publishedAt());
        properties.put("json", row.payload() == null ? EventJson.write(row.event()) : row.payload());
        if (row.event() != null) {
            properties.put("event", row.event());
        }
        if (row.event() instanceof PersonalEvent personal) {
            properties.put(USER, personal.userId());
        }
        return new Event(address(row.topic()), properties);
    }

    private static String address(String topic) {
        return "ashlar/" + topic.replace('.', '/');
    }

    /** Whether anybody listens to the topic now. */
    boolean isWanted(String topic) {
        return isWanted(listeners, address(topic));
    }

    static boolean isWanted(Whiteboard<EventHandler> listeners, String address) {
        for (Whiteboard.Entry<EventHandler> listener : listeners.list()) {
            if (listens(listener.rawProperty(EventConstants.EVENT_TOPIC), address)) {
                return true;
            }
        }
        return false;
    }

    private static boolean listens(Object topics, String address) {
        if (topics instanceof String one) {
            return one.equals("*") || one.equals(address)
                    || one.endsWith("/*") && address.startsWith(one.substring(0, one.length() - 1));
        }
        if (topics instanceof Object[] many) {
            for (Object one : many) {
                if (listens(one, address)) {
                    return true;
                }
            }
        }
        return topics instanceof Collection<?> many && many.stream().anyMatch(one -> listens(one, address));
    }
}
