package org.ashlar.platform.kernel.internal.event;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import javax.transaction.TransactionSynchronizationRegistry;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Events;
import org.ashlar.platform.event.Outbound;
import org.ashlar.platform.event.OutboundListener;
import org.ashlar.platform.kernel.internal.node.NodeLink;
import org.ashlar.platform.kernel.internal.whiteboard.Whiteboard;
import org.ashlar.platform.module.ModuleReady;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.tx.Transactions;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Handlers run at once in the publishing transaction. Durable outbound events of a transaction become outbox rows by one
 * batched insert before the commit; the others, such as the coarse {@code record} topic, go to EventAdmin from memory after
 * the commit and cost no statement: whoever listens to them (a browser over server-sent events) reads the present state
 * when it connects again, so a crash loses nothing that matters.
 */
@Component
public final class DefaultEvents implements Events {

    private static final ClassValue<Optional<Outbound>> OUTBOUND = new ClassValue<>() {
        @Override
        protected Optional<Outbound> computeValue(Class<?> type) {
            return Optional.ofNullable(type.getAnnotation(Outbound.class));
        }
    };

    private final Transactions transactions;
    private final TransactionSynchronizationRegistry registry;
    private final IdSource ids;
    private final Clock clock;
    private final OutboxDispatcher dispatcher;
    private final NodeLink nodes;
    private final OutboxStore store;
    private final Object key = new Object();
    private final Map<String, List<Whiteboard.Entry<DomainEventHandler>>> byEvent = new ConcurrentHashMap<>();
    private final Whiteboard<DomainEventHandler> handlers;
    private final Whiteboard<ModuleReady> ready;
    private final Whiteboard<Access> access;
    private final Whiteboard<OutboundListener> listeners;
    private final AtomicLong changes = new AtomicLong();

    @Activate
    public DefaultEvents(BundleContext context, @Reference Transactions transactions,
            @Reference TransactionSynchronizationRegistry registry, @Reference IdSource ids, @Reference Clock clock,
            @Reference OutboxDispatcher dispatcher, @Reference NodeLink nodes,
            @Reference(target = "(ashlar.module=platform)") DataSource jta) {
        this.transactions = transactions;
        this.registry = registry;
        this.ids = ids;
        this.clock = clock;
        this.dispatcher = dispatcher;
        this.nodes = nodes;
        store = new OutboxStore(jta);
        handlers = new Whiteboard<>(context, DomainEventHandler.class, this::changed);
        ready = new Whiteboard<>(context, ModuleReady.class, this::changed);
        ready.open();
        handlers.open();
        access = Whiteboard.of(context, Access.class);
        listeners = Whiteboard.of(context, OutboundListener.class);
    }

    @Deactivate
    void stop() {
        handlers.close();
        ready.close();
        access.close();
        listeners.close();
    }

    @Override
    public void publish(Record event) {
        if (!transactions.active()) {
            throw new IllegalStateException("Events are published inside a transaction: " + event.getClass().getName());
        }
        OUTBOUND.get(event.getClass()).ifPresent(outbound -> collect(event, outbound));
        for (Whiteboard.Entry<DomainEventHandler> entry : handlersOf(event.getClass().getName())) {
            entry.service().ifPresent(handler -> handle(handler, event));
        }
    }

    @SuppressWarnings("unchecked")
    private static void handle(DomainEventHandler<?> handler, Record event) {
        ((DomainEventHandler<Record>) handler).on(event);
    }

    private List<Whiteboard.Entry<DomainEventHandler>> handlersOf(String type) {
        List<Whiteboard.Entry<DomainEventHandler>> found = byEvent.get(type);
        if (found == null) {
            long before = changes.get();
            Set<Object> modules = ready.list().stream().map(e -> e.rawProperty("ashlar.module")).collect(Collectors.toSet());
            found = handlers.list().stream().filter(e -> e.property("ashlar.handles").equals(type))
                    // Until its module's migrations are done a handler is left out, so that installing a module fails nobody's
                    // save. What must not happen without the module is refused by its "validates".
                    .filter(e -> e.module().map(modules::contains).orElse(true)).toList();
            byEvent.put(type, found);
            if (changes.get() != before) {
                byEvent.remove(type);
            }
        }
        return found;
    }

    private void changed() {
        changes.incrementAndGet();
        byEvent.clear();
    }

    private void collect(Record event, Outbound outbound) {
        if (!outbound.durable() && !dispatcher.isWanted(outbound.value()) && !nodes.any()) {
            return;
        }
        EventBatch batch = (EventBatch) registry.getResource(key);
        if (batch == null) {
            EventBatch fresh = new EventBatch();
            registry.putResource(key, fresh);
            transactions.afterCommit(() -> {
                dispatcher.offer(fresh.committed());
                fresh.committed().forEach(row -> nodes.offer(row::item));
            });
            batch = fresh;
        }
        long company = access.first().filter(Access::bound).map(a -> a.caller().companyId()).orElse(0L);
        OutboxRow row = new OutboxRow(0, outbound.value(), event.getClass().getName(), company, clock.instant(), event, null);
        EventBatch target = batch;
        if (!outbound.durable()) {
            target.addVolatile(row);
        } else if (target.addDurable(row)) {
            transactions.beforeCommit(() -> write(target));
        }
    }

    private void write(EventBatch batch) {
        List<OutboxRow> rows = new ArrayList<>();
        for (OutboxRow row : batch.takeUnwritten()) {
            rows.add(new OutboxRow(ids.next(), row.topic(), row.type(), row.companyId(), row.publishedAt(), row.event(),
                    EventJson.write(row.event())));
        }
        store.insert(rows);
        batch.written(rows);
        List<OutboundListener.Published> published = rows.stream().map(r -> new OutboundListener.Published(r.id(), r.topic(),
                r.companyId(), r.publishedAt(), r.payload())).toList();
        listeners.services().forEach(listener -> listener.published(published));
    }
}
