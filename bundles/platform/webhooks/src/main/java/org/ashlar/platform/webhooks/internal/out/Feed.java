package org.ashlar.platform.webhooks.internal.out;

import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import javax.transaction.TransactionSynchronizationRegistry;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.access.Callers;
import org.ashlar.platform.access.Channel;
import org.ashlar.platform.access.RecordAccess;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.event.OutboundListener;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.RecordChanged;
import org.ashlar.platform.record.Records;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes deliveries inside the transaction that makes the event: what is committed is delivered, what is undone is not.
 * Changes of one record in one transaction are one event. Conditions and fields are read just before the commit, in the name
 * of the webhook's user. A webhook that cannot be served never fails somebody's work. Thread-safe.
 */
@Component(service = {OutboundListener.class, DomainEventHandler.class})
@Handles(RecordChanged.class)
public final class Feed implements OutboundListener, DomainEventHandler<RecordChanged> {
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final Payloads payloads;
    private final Records records;
    private final RecordAccess recordAccess;
    private final Access access;
    private final Callers callers;
    private final Transactions transactions;
    private final TransactionSynchronizationRegistry registry;
    private final Dispatcher dispatcher;
    private final Clock clock;
    private final Object key = new Object();

    /** By injection; the data source says that the tables are there. */
    @Activate
    public Feed(@Reference Subscriptions subscriptions, @Reference Deliveries deliveries, @Reference Payloads payloads,
            @Reference Records records, @Reference RecordAccess recordAccess, @Reference Access access,
            @Reference Callers callers, @Reference Transactions transactions,
            @Reference TransactionSynchronizationRegistry registry, @Reference Dispatcher dispatcher,
            @Reference Clock clock, @Reference(target = "(ashlar.module=webhooks)") DataSource migrated) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.payloads = payloads;
        this.records = records;
        this.recordAccess = recordAccess;
        this.access = access;
        this.callers = callers;
        this.transactions = transactions;
        this.registry = registry;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    private record Change(String model, long id, long company) {
    }

    /** What happened to one record so far. */
    private static final class Story {
        private String kind;
        private final Set<String> fields = new HashSet<>();

        void add(RecordChanged event) {
            if (kind == null || event.kind().equals("deleted")) {
                kind = event.kind();
            }
            fields.addAll(event.fields());
        }
    }

    @Override
    public void published(List<Published> events) {
        boolean some = false;
        for (Published event : events) {
            Set<Long> told = new HashSet<>();
            for (Subscription wish : subscriptions.of(event.topic(), event.companyId())) {
                if (told.add(wish.webhook())) {
                    String id = "e" + event.id();
                    deliveries.add(wish.webhook(), wish.companyId(), id, event.topic(),
                            payloads.event(id, event.topic(), wish.companyId(), event.at(), event.json()));
                    some = true;
                }
            }
        }
        if (some) {
            transactions.afterCommit(dispatcher::wake);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public void on(RecordChanged event) {
        if (!subscriptions.wants(event.model())) {
            return;
        }
        Map<Change, Story> stories = (Map<Change, Story>) registry.getResource(key);
        if (stories == null || stories.isEmpty()) {
            Map<Change, Story> fresh = new LinkedHashMap<>();
            registry.putResource(key, fresh);
            stories = fresh;
            transactions.beforeCommit(() -> tell(fresh));
        }
        stories.computeIfAbsent(new Change(event.model(), event.id(), event.companyId()), k -> new Story()).add(event);
    }

    private void tell(Map<Change, Story> stories) {
        Map<Change, Story> now = new LinkedHashMap<>(stories);
        stories.clear();
        boolean some = false;
        for (Map.Entry<Change, Story> entry : now.entrySet()) {
            Change change = entry.getKey();
            for (Subscription wish : subscriptions.of(change.model(), change.company(), entry.getValue().kind)) {
                some |= tell(change, entry.getValue(), wish);
            }
        }
        if (some) {
            transactions.afterCommit(dispatcher::wake);
        }
    }

    private boolean tell(Change change, Story story, Subscription wish) {
        Optional<Caller> user = callers.of(wish.user(), wish.companyId(), Channel.SYSTEM);
        if (user.isEmpty()) {
            return false;
        }
        return access.as(user.get(), () -> {
            Optional<Map<String, Object>> record = read(change, story.kind, wish);
            if (record.isEmpty()) {
                return false;
            }
            String id = "r" + deliveries.seq();
            deliveries.add(wish.webhook(), wish.companyId(), id, "record." + story.kind, payloads.change(id, change.model(),
                    change.id(), story.kind, story.fields, wish.fields().isEmpty() || record.get().isEmpty() ? null
                            : record.get(), wish.companyId(), clock.instant()));
            return true;
        });
    }

    /** The fields to send, perhaps none; empty if the user may not know of the record or the condition does not hold. */
    private Optional<Map<String, Object>> read(Change change, String kind, Subscription wish) {
        try {
            if (kind.equals("deleted") || change.id() == 0) {
                return wish.condition() == null && recordAccess.whole(change.model()) ? Optional.of(Map.of())
                        : Optional.empty();
            }
            if (wish.condition() == null && wish.fields().isEmpty()) {
                return recordAccess.mayRead(change.model(), change.id()) ? Optional.of(Map.of()) : Optional.empty();
            }
            String filter = "id==" + change.id() + (wish.condition() == null ? "" : ";(" + wish.condition() + ")");
            return records.find(change.model(), new Records.Query(filter, null, null,
                    wish.fields().isEmpty() ? List.of("id") : wish.fields(), 0, 1, false)).rows().stream().findFirst();
        } catch (Problem wrong) {
            LOG.warn("Webhook {} cannot be told of {} {}: {}", wish.webhook(), change.model(), change.id(), wrong.getMessage());
            return Optional.empty();
        }
    }
}
