package org.ashlar.platform.automation.internal.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.automation.internal.domain.Before;
import org.ashlar.platform.automation.internal.domain.Rule;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.Records;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The records that rules are about, read as the company's system. Thread-safe. */
@Component(service = Subjects.class)
public final class Subjects {

    private final Records records;
    private final Catalog catalog;
    private final Access access;
    private final EntityStore store;
    private final Transactions transactions;

    /** By injection. */
    @Activate
    public Subjects(@Reference Records records, @Reference Catalog catalog, @Reference Access access,
            @Reference EntityStore store, @Reference Transactions transactions) {
        this.records = records;
        this.catalog = catalog;
        this.access = access;
        this.store = store;
        this.transactions = transactions;
    }

    /** The model. */
    ModelInfo model(String id) {
        return catalog.find(id).orElseThrow(() -> Problem.rule("model", "platform.automation.unknownModel", id));
    }

    /** Name of the model's state field, or {@code null}. */
    String stateField(String model) {
        return catalog.find(model).flatMap(m -> m.fields().stream().filter(FieldInfo::state).findFirst()).map(FieldInfo::name)
                .orElse(null);
    }

    /** Whether a record matches a rule as it is now; what the running transaction changed counts. */
    boolean matches(Rule rule, long record) {
        return !matching(rule, List.of(record)).isEmpty();
    }

    /** Those of some records that match a rule. */
    List<Long> matching(Rule rule, List<Long> some) {
        String filter = filter(rule, null);
        if (filter == null) {
            return some;
        }
        if (transactions.active()) {
            store.flush();
        }
        String ids = String.join(",", some.stream().map(String::valueOf).toList());
        return find(rule, (some.size() == 1 ? "id==" + ids : "id=in=(" + ids + ")") + ";" + filter, some.size());
    }

    /** Up to {@code limit} records above an id that match a rule and one more filter, in the order of their ids. */
    List<Long> page(Rule rule, String more, long after, int limit) {
        String filter = filter(rule, more);
        return find(rule, "id=gt=" + after + (filter == null ? "" : ";" + filter), limit);
    }

    private String filter(Rule rule, String more) {
        List<String> parts = new ArrayList<>();
        if (rule.state() != null && stateField(rule.model()) != null) {
            parts.add(stateField(rule.model()) + "==" + rule.state());
        }
        if (rule.condition() != null) {
            parts.add("(" + rule.condition() + ")");
        }
        if (more != null) {
            parts.add(more);
        }
        return parts.isEmpty() ? null : String.join(";", parts);
    }

    private List<Long> find(Rule rule, String filter, int limit) {
        return asSystem(rule.companyId(), () -> records.find(rule.model(),
                new Records.Query(filter, null, "id", List.of("id"), 0, limit, false))).rows().stream()
                .map(row -> ((Number) row.get("id")).longValue()).toList();
    }

    /** Whether a record was as a rule asks before it changed. */
    boolean was(Rule rule, long record, Map<String, Object> before) {
        Map<String, Object> then = new HashMap<>(before);
        Set<String> missing = new java.util.HashSet<>(Before.fields(rule.was()));
        missing.removeAll(before.keySet());
        if (!missing.isEmpty()) {
            asSystem(rule.companyId(), () -> records.get(rule.model(), record, new ArrayList<>(missing)))
                    .forEach(then::putIfAbsent);
        }
        return Before.matches(rule.was(), then);
    }

    /** Refuses a condition that the records engine does not understand, at the field that holds it. */
    void requireCondition(String model, String condition, String field) {
        if (condition == null || condition.isBlank()) {
            return;
        }
        try {
            asSystem(access.caller().companyId(), () -> records.find(model,
                    new Records.Query(condition, null, "id", List.of("id"), 0, 1, false)));
        } catch (Problem wrong) {
            throw new Problem(ProblemKind.RULE, wrong.code(), wrong.args(),
                    List.of(new FieldError(field, wrong.code(), wrong.args())));
        }
    }

    private <T> T asSystem(long company, Supplier<T> work) {
        return access.as(access.system(company), work);
    }
}
