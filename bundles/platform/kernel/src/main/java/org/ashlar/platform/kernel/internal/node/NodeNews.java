package org.ashlar.platform.kernel.internal.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.kernel.internal.event.OutboxArchive;
import org.ashlar.platform.kernel.internal.node.NodeMessage.Changed;
import org.ashlar.platform.kernel.internal.node.NodeMessage.Item;
import org.ashlar.platform.kernel.internal.node.NodeMessage.Passing;
import org.ashlar.platform.kernel.internal.node.NodeMessage.Stored;
import org.ashlar.platform.kernel.internal.node.NodeMessage.Told;
import org.ashlar.platform.kernel.internal.whiteboard.Whiteboard;
import org.ashlar.platform.node.NodeCache;
import org.ashlar.platform.node.NodeListener;
import org.ashlar.platform.record.RecordChanged;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings news of other nodes to those who wait for it here: caches and listeners first, then the event bus, so that a
 * browser that reads after an event meets no stale cache. Thread-safe.
 */
@Component(service = NodeNews.class)
public final class NodeNews {

    private static final Logger LOG = LoggerFactory.getLogger(NodeNews.class);

    private final OutboxArchive archive;
    private final Whiteboard<DomainEventHandler> handlers;
    private final Whiteboard<NodeListener> listeners;

    /** By injection. */
    @Activate
    public NodeNews(BundleContext context, @Reference OutboxArchive archive) {
        this.archive = archive;
        handlers = Whiteboard.of(context, DomainEventHandler.class);
        listeners = Whiteboard.of(context, NodeListener.class);
    }

    @Deactivate
    void stop() {
        handlers.close();
        listeners.close();
    }

    /** The item, or one that says the same and fits into a signal: shorter, or as a row that the others read. */
    Item portable(Item item) {
        if (NodeMessage.fits(item)) {
            return item;
        }
        if (item instanceof Changed changed) {
            RecordChanged event = changed.event();
            return new Changed(new RecordChanged(event.model(), event.id(), event.companyId(), event.kind(), Set.of()),
                    changed.companyId());
        }
        return item instanceof Passing passing ? new Stored(archive.store(passing.topic(), passing.type(), passing.companyId(),
                passing.at(), passing.json())) : item;
    }

    /** Something may have been missed. */
    void missed() {
        caches(NodeCache::missed);
        listeners.forEach(listener -> guarded(listener::missed));
        guarded(archive::reset);
    }

    /** Committed elsewhere, in this order. */
    void happened(List<Item> items) {
        List<Item> events = new ArrayList<>();
        for (Item item : items) {
            if (item instanceof Told told) {
                listeners.forEach(listener -> guarded(() -> listener.heard(told.topic(), told.text())));
                continue;
            }
            if (item instanceof Changed changed) {
                caches(cache -> cache.changedElsewhere(changed.event()));
            }
            events.add(item);
        }
        events.forEach(item -> guarded(() -> publish(item)));
    }

    private void publish(Item item) {
        if (item instanceof Changed changed) {
            archive.publish(changed.event(), changed.companyId());
        } else if (item instanceof Stored stored) {
            archive.publish(stored.id());
        } else if (item instanceof Passing passing) {
            archive.publish(passing.topic(), passing.type(), passing.companyId(), passing.userId(), passing.at(), passing.json());
        }
    }

    private void caches(Consumer<NodeCache> use) {
        String type = RecordChanged.class.getName();
        for (Whiteboard.Entry<DomainEventHandler> entry : handlers.list()) {
            if (entry.property("ashlar.handles").equals(type)
                    && entry.service().orElse(null) instanceof NodeCache cache) {
                guarded(() -> use.accept(cache));
            }
        }
    }

    /** One that fails keeps the others from nothing; what it kept grows stale and is read anew by its age. */
    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("News of another node was not taken: {}", e.getMessage());
            LOG.debug("News of another node was not taken", e);
        }
    }
}
