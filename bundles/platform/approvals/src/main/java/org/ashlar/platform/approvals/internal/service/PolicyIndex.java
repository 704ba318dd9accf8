package org.ashlar.platform.approvals.internal.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.ashlar.platform.approvals.internal.domain.Policy;
import org.ashlar.platform.approvals.internal.model.ApproverKind;
import org.ashlar.platform.approvals.internal.model.StepMode;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.node.WholeTable;
import org.ashlar.platform.record.RecordChanged;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The active policies of all companies in memory, so that records without a policy cost no statement. A change counts
 * from its commit on, on other nodes too. Thread-safe.
 */
@Component(service = {PolicyIndex.class, DomainEventHandler.class})
@Handles(RecordChanged.class)
public final class PolicyIndex extends WholeTable {

    private static final Duration REFRESH = Duration.ofSeconds(30);

    private final Sql sql;
    private volatile Map<String, List<Policy>> byModel = Map.of();
    private volatile Map<Long, Policy> byId = Map.of();

    /** By injection; the data source says that the tables are there. */
    @Activate
    public PolicyIndex(@Reference Sql sql, @Reference Transactions transactions,
            @Reference(target = "(ashlar.module=approvals)") DataSource migrated) {
        super("ashlar-approval-policies", "platform.approvalPolicy"::equals, transactions);
        this.sql = sql;
        begin(REFRESH);
    }

    @Deactivate
    void stop() {
        end();
    }

    /** Policies of a model in a company, the one that counts first at the beginning. */
    public List<Policy> of(long company, String model) {
        need();
        return byModel.getOrDefault(company + "/" + model, List.of());
    }

    /** A policy, also one that is not active any more. */
    public Optional<Policy> find(long id) {
        need();
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    protected void read() {
        Map<Long, List<Policy.Step>> steps = new HashMap<>();
        sql.read(db -> db.fetch("select policy_id, code, title, approver_kind, approver, step_mode, needed, condition_text,"
                + " timeout_hours, escalate_kind, escalate_to from platform_approval_policy_step order by policy_id, line_no"))
                .forEach(row -> steps.computeIfAbsent(row.get(0, Long.class), k -> new ArrayList<>()).add(step(row)));
        Map<String, List<Policy>> models = new HashMap<>();
        Map<Long, Policy> ids = new HashMap<>();
        sql.read(db -> db.fetch("select id, company_id, code, title, model_id, action_name, to_state, condition_text,"
                + " self_approval, may_add, locked_fields, increase_fields, change_fields, active"
                + " from platform_approval_policy order by priority, code")).forEach(row -> {
                    Policy policy = policy(row, steps.getOrDefault(row.get(0, Long.class), List.of()));
                    ids.put(policy.id(), policy);
                    if (row.get(13, Boolean.class)) {
                        models.computeIfAbsent(policy.companyId() + "/" + policy.model(), k -> new ArrayList<>()).add(policy);
                    }
                });
        byId = ids;
        byModel = models;
    }

    private static Policy policy(Record row, List<Policy.Step> steps) {
        return new Policy(row.get(0, Long.class), row.get(1, Long.class), text(row, 2), text(row, 3), text(row, 4), text(row, 5),
                text(row, 6), text(row, 7), row.get(8, Boolean.class), row.get(9, Boolean.class), names(text(row, 10)),
                names(text(row, 11)), names(text(row, 12)), List.copyOf(steps));
    }

    private static Policy.Step step(Record row) {
        Integer needed = row.get(6, Integer.class);
        String escalate = text(row, 9);
        return new Policy.Step(text(row, 1), text(row, 2), ApproverKind.valueOf(text(row, 3)), text(row, 4),
                StepMode.valueOf(text(row, 5)), needed == null ? 1 : needed, text(row, 7), row.get(8, Integer.class),
                escalate == null ? null : ApproverKind.valueOf(escalate), text(row, 10));
    }

    private static String text(Record row, int column) {
        String text = row.get(column, String.class);
        return text == null || text.isBlank() ? null : text;
    }

    /** Field names separated by commas or blanks. */
    static Set<String> names(String text) {
        return text == null ? Set.of() : Arrays.stream(text.split("[,\\s;]+")).filter(n -> !n.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
