package org.ashlar.platform.webhooks.internal.out;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.node.WholeTable;
import org.ashlar.platform.record.RecordChanged;
import org.ashlar.platform.tx.Transactions;
import org.ashlar.platform.webhooks.internal.domain.Topics;
import org.ashlar.platform.record.Rows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * What active webhooks want, from memory, because every change in the suite asks; never read inside somebody's transaction,
 * which might wait for itself. A change is known on every node at once; what was missed, within three seconds. Thread-safe.
 */
@Component(service = {Subscriptions.class, DomainEventHandler.class})
@Handles(RecordChanged.class)
public final class Subscriptions extends WholeTable {
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Rows rows;
    private volatile Known known = new Known(List.of(), Set.of());

    private record Known(List<Subscription> list, Set<String> models) {
    }

    /** By injection; the data source says that the tables are there. */
    @Activate
    public Subscriptions(@Reference Rows rows, @Reference Transactions transactions,
            @Reference(target = "(ashlar.module=webhooks)") DataSource migrated) {
        super("ashlar-webhook-wishes", model -> model.startsWith("platform.webhook"), transactions);
        this.rows = rows;
        begin(PAUSE);
    }

    @Deactivate
    void stop() {
        end();
    }

    @Override
    protected void read() {
        List<Subscription> list = subscriptions();
        known = new Known(list, list.stream().map(Subscription::model).filter(m -> m != null).collect(Collectors.toSet()));
    }

    private List<Subscription> subscriptions() {
        return rows.query("select w.id, w.company_id, w.user_id, e.topic, e.target_model, e.kinds, e.rsql, e.field_list"
                + " from platform_webhook w join platform_webhook_event e on e.webhook_id = w.id where w.active = ?"
                + " order by w.id, e.line_no", r -> new Subscription(r.getLong(1), r.getLong(2), r.getLong(3), r.getString(4),
                        r.getString(5), Set.copyOf(words(r.getString(6))), r.getString(7), words(r.getString(8))), true);
    }

    private static List<String> words(String text) {
        return text == null ? List.of() : Arrays.stream(text.split("[\\s,]+")).filter(w -> !w.isEmpty()).distinct().toList();
    }

    /** Whether anybody wants changes of the model. */
    boolean wants(String model) {
        return known.models().contains(model);
    }

    /** Who wants this change; {@code companyId} 0 is a record that all companies share. */
    List<Subscription> of(String model, long companyId, String kind) {
        return known.list().stream().filter(s -> model.equals(s.model()) && (companyId == 0 || s.companyId() == companyId)
                && (s.kinds().isEmpty() || s.kinds().contains(kind))).toList();
    }

    /** Who wants this topic. */
    List<Subscription> of(String topic, long companyId) {
        return known.list().stream().filter(s -> s.topic() != null && (companyId == 0 || s.companyId() == companyId)
                && Topics.matches(s.topic(), topic)).toList();
    }
}
