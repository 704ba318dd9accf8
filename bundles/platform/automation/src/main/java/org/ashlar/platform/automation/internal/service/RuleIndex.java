package org.ashlar.platform.automation.internal.service;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.ashlar.platform.automation.internal.domain.Rule;
import org.ashlar.platform.automation.internal.domain.Timetable;
import org.ashlar.platform.automation.internal.model.ActionKind;
import org.ashlar.platform.automation.internal.model.Every;
import org.ashlar.platform.automation.internal.model.RuleTrigger;
import org.ashlar.platform.automation.internal.model.RunAs;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.node.WholeTable;
import org.ashlar.platform.record.RecordChanged;
import org.ashlar.platform.record.RecordReaction;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.jooq.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The rules of all companies in memory, so that models without a rule cost no statement. A change counts from its commit
 * on, on other nodes too. Thread-safe.
 */
@Component(service = {RuleIndex.class, DomainEventHandler.class, RecordReaction.class})
@Handles(RecordChanged.class)
public final class RuleIndex extends WholeTable implements RecordReaction {

    private static final Duration REFRESH = Duration.ofSeconds(30);
    private static final String RULES = "select id, company_id, code, title, model_id, trigger_kind, field_names, state_name,"
            + " condition_text, was_text, run_as, run_as_user, message, every_kind, every_count, at_time, weekday, month_day,"
            + " date_field, date_offset, max_records, active from platform_automation_rule order by sort_no, code";
    private static final String ACTIONS = "select rule_id, kind, target_model, action_name, assignments, template_code, recipients,"
            + " subject, body_text, topic, activity_kind, due_days from platform_automation_action order by rule_id, line_no";

    private final Sql sql;
    private volatile Map<String, List<Rule>> byModel = Map.of();
    private volatile Map<Long, Rule> byId = Map.of();
    private volatile List<Rule> scheduled = List.of();

    /** By injection; the data source says that the tables are there. */
    @Activate
    public RuleIndex(@Reference Sql sql, @Reference Transactions transactions,
            @Reference(target = "(ashlar.module=automation)") DataSource migrated) {
        super("ashlar-automation-rules", "platform.automationRule"::equals, transactions);
        this.sql = sql;
        begin(REFRESH);
    }

    @Deactivate
    void stop() {
        end();
    }

    /** Active rules of a model that an event can set off, in their order. */
    public List<Rule> of(long company, String model) {
        need();
        return byModel.getOrDefault(company + "/" + model, List.of());
    }

    @Override
    public boolean reacts(String model, long company) {
        need();
        return byModel.containsKey(company + "/" + model);
    }

    /** A rule, also one that is not active. */
    public Optional<Rule> find(long id) {
        need();
        return Optional.ofNullable(byId.get(id));
    }

    /** Active rules by schedule. */
    public List<Rule> scheduled() {
        need();
        return scheduled;
    }

    @Override
    protected void read() {
        Map<Long, List<Rule.Act>> actions = new HashMap<>();
        sql.read(db -> db.fetch(ACTIONS)).forEach(row -> actions.computeIfAbsent(row.get(0, Long.class), k -> new ArrayList<>())
                .add(act(row)));
        Map<String, List<Rule>> models = new HashMap<>();
        Map<Long, Rule> ids = new HashMap<>();
        List<Rule> clocked = new ArrayList<>();
        sql.read(db -> db.fetch(RULES)).forEach(row -> {
            Rule rule = rule(row, actions.getOrDefault(row.get(0, Long.class), List.of()));
            ids.put(rule.id(), rule);
            if (row.get(21, Boolean.class) && rule.trigger() == RuleTrigger.SCHEDULE) {
                clocked.add(rule);
            } else if (row.get(21, Boolean.class)) {
                models.computeIfAbsent(rule.companyId() + "/" + rule.model(), k -> new ArrayList<>()).add(rule);
            }
        });
        byId = ids;
        byModel = models;
        scheduled = clocked;
    }

    private static Rule rule(Record row, List<Rule.Act> actions) {
        return new Rule(row.get(0, Long.class), row.get(1, Long.class), text(row, 2), text(row, 3), text(row, 4),
                RuleTrigger.valueOf(text(row, 5)), names(text(row, 6)), text(row, 7), text(row, 8), text(row, 9),
                RunAs.valueOf(text(row, 10)), row.get(11, Long.class), text(row, 12), timetable(row), text(row, 18),
                number(row, 19, 0), number(row, 20, 1000), List.copyOf(actions));
    }

    private static Timetable timetable(Record row) {
        String every = text(row, 13);
        String at = text(row, 15);
        return every == null ? null : new Timetable(Every.valueOf(every), Math.max(1, number(row, 14, 1)),
                at == null ? LocalTime.MIDNIGHT : LocalTime.parse(at), number(row, 16, 1), number(row, 17, 1));
    }

    private static Rule.Act act(Record row) {
        return new Rule.Act(ActionKind.valueOf(text(row, 1)), text(row, 2), text(row, 3), text(row, 4), text(row, 5), text(row, 6),
                text(row, 7), text(row, 8), text(row, 9), text(row, 10), number(row, 11, 0));
    }

    private static int number(Record row, int column, int otherwise) {
        Integer value = row.get(column, Integer.class);
        return value == null ? otherwise : value;
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
