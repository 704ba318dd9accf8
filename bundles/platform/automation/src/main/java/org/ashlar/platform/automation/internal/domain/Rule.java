package org.ashlar.platform.automation.internal.domain;

import java.util.List;
import java.util.Set;
import org.ashlar.platform.automation.internal.model.ActionKind;
import org.ashlar.platform.automation.internal.model.RuleTrigger;
import org.ashlar.platform.automation.internal.model.RunAs;

/**
 * A rule as it is kept in memory.
 *
 * @param id record id
 * @param companyId company
 * @param code code
 * @param title title
 * @param model model
 * @param trigger what sets it off
 * @param fields fields whose change sets it off; empty: all
 * @param state state that sets it off
 * @param condition RSQL or {@code null}
 * @param was RSQL on the values before, or {@code null}
 * @param runAs in whose name
 * @param runAsUser user for {@link RunAs#USER}
 * @param message what a refusal says
 * @param timetable when, for {@link RuleTrigger#SCHEDULE}, else {@code null}
 * @param dateField date field for rules by date
 * @param dateOffset days after the date
 * @param maxRecords records per run at most
 * @param actions what it does
 */
public record Rule(long id, long companyId, String code, String title, String model, RuleTrigger trigger, Set<String> fields,
        String state, String condition, String was, RunAs runAs, Long runAsUser, String message, Timetable timetable,
        String dateField, int dateOffset, int maxRecords, List<Act> actions) {

    /** Whether an event of the kind with these changed fields can set it off; a created record counts as wholly new. */
    public boolean triggeredBy(String kind, Set<String> changed, String stateField) {
        boolean created = kind.equals("created");
        boolean updated = kind.equals("updated");
        boolean named = fields.isEmpty() || changed.stream().anyMatch(fields::contains);
        return switch (trigger) {
            case CREATED -> created;
            case UPDATED -> updated && named;
            case SAVED -> created || updated && named;
            case STATE -> created || updated && changed.contains(stateField);
            case DELETED -> kind.equals("deleted");
            case REFUSE -> created || updated;
            case SCHEDULE -> false;
        };
    }

    /** Whether anything is left to do after the commit. */
    public boolean hasEffects() {
        return actions.stream().anyMatch(a -> !a.inTransaction());
    }

    /**
     * One thing to do.
     *
     * @param kind what
     * @param target model to create
     * @param action action to call
     * @param assignments values, one per line
     * @param template mail template
     * @param recipients to whom
     * @param subject subject
     * @param text text
     * @param topic webhook topic
     * @param activityKind kind of activity
     * @param dueDays days until the activity is due
     */
    public record Act(ActionKind kind, String target, String action, String assignments, String template, String recipients,
            String subject, String text, String topic, String activityKind, int dueDays) {

        /** Whether it belongs to the saving transaction, so that its failure refuses the save. */
        public boolean inTransaction() {
            return kind == ActionKind.SET || kind == ActionKind.CREATE || kind == ActionKind.ACT;
        }
    }
}
