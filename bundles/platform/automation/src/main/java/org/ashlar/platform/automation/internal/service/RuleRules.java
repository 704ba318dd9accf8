package org.ashlar.platform.automation.internal.service;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.automation.internal.domain.Assignment;
import org.ashlar.platform.automation.internal.domain.Before;
import org.ashlar.platform.automation.internal.model.ActionEntity;
import org.ashlar.platform.automation.internal.model.Every;
import org.ashlar.platform.automation.internal.model.RuleEntity;
import org.ashlar.platform.automation.internal.model.RuleTrigger;
import org.ashlar.platform.automation.internal.model.RunAs;
import org.ashlar.platform.meta.ActionInfo;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A rule names things that exist, so its mistakes are told when it is saved. Whoever saves a rule must be allowed himself
 * what it does: a rule gives nobody rights that he does not have.
 */
@Component
@ForModel("platform.automationRule")
public final class RuleRules implements RecordRules<RuleEntity> {

    private static final int ORDER = 100;
    private static final int RECORDS = 1000;
    private static final int MOST_RECORDS = 100_000;
    private static final int MAX_ACTIONS = 20;
    private static final int MAX_INTERVAL = 1000;
    private static final int LAST_DAY = 31;
    private static final int DAYS = 7;

    private final Subjects subjects;
    private final Access access;

    /** By injection. */
    @Activate
    public RuleRules(@Reference Subjects subjects, @Reference Access access) {
        this.subjects = subjects;
        this.access = access;
    }

    @Override
    public void beforeInsert(RuleEntity rule) {
        check(rule);
    }

    @Override
    public void beforeUpdate(RuleEntity rule, Set<String> changed) {
        check(rule);
    }

    private void check(RuleEntity rule) {
        if (rule.getPosition() == null) {
            rule.setPosition(ORDER);
        }
        if (rule.getMaxRecords() == null) {
            rule.setMaxRecords(RECORDS);
        }
        range("maxRecords", rule.getMaxRecords(), 1, MOST_RECORDS);
        if (rule.getModel().startsWith("platform.automation")) {
            throw Problem.rule("model", "platform.automation.unknownModel", rule.getModel());
        }
        ModelInfo model = subjects.model(rule.getModel());
        if (!access.may(model.id() + ".read")) {
            throw Problem.rule("model", "platform.automation.beyond", model.id() + ".read");
        }
        RuleIndex.names(rule.getFields()).forEach(name -> field(model, name, "fields"));
        trigger(rule, model);
        if (rule.getTrigger() == RuleTrigger.DELETED && !blank(rule.getCondition())) {
            Before.fields(rule.getCondition()).forEach(name -> field(model, name, "condition"));
        }
        subjects.requireCondition(rule.getModel(), rule.getCondition(), "condition");
        if (!blank(rule.getWasCondition())) {
            Before.fields(rule.getWasCondition()).forEach(name -> field(model, name, "wasCondition"));
            subjects.requireCondition(rule.getModel(), rule.getWasCondition(), "wasCondition");
        }
        if (rule.getRunAs() == RunAs.USER && rule.getRunAsUser() == null) {
            throw Problem.rule("runAsUser", "platform.value.required");
        }
        if (rule.getRunAs() == RunAs.USER && rule.getRunAsUser() != access.caller().userId() && !access.may("platform.user.update")) {
            throw Problem.rule("runAsUser", "platform.access.denied", "platform.user.update");
        }
        actions(rule, model);
    }

    private void trigger(RuleEntity rule, ModelInfo model) {
        if (rule.getTrigger() == RuleTrigger.STATE && model.fields().stream().filter(FieldInfo::state)
                .noneMatch(f -> f.options().contains(rule.getState()))) {
            throw Problem.rule("state", "platform.automation.unknownState", rule.getState() == null ? "" : rule.getState());
        }
        if (rule.getTrigger() != RuleTrigger.STATE && !blank(rule.getState())) {
            throw Problem.rule("state", "platform.automation.stateOnly");
        }
        if (rule.getTrigger() == RuleTrigger.REFUSE && blank(rule.getMessage())) {
            throw Problem.rule("message", "platform.value.required");
        }
        if (rule.getTrigger() == RuleTrigger.SCHEDULE) {
            schedule(rule);
        }
    }

