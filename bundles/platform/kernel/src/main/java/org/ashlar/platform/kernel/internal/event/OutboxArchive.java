package org.ashlar.platform.kernel.internal.event;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.ashlar.platform.kernel.internal.whiteboard.Whiteboard;
import org.ashlar.platform.module.ModuleReady;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.record.RecordChanged;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.event.EventHandler;

/**
 * Events of other nodes for this node's event bus, under {@code ashlar-nodes/<topic>}: who works on an event listens to
 * {@code ashlar/} and does so once, on the node where it happened; who shows it listens to both. Properties as in
 * {@link OutboxDispatcher}. Thread-safe.
 */
@Component(service = OutboxArchive.class)
public final class OutboxArchive {

    private static final String PREFIX = "ashlar-nodes/";

    private final OutboxStore store;
    private final IdSource ids;
    private final Clock clock;
    private final Whiteboard<EventHandler> listeners;
    private final Whiteboard<EventAdmin> eventAdmin;

    /** By injection. */
    @Activate
    public OutboxArchive(BundleContext context, @Reference IdSource ids, @Reference Clock clock,
            @Reference(target = "(ashlar.datasource=plain)") DataSource plain,
            @Reference(target = "(ashlar.module=platform)") ModuleReady tables) {
        this.ids = ids;
        this.clock = clock;
        store = new OutboxStore(plain);
        listeners = Whiteboard.of(context, EventHandler.class);
        eventAdmin = Whiteboard.of(context, EventAdmin.class);
    }

    @Deactivate
    void stop() {
        listeners.close();
        eventAdmin.close();
    }

    /** Keeps an event that is too long for a signal where other nodes find it; returns its id. */
    public long store(String topic, String type, long companyId, Instant at, String json) {
        long id = ids.next();
        store.insert(List.of(new OutboxRow(id, topic, type, companyId, at, null, json)));
        store.markDelivered(List.of(id), clock.instant());
        return id;
    }

    /** Publishes what is stored under an id. */
    public void publish(long id) {
        if (wanted("any")) {
            store.find(id).ifPresent(row -> publish(id, row.topic(), row.type(), row.companyId(), 0, row.publishedAt(),
                    row.payload(), null));
        }
    }

    /** Publishes a change of a record. */
    public void publish(RecordChanged event, long companyId) {
        if (wanted("record")) {
            publish(0, "record", RecordChanged.class.getName(), companyId, 0, clock.instant(), EventJson.write(event), event);
        }
    }

    /** Publishes an event that is stored nowhere. */
    public void publish(String topic, String type, long companyId, long userId, Instant at, String json) {
        if (wanted(topic)) {
            publish(0, topic, type, companyId, userId, at, json, null);
        }
    }

    /** Says that events of other nodes may be missing. */
    public void reset() {
        eventAdmin.first().ifPresent(admin -> admin.sendEvent(new Event(PREFIX + "reset", Map.of("topic", "reset"))));
    }

    private void publish(long id, String topic, String type, long companyId, long userId, Instant at, String json, Record event) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("id", id);
        properties.put("topic", topic);
        properties.put("type", type);
        properties.put("company", companyId);
        properties.put("at", at);
        properties.put("json", json);
        if (userId != 0) {
            properties.put(OutboxDispatcher.USER, userId);
        }
        if (event != null) {
            properties.put("event", event);
        }
        eventAdmin.first().ifPresent(admin -> admin.sendEvent(new Event(PREFIX + topic.replace('.', '/'), properties)));
    }

    private boolean wanted(String topic) {
        return OutboxDispatcher.isWanted(listeners, PREFIX + topic.replace('.', '/'));
    }
}
