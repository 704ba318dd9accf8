package org.ashlar.platform.automation.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.activity.Activities;
import org.ashlar.platform.activity.Comments;
import org.ashlar.platform.automation.internal.AutomationTriggered;
import org.ashlar.platform.automation.internal.domain.Rule;
import org.ashlar.platform.event.Events;
import org.ashlar.platform.mail.Mail;
import org.ashlar.platform.mail.MailMessage;
import org.ashlar.platform.notify.Notice;
import org.ashlar.platform.notify.Notifications;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.template.MailTemplates;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What leaves the suite: mail, notices, activities, comments, webhooks. A run is taken and its effects are written to their
 * outboxes in one transaction, so they happen once, whatever stops in between. Thread-safe.
 */
@Component(service = Effects.class)
public final class Effects {

    private static final Logger LOG = LoggerFactory.getLogger(Effects.class);
    private static final int ATTEMPTS = 5;

    private final RuleIndex index;
    private final Runs runs;
    private final Values values;
    private final Recipients recipients;
    private final Actors actors;
    private final Installed installed;
    private final Events events;
    private final Transactions transactions;
    private final Access access;
    private final Words words;
    private final Clock clock;

    /** By injection. */
    @Activate
    public Effects(@Reference RuleIndex index, @Reference Runs runs, @Reference Values values, @Reference Recipients recipients,
            @Reference Actors actors, @Reference Installed installed, @Reference Events events,
            @Reference Transactions transactions, @Reference Access access, @Reference Words words, @Reference Clock clock) {
        this.index = index;
        this.runs = runs;
        this.values = values;
        this.recipients = recipients;
        this.actors = actors;
        this.installed = installed;
        this.events = events;
        this.transactions = transactions;
        this.access = access;
        this.words = words;
        this.clock = clock;
    }

    /** Brings the effects of a queued run about; does nothing if somebody did already. Never throws: the run says what failed. */
    void bringAbout(long run, long company) {
        access.as(access.system(company), () -> {
            try {
                transactions.separate(() -> {
                    runs.take(run).ifPresent(this::all);
                    return null;
                });
            } catch (RuntimeException failure) {
                failed(run, failure);
            }
            return null;
        });
    }

    private void failed(long run, RuntimeException failure) {
        try {
            transactions.separate(() -> {
                int attempts = runs.attempts(run) + 1;
                boolean again = !(failure instanceof Problem) && attempts < ATTEMPTS;
                runs.failed(run, words.of(failure, access.caller().locale()),
                        again ? clock.instant().plus(Duration.ofMinutes((long) attempts * attempts)) : null);
                return null;
            });
        } catch (RuntimeException unsaid) {
            LOG.warn("Automation run {} failed and will be tried again: {}", run, failure.getMessage(), unsaid);
        }
    }

    private void all(Runs.Queued run) {
        Rule rule = index.find(run.rule()).orElseThrow(() -> Problem.of(ProblemKind.CONFLICT, "platform.automation.ruleGone"));
        access.as(rule.runAs() == org.ashlar.platform.automation.internal.model.RunAs.USER ? actors.of(rule)
                : actors.system(rule.companyId(), rule.code()), () -> {
                    Map<String, Object> from = run.payload().isEmpty() ? values.of(run.model(), run.record())
                            : new HashMap<>(run.payload());
                    int number = 0;
                    for (Rule.Act act : rule.actions()) {
                        number++;
                        if (!act.inTransaction()) {
                            one(rule, act, run, from, number);
                        }
                    }
                    return null;
                });
    }

    private void one(Rule rule, Rule.Act act, Runs.Queued run, Map<String, Object> from, int number) {
        String text = values.text(act.text(), from);
        switch (act.kind()) {
            case MAIL -> mail(rule, act, run, from, number);
            case NOTIFY -> installed.get(Notifications.class).send(new Notice("automation.notice",
                    recipients.users(act.recipients(), from), "platform.automation.notice", List.of(text == null ? "" : text),
                    run.model(), run.record(), false));
            case ACTIVITY -> {
                String summary = values.text(act.subject() == null ? act.text() : act.subject(), from);
                for (long user : recipients.users(act.recipients(), from)) {
                    installed.get(Activities.class).plan(new Activities.Plan(act.activityKind() == null ? "todo" : act.activityKind(),
                            summary, run.model(), run.record(), user, access.today().plusDays(act.dueDays())));
                }
            }
            case COMMENT -> installed.get(Comments.class).add(run.model(), run.record(), text, null, rule.title());
            case WEBHOOK -> events.publish(new AutomationTriggered(act.topic(), rule.code(), run.model(), run.record(), text));
            default -> throw new IllegalStateException(act.kind() + " belongs to the saving transaction");
        }
    }

    private void mail(Rule rule, Rule.Act act, Runs.Queued run, Map<String, Object> from, int number) {
        Message message = message(act, run.model(), run.record(), from);
        Mail mail = installed.get(Mail.class);
        List<String> to = addresses(values.text(act.recipients(), from));
        if (to.isEmpty()) {
            throw Problem.rule("recipients", "platform.automation.noRecipient");
        }
        mail.send(new MailMessage("automation/" + rule.code() + "/" + run.model() + "/" + run.record() + "/" + run.occurrence()
                + "/" + number, to, List.of(), message.subject(), message.text(), message.html(), List.of(), run.model(),
                run.record()));
    }

    /** A mail before it is addressed. */
    record Message(String subject, String text, String html) {
    }

    /** The mail of an action for a record, by its template or by its own texts. */
    Message message(Rule.Act act, String model, long record, Map<String, Object> from) {
        if (act.template() == null) {
            return new Message(values.text(act.subject(), from), values.text(act.text(), from), null);
        }
        MailTemplates.Filled filled = installed.get(MailTemplates.class).fill(act.template(), model, record, Map.of(), values.locale());
        return new Message(filled.subject(), filled.text(), filled.html());
    }

    /** Addresses separated by commas, semicolons or blanks. */
    static List<String> addresses(String text) {
        return text == null ? List.of() : Arrays.stream(text.split("[,;\\s]+")).filter(a -> !a.isEmpty()).distinct().toList();
    }
}