    private void schedule(RuleEntity rule) {
        if (rule.getEvery() == null) {
            throw Problem.rule("every", "platform.value.required");
        }
        if (rule.getRunAs() == RunAs.CALLER) {
            throw Problem.rule("runAs", "platform.automation.noCaller");
        }
        if (rule.getInterval() != null) {
            range("interval", rule.getInterval(), 1, MAX_INTERVAL);
        }
        if (rule.getAtTime() != null) {
            try {
                LocalTime.parse(rule.getAtTime());
            } catch (DateTimeException e) {
                throw Problem.rule("atTime", "platform.automation.time", rule.getAtTime());
            }
        }
        if (rule.getEvery() == Every.WEEKLY) {
            range("weekday", rule.getWeekday(), 1, DAYS);
        }
        if (rule.getEvery() == Every.MONTHLY) {
            range("monthDay", rule.getMonthDay(), 1, LAST_DAY);
        }
        if (rule.getEvery() == Every.DATE || rule.getEvery() == Every.ANNIVERSARY) {
            if (blank(rule.getDateField())) {
                throw Problem.rule("dateField", "platform.value.required");
            }
            subjects.requireCondition(rule.getModel(), rule.getDateField() + "==2000-01-01", "dateField");
        }
    }

    private void actions(RuleEntity rule, ModelInfo model) {
        boolean refuses = rule.getTrigger() == RuleTrigger.REFUSE;
        if (rule.getActions().size() > MAX_ACTIONS || refuses != rule.getActions().isEmpty()) {
            throw Problem.rule("actions", refuses ? "platform.automation.noActions" : "platform.automation.actions", MAX_ACTIONS);
        }
        int i = 0;
        for (ActionEntity action : rule.getActions()) {
            String at = "actions[" + i++ + "].";
            if (action.getPosition() == null) {
                action.setPosition(i);
            }
            switch (action.getKind()) {
                case SET -> {
                    gone(rule, at);
                    assigned(model, action, at);
                    allowed(rule, model.id() + ".update", at);
                }
                case CREATE -> {
                    required(action.getTarget(), at + "target");
                    assigned(subjects.model(action.getTarget()), action, at);
                    allowed(rule, action.getTarget() + ".create", at);
                }
                case ACT -> {
                    gone(rule, at);
                    act(rule, model, action, at);
                }
                case MAIL -> {
                    required(action.getRecipients(), at + "recipients");
                    required(blank(action.getTemplate()) ? action.getSubject() : action.getTemplate(), at + "subject");
                }
                case NOTIFY, ACTIVITY -> {
                    required(action.getRecipients(), at + "recipients");
                    required(blank(action.getSubject()) ? action.getText() : action.getSubject(), at + "text");
                }
                case COMMENT -> required(action.getText(), at + "text");
                case WEBHOOK -> required(action.getTopic(), at + "topic");
            }
        }
    }

    private void act(RuleEntity rule, ModelInfo model, ActionEntity action, String at) {
        ActionInfo info = model.actions().stream().filter(a -> a.name().equals(action.getAction())).findFirst()
                .orElseThrow(() -> Problem.rule(at + "action", "platform.automation.unknownAction",
                        action.getAction() == null ? "" : action.getAction()));
        if (info.secret()) {
            throw Problem.rule(at + "action", "platform.automation.unknownAction", action.getAction());
        }
        Assignment.parse(action.getAssignments(), at + "assignments");
        allowed(rule, info.permission(), at);
    }

    private static void assigned(ModelInfo model, ActionEntity action, String at) {
        required(action.getAssignments(), at + "assignments");
        Assignment.parse(action.getAssignments(), at + "assignments")
                .forEach(assignment -> field(model, assignment.field(), at + "assignments"));
    }

    private void allowed(RuleEntity rule, String permission, String at) {
        if (rule.getRunAs() != RunAs.CALLER && !access.may(permission)) {
            throw Problem.rule(at + "kind", "platform.automation.beyond", permission);
        }
    }

    private static void gone(RuleEntity rule, String at) {
        if (rule.getTrigger() == RuleTrigger.DELETED) {
            throw Problem.rule(at + "kind", "platform.automation.gone");
        }
    }

    private static void field(ModelInfo model, String name, String at) {
        if (model.field(name).filter(f -> !f.hidden()).isEmpty()) {
            throw Problem.rule(at, "platform.automation.unknownField", name, model.id());
        }
    }

    private static void required(String text, String at) {
        if (blank(text)) {
            throw Problem.rule(at, "platform.value.required");
        }
    }

    private static void range(String at, Integer value, int low, int high) {
        if (value == null || value < low || value > high) {
            throw Problem.rule(at, "platform.automation.range", low, high);
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
