package org.ashlar.platform.automation.internal.service;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.automation.internal.domain.Before;
import org.ashlar.platform.automation.internal.domain.Rule;
import org.ashlar.platform.automation.internal.model.RuleTrigger;
import org.ashlar.platform.automation.internal.model.RunOutcome;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.BeforeValues;
import org.ashlar.platform.record.RecordChanged;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sets rules off when records change, on every way in, inside the saving transaction: what belongs to it is done there and
 * its failure refuses the save; what leaves the suite is written down there and done after the commit. Thread-safe.
 */
@Component
@Handles(RecordChanged.class)
public final class RuleEngine implements DomainEventHandler<RecordChanged> {

    private static final int CHUNK = 100;

    private final RuleIndex index;
    private final Subjects subjects;
    private final Changes changes;
    private final Effects effects;
    private final Runs runs;
    private final Journal journal;
    private final Values values;
    private final Words words;
    private final BeforeValues before;
    private final Transactions transactions;
    private final Access access;

    /** By injection. */
    @Activate
    public RuleEngine(@Reference RuleIndex index, @Reference Subjects subjects, @Reference Changes changes,
            @Reference Effects effects, @Reference Runs runs, @Reference Journal journal, @Reference Values values,
            @Reference Words words, @Reference BeforeValues before, @Reference Transactions transactions,
            @Reference Access access) {
        this.index = index;
        this.subjects = subjects;
        this.changes = changes;
        this.effects = effects;
        this.runs = runs;
        this.journal = journal;
        this.values = values;
        this.words = words;
        this.before = before;
        this.transactions = transactions;
        this.access = access;
    }

    @Override
    public void on(RecordChanged event) {
        if (!access.bound()) {
            return;
        }
        long company = event.companyId() == 0 ? access.caller().companyId() : event.companyId();
        List<Rule> rules = index.of(company, event.model());
        if (rules.isEmpty()) {
            return;
        }
        String state = subjects.stateField(event.model());
        for (Rule rule : rules) {
            if (rule.triggeredBy(event.kind(), event.fields(), state)) {
                if (event.id() == 0) {
                    bulk(rule);
                } else {
                    single(rule, event);
                }
            }
        }
    }

    private void bulk(Rule rule) {
        List<Long> ids = before.inserted();
        for (int from = 0; rule.was() == null && from < ids.size(); from += CHUNK) {
            for (long id : subjects.matching(rule, ids.subList(from, Math.min(ids.size(), from + CHUNK)))) {
                act(rule, id, Map.of());
            }
        }
    }

    private void single(Rule rule, RecordChanged event) {
        boolean deleted = event.kind().equals("deleted");
        Map<String, Object> then = deleted || rule.was() != null ? before.of(event.model(), event.id()) : Map.of();
        boolean fits = deleted ? rule.condition() == null || Before.matches(rule.condition(), then)
                : subjects.matches(rule, event.id());
        if (fits && rule.was() != null && !deleted) {
            fits = !event.kind().equals("created") && subjects.was(rule, event.id(), then);
        }
        if (fits) {
            act(rule, event.id(), deleted ? plain(then) : Map.of());
        }
    }

    /** Values that outlive the transaction as JSON: enums by name, the rest as it is. */
    private static Map<String, Object> plain(Map<String, Object> then) {
        return then.entrySet().stream().filter(e -> e.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue() instanceof Enum<?> option ? option.name() : e.getValue()));
    }

    private void act(Rule rule, long record, Map<String, Object> deleted) {
        if (rule.trigger() == RuleTrigger.REFUSE) {
            throw refusal(rule, record);
        }
        if (!journal.first(rule, record)) {
            return;
        }
        try {
            changes.apply(rule, record, deleted);
        } catch (Problem problem) {
            throw failed(rule, record, problem);
        }
        RunOutcome outcome = rule.hasEffects() ? RunOutcome.QUEUED : RunOutcome.DONE;
        long run = runs.add(rule, record, null, outcome, null, deleted);
        if (rule.hasEffects()) {
            transactions.afterCommit(() -> effects.bringAbout(run, rule.companyId()));
        }
    }

    private Problem refusal(Rule rule, long record) {
        String message = rule.message() == null ? rule.title()
                : access.as(access.system(rule.companyId()), () -> values.text(rule.message(),
                        rule.message().contains("{{") ? values.of(rule.model(), record) : Map.of()));
        List<FieldError> errors = rule.fields().stream().map(f -> FieldError.of(f, "platform.automation.refuse", message)).toList();
        return new Problem(ProblemKind.RULE, "platform.automation.refuse", List.of(message), errors);
    }

    /** The save is refused with the rule's name; the run stays visible though everything else is undone. */
    private Problem failed(Rule rule, long record, Problem problem) {
        String why = words.of(problem, access.caller().locale());
        transactions.separate(() -> runs.add(rule, record, null, RunOutcome.FAILED, why, Map.of()));
        return new Problem(problem.kind(), "platform.automation.failed", List.of(rule.title(), why), problem.errors());
    }
}
