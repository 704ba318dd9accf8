package org.ashlar.platform.records.internal.store;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.record.RecordRules;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The rules of each model by service ranking, highest first. Thread-safe. */
@Component(service = Rules.class)
public final class Rules {

    private final Map<String, List<Entry>> byModel = new ConcurrentHashMap<>();

    private record Entry(RecordRules<BaseEntity> rules, int ranking, long serviceId) {
    }

    @Reference(service = RecordRules.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            target = "(ashlar.for.model=*)")
    @SuppressWarnings("unchecked")
    void bindRules(RecordRules<?> rules, Map<String, Object> properties) {
        Entry entry = new Entry((RecordRules<BaseEntity>) rules,
                properties.get(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0,
                properties.get(Constants.SERVICE_ID) instanceof Long id ? id : 0);
        Comparator<Entry> order = Comparator.comparingInt((Entry e) -> -e.ranking()).thenComparingLong(Entry::serviceId);
        byModel.merge(String.valueOf(properties.get("ashlar.for.model")), List.of(entry),
                (a, b) -> Stream.concat(a.stream(), b.stream()).sorted(order).toList());
    }

    void unbindRules(RecordRules<?> rules, Map<String, Object> properties) {
        byModel.computeIfPresent(String.valueOf(properties.get("ashlar.for.model")),
                (k, list) -> list.stream().filter(e -> e.rules() != rules).toList());
    }

    /** See {@link RecordRules#beforeInsert}. */
    public void beforeInsert(String model, BaseEntity entity) {
        for (Entry entry : of(model)) {
            entry.rules().beforeInsert(entity);
        }
    }

    /** See {@link RecordRules#beforeUpdate}. */
    public void beforeUpdate(String model, BaseEntity entity, Set<String> changed) {
        for (Entry entry : of(model)) {
            entry.rules().beforeUpdate(entity, changed);
        }
    }

    /** See {@link RecordRules#beforeDelete}. */
    public void beforeDelete(String model, BaseEntity entity) {
        for (Entry entry : of(model)) {
            entry.rules().beforeDelete(entity);
        }
    }

    private List<Entry> of(String model) {
        return byModel.getOrDefault(model, List.of());
    }
}
