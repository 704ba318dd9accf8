package org.ashlar.platform.automation.internal.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.automation.internal.domain.Assignment;
import org.ashlar.platform.automation.internal.domain.Rule;
import org.ashlar.platform.automation.internal.model.ActionKind;
import org.ashlar.platform.automation.internal.model.RuleTrigger;
import org.ashlar.platform.problem.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a rule would do to a record; changes and sends nothing. Thread-safe. */
@Component(service = Preview.class)
public final class Preview {

    private final Subjects subjects;
    private final Values values;
    private final Effects effects;
    private final Recipients recipients;
    private final Users users;
    private final Words words;
    private final Access access;

    /** By injection. */
    @Activate
    public Preview(@Reference Subjects subjects, @Reference Values values, @Reference Effects effects,
            @Reference Recipients recipients, @Reference Users users, @Reference Words words, @Reference Access access) {
        this.subjects = subjects;
        this.values = values;
        this.effects = effects;
        this.recipients = recipients;
        this.users = users;
        this.words = words;
        this.access = access;
    }

    /**
     * Outcome of a test.
     *
     * @param matches whether the record fulfils the condition as it is now
     * @param message what a refusal would say
     * @param actions what would be done
     */
    public record Outcome(boolean matches, String message, List<Step> actions) {
    }

    /**
     * One action.
     *
     * @param kind what
     * @param target model or action that it is about
     * @param values values that would be set
     * @param recipients who would get it
     * @param subject subject
     * @param text text
     * @param problem why it would fail, {@code null} if it would not as far as can be seen
     */
    public record Step(String kind, String target, Map<String, Object> values, List<String> recipients, String subject,
            String text, String problem) {
    }

    /** Tests a rule on a record that the caller may read. */
    Outcome of(Rule rule, long record) {
        Map<String, Object> from = values.of(rule.model(), record);
        boolean matches = subjects.matches(rule, record);
        String message = rule.trigger() == RuleTrigger.REFUSE ? values.text(rule.message(), from) : null;
        List<Step> steps = new ArrayList<>();
        for (Rule.Act act : rule.actions()) {
            steps.add(step(rule, act, record, from));
        }
        return new Outcome(matches, message, steps);
    }

    private Step step(Rule rule, Rule.Act act, long record, Map<String, Object> from) {
        String kind = act.kind().name();
        try {
            return switch (act.kind()) {
                case SET, CREATE, ACT -> new Step(kind, act.kind() == ActionKind.CREATE ? act.target() : act.action(),
                        values.assign(Assignment.parse(act.assignments(), "assignments"), from), List.of(), null, null, null);
                case MAIL -> {
                    Effects.Message mail = effects.message(act, rule.model(), record, from);
                    List<String> to = Effects.addresses(values.text(act.recipients(), from));
                    if (to.isEmpty()) {
                        throw Problem.rule("recipients", "platform.automation.noRecipient");
                    }
                    yield new Step(kind, act.template(), Map.of(), to, mail.subject(), mail.text(), null);
                }
                case NOTIFY, ACTIVITY -> new Step(kind, act.activityKind(), Map.of(), recipients.users(act.recipients(), from)
                        .stream().map(u -> users.find(u).map(Users.User::name).orElse("")).toList(),
                        values.text(act.subject(), from), values.text(act.text(), from), null);
                case COMMENT, WEBHOOK -> new Step(kind, act.topic(), Map.of(), List.of(), null, values.text(act.text(), from), null);
            };
        } catch (Problem problem) {
            return new Step(kind, act.target(), Map.of(), List.of(), null, null, words.of(problem, access.caller().locale()));
        }
    }
}
