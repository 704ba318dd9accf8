package org.ashlar.platform.transfer.internal.run;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.RecordAccess;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.transfer.internal.mapping.FieldTarget;
import org.ashlar.platform.transfer.internal.mapping.MappingPlan;
import org.ashlar.platform.transfer.internal.store.ExternalIds;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Turns codes and external keys into record ids, one statement per reference and chunk. Thread-safe. */
@Component(service = References.class)
public final class References {

    private final Catalog catalog;
    private final Sql sql;
    private final ExternalIds externalIds;
    private final Access access;
    private final RecordAccess records;

    /** Used by DS. */
    @Activate
    public References(@Reference Catalog catalog, @Reference Sql sql, @Reference ExternalIds externalIds,
            @Reference Access access, @Reference RecordAccess records) {
        this.records = records;
        this.catalog = catalog;
        this.sql = sql;
        this.externalIds = externalIds;
        this.access = access;
    }

    /** Resolves the references of the rows in place; a row whose reference is not found is refused. */
    void resolve(MappingPlan plan, List<ImportRow> rows) {
        for (FieldTarget target : plan.targets()) {
            if (target.needsLookup()) {
                resolve(plan, target, rows);
            }
        }
    }

    private void resolve(MappingPlan plan, FieldTarget target, List<ImportRow> rows) {
        Set<String> wanted = new LinkedHashSet<>();
        for (ImportRow row : rows) {
            Object value = row.value(target);
            if (value != null) {
                wanted.add(String.valueOf(value));
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        Map<String, Long> ids = visible(target.field().target(), find(plan, target, wanted));
        for (ImportRow row : rows) {
            Object value = row.value(target);
            if (value == null) {
                continue;
            }
            Long id = ids.get(String.valueOf(value));
            if (id == null) {
                row.refuse(FieldError.of(target.name(), "transfer.reference.notFound", String.valueOf(value),
                        target.field().target()));
            } else {
                row.reference(target, id);
            }
        }
    }

    /** A record that the caller's rules hide is as good as missing; the answer must not tell the two apart. */
    private Map<String, Long> visible(String model, Map<String, Long> ids) {
        if (ids.isEmpty() || records.whole(model) || !access.may(model + ".read")) {
            return ids;
        }
        Map<String, Long> visible = new HashMap<>(ids);
        visible.values().retainAll(Set.copyOf(records.readable(model, ids.values())));
        return visible;
    }

    private Map<String, Long> find(MappingPlan plan, FieldTarget target, Set<String> wanted) {
        ModelInfo model = catalog.find(target.field().target()).orElse(null);
        if (model == null) {
            return Map.of();
        }
        if ("external".equals(target.rule().lookup())) {
            String source = target.rule().source() == null ? plan.mapping().source() : target.rule().source();
            return source == null ? Map.of() : externalIds.find(company(model), source, model.id(), wanted);
        }
        if (model.naturalKey().size() != 1) {
            return Map.of();
        }
        Map<String, Long> found = new HashMap<>();
        byNaturalKey(model, wanted.stream().map(List::of).toList()).forEach((key, id) -> found.put(key.get(0), id));
        return found;
    }

    /** Ids of existing records by natural key; keys are texts in the order of {@link ModelInfo#naturalKey()}. */
    Map<List<String>, Long> byNaturalKey(ModelInfo model, Collection<List<String>> keys) {
        List<FieldInfo> fields = model.naturalKey().stream().map(n -> model.field(n).orElseThrow()).toList();
        Condition match = DSL.noCondition();
        if (fields.size() == 1) {
            match = text(fields.get(0)).in(keys.stream().map(k -> k.get(0)).toList());
        } else {
            Condition any = DSL.falseCondition();
            for (List<String> key : keys) {
                Condition all = DSL.trueCondition();
                for (int i = 0; i < fields.size(); i++) {
                    all = all.and(text(fields.get(i)).eq(key.get(i)));
                }
                any = any.or(all);
            }
            match = any;
        }
        Condition condition = model.companyScoped()
                ? match.and(DSL.field("company_id", Long.class).eq(access.caller().companyId())) : match;
        return sql.inTransaction(db -> {
            Map<List<String>, Long> found = new HashMap<>();
            List<org.jooq.Field<?>> columns = new java.util.ArrayList<>(List.of(DSL.field("id", Long.class)));
            for (FieldInfo field : fields) {
                columns.add(DSL.field(field.column(), String.class));
            }
            db.select(columns).from(model.table()).where(condition).forEach(r -> {
                String[] key = new String[fields.size()];
                for (int i = 0; i < key.length; i++) {
                    key[i] = r.get(i + 1, String.class);
                }
                found.put(List.of(key), r.get(0, Long.class));
            });
            return found;
        });
    }

    private static org.jooq.Field<String> text(FieldInfo field) {
        return DSL.field(field.column(), String.class);
    }

    /** Company under which external ids of a model are kept: 0 for models shared by all. */
    long company(ModelInfo model) {
        return model.companyScoped() || model.parentModel() != null ? access.caller().companyId() : 0L;
    }
}
