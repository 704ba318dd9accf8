package org.ashlar.platform.records.internal.store;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.RecordRules;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The rules of each model by service ranking, highest first. Thread-safe. */
@Component(service = Rules.class)
public final class Rules {

    private final Map<String, List<Entry>> byModel = new ConcurrentHashMap<>();

    private final BundleContext context;

    /** Used by DS. */
    @Activate
    public Rules(BundleContext context) {
        this.context = context;
    }

    /** Fetched when first needed: rules need the engine, so asking for them while it is being built would be a circle. */
    private static final class Entry {
        private final ServiceReference<?> reference;
        private final String bundle;
        private volatile RecordRules<BaseEntity> rules;

        Entry(ServiceReference<?> reference) {
            this.reference = reference;
            // Kept, because a service that has gone does not tell any more whose it was.
            bundle = reference.getBundle().getSymbolicName();
        }

        @SuppressWarnings("unchecked")
        RecordRules<BaseEntity> rules(BundleContext context) {
            RecordRules<BaseEntity> found = rules;
            if (found == null) {
                found = (RecordRules<BaseEntity>) context.getService(reference);
                if (found == null) {
                    throw Problem.of(ProblemKind.UNAVAILABLE, "platform.module.away",
                            bundle, String.valueOf(reference.getProperty("ashlar.for.model")));
                }
                rules = found;
            }
            return found;
        }
    }

    @Reference(service = RecordRules.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            target = "(ashlar.for.model=*)")
    void bindRules(ServiceReference<RecordRules<?>> reference) {
        Comparator<Entry> highestFirst = Comparator.<Entry, ServiceReference<?>>comparing(e -> e.reference,
                ServiceReference::compareTo).reversed();
        byModel.merge(model(reference), List.of(new Entry(reference)),
                (a, b) -> Stream.concat(a.stream(), b.stream()).sorted(highestFirst).toList());
    }

    void unbindRules(ServiceReference<RecordRules<?>> reference) {
        byModel.computeIfPresent(model(reference),
                (k, list) -> list.stream().filter(e -> !e.reference.equals(reference)).toList());
    }

    private static String model(ServiceReference<?> reference) {
        return String.valueOf(reference.getProperty("ashlar.for.model"));
    }

    /** Whether the model has rules. */
    public boolean has(String model) {
        return !of(model).isEmpty();
    }

    /** See {@link RecordRules#beforeInsert}. */
    public void beforeInsert(String model, BaseEntity entity) {
        for (Entry entry : of(model)) {
            entry.rules(context).beforeInsert(entity);
        }
    }

    /** See {@link RecordRules#beforeUpdate}. */
    public void beforeUpdate(String model, BaseEntity entity, Set<String> changed) {
        for (Entry entry : of(model)) {
            entry.rules(context).beforeUpdate(entity, changed);
        }
    }

    /** See {@link RecordRules#beforeDelete}. */
    public void beforeDelete(String model, BaseEntity entity) {
        for (Entry entry : of(model)) {
            entry.rules(context).beforeDelete(entity);
        }
    }

    private List<Entry> of(String model) {
        return byModel.getOrDefault(model, List.of());
    }
}
