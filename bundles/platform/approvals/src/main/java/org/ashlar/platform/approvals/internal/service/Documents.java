package org.ashlar.platform.approvals.internal.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.Records;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The guarded records, read by metadata as the company's system: whether a condition holds, what a field says. Thread-safe. */
@Component(service = Documents.class)
public final class Documents {

    /** Longer texts are compared by their hash. */
    private static final int LONGEST = 64;

    private final Records records;
    private final Catalog catalog;
    private final Access access;
    private final EntityStore store;
    private final Transactions transactions;

    /** By injection. */
    @Activate
    public Documents(@Reference Records records, @Reference Catalog catalog, @Reference Access access,
            @Reference EntityStore store, @Reference Transactions transactions) {
        this.records = records;
        this.catalog = catalog;
        this.access = access;
        this.store = store;
        this.transactions = transactions;
    }

    /** Whether the record matches; no condition matches all. What the running transaction changed counts. */
    public boolean matches(String model, long id, String condition) {
        if (condition == null) {
            return true;
        }
        if (transactions.active()) {
            store.flush();
        }
        return find(model, "(" + condition + ");id==" + id).stream()
                .anyMatch(row -> ((Number) row.get("id")).longValue() == id);
    }

    /** Whether any record matches. */
    public boolean any(String model, String filter) {
        return !find(model, filter).isEmpty();
    }

    private List<Map<String, Object>> find(String model, String filter) {
        return asSystem(() -> records.find(model, new Records.Query(filter, null, "id", List.of("id"), 0, 1, false))).rows();
    }

    /** Refuses a condition that the records engine does not understand, at the field that holds it. */
    public void requireCondition(String model, String condition, String field) {
        if (condition == null || condition.isBlank()) {
            return;
        }
        try {
            // By itself, so that parentheses must match inside of it.
            find(model, condition);
        } catch (Problem wrong) {
            throw new Problem(ProblemKind.RULE, wrong.code(), wrong.args(),
                    List.of(new org.ashlar.platform.problem.FieldError(field, wrong.code(), wrong.args())));
        }
    }

    /** The model. */
    public ModelInfo model(String id) {
        return catalog.find(id).orElseThrow(() -> Problem.rule("model", "platform.approval.unknownModel", id));
    }

    /** Names of the model's fields with lines. */
    public Set<String> lineFields(String model) {
        return catalog.find(model).map(m -> m.fields().stream().filter(f -> f.type() == FieldType.LINES)
                .map(f -> f.name()).collect(Collectors.toSet())).orElse(Set.of());
    }

    /** What the record is known by. */
    public String label(String model, long id) {
        String field = model(model).label();
        Object label = values(model, id, List.of(field)).get(field);
        return label == null ? String.valueOf(id) : label.toString();
    }

    /** Values of fields; what the running transaction changed counts. */
    public Map<String, Object> values(String model, long id, Collection<String> fields) {
        if (fields.isEmpty()) {
            return Map.of();
        }
        if (transactions.active()) {
            store.flush();
        }
        return asSystem(() -> records.get(model, id, new ArrayList<>(fields)));
    }

    /** As {@link #values}, as plain texts: references by id, numbers without exponent. */
    public Map<String, String> texts(String model, long id, Collection<String> fields) {
        Map<String, String> texts = new HashMap<>();
        values(model, id, fields).forEach((name, value) -> {
            if (fields.contains(name) && value != null) {
                texts.put(name, text(value));
            }
        });
        return texts;
    }

    private static String text(Object value) {
        if (value instanceof java.math.BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Map<?, ?> reference && reference.containsKey("id")) {
            return String.valueOf(reference.get("id"));
        }
        String plain = value.toString();
        return plain.length() <= LONGEST ? plain : Links.hash(plain);
    }

    /** Whether a caller may read the record. */
    public boolean readable(Caller caller, String model, long id) {
        try {
            access.as(caller, () -> records.get(model, id, List.of("id")));
            return true;
        } catch (Problem hidden) {
            return false;
        }
    }

    private <T> T asSystem(java.util.function.Supplier<T> work) {
        return access.as(access.system(access.caller().companyId()), work);
    }
}
