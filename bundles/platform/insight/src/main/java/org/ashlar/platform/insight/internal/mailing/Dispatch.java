package org.ashlar.platform.insight.internal.mailing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.access.Callers;
import org.ashlar.platform.access.Channel;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.audit.AuditLog;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.insight.internal.model.SendOutcome;
import org.ashlar.platform.insight.internal.model.WhenEmpty;
import org.ashlar.platform.mail.Mail;
import org.ashlar.platform.mail.MailMessage;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.report.Reports;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a mailing: a file for each recipient, computed as him. The key of each mail names the occurrence, so that what was sent
 * before a crash is not sent again by the run that makes up for it. Thread-safe.
 */
@Component(service = Dispatch.class)
public final class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final String MODEL = "platform.scheduledReport";

    private final Mailings mailings;
    private final Content content;
    private final Mail mail;
    private final Access access;
    private final Callers callers;
    private final Users users;
    private final Companies companies;
    private final Messages messages;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    /** By injection. */
    @Activate
    public Dispatch(@Reference Mailings mailings, @Reference Content content, @Reference Mail mail, @Reference Access access,
            @Reference Callers callers, @Reference Users users, @Reference Companies companies, @Reference Messages messages,
            @Reference Transactions transactions, @Reference AuditLog audit, @Reference Clock clock) {
        this.mailings = mailings;
        this.content = content;
        this.mail = mail;
        this.access = access;
        this.callers = callers;
        this.users = users;
        this.companies = companies;
        this.messages = messages;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** How it went. */
    record Result(SendOutcome outcome, int sent, int skipped, List<String> problems) {
    }

    /** Sends what is due and plans the next time. */
    void due(Mailing mailing) {
        access.as(access.system(mailing.companyId()), () -> {
            Result result = send(mailing, mailing.due().toString());
            Instant now = clock.instant();
            Instant next = mailing.rhythm().next(now.atZone(companies.get(mailing.companyId()).zone())).toInstant();
            transactions.run(() -> note(mailing, result, now, next));
            return null;
        });
    }

    /** Sends at once; the plan stays. Inside the caller's transaction: the mails leave when it commits. */
    Result now(Mailing mailing) {
        Result result = send(mailing, "now" + clock.instant().toEpochMilli());
        note(mailing, result, clock.instant(), null);
        return result;
    }

    private void note(Mailing mailing, Result result, Instant now, Instant next) {
        String message = String.join("\n", result.problems());
        mailings.done(mailing, now, next, result.outcome(), message);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("outcome", result.outcome().name());
        details.put("sent", result.sent());
        details.put("skipped", result.skipped());
        if (!message.isEmpty()) {
            details.put("problems", message);
        }
        audit.note(MODEL, mailing.id(), "sent", details);
    }

    private Result send(Mailing mailing, String occurrence) {
        Locale locale = access.caller().userId() == 0 ? companies.get(mailing.companyId()).locale() : access.caller().locale();
        int sent = 0;
        int skipped = 0;
        List<String> problems = new ArrayList<>();
        for (long user : mailing.recipients()) {
            String who = users.find(user).map(Users.User::name).orElse(String.valueOf(user));
            try {
                if (one(mailing, user, occurrence)) {
                    sent++;
                } else {
                    skipped++;
                }
            } catch (Problem refused) {
                problems.add(who + ": " + messages.text(locale, refused.code(), refused.args()));
            } catch (RuntimeException failure) {
                LOG.error("Scheduled report {} could not be made for user {}", mailing.code(), user, failure);
                problems.add(who + ": " + messages.text(locale, "platform.scheduledReport.broken", List.of()));
            }
        }
        SendOutcome outcome = sent > 0 ? problems.isEmpty() ? SendOutcome.SENT : SendOutcome.PARTLY
                : problems.isEmpty() ? SendOutcome.SKIPPED : SendOutcome.FAILED;
        return new Result(outcome, sent, skipped, problems);
    }

    private boolean one(Mailing mailing, long userId, String occurrence) {
        Users.User user = users.find(userId).orElseThrow(() -> Problem.of(ProblemKind.CONFLICT,
                "platform.scheduledReport.gone"));
        Caller caller = callers.of(userId, mailing.companyId(), Channel.JOB).orElseThrow(() -> Problem.of(
                ProblemKind.CONFLICT, "platform.scheduledReport.gone"));
        if (user.email() == null || user.email().isBlank()) {
            throw Problem.of(ProblemKind.CONFLICT, "platform.scheduledReport.noAddress");
        }
        Reports.File file = access.as(caller, () -> content.of(mailing));
        if (file.rows() == 0 && mailing.whenEmpty() == WhenEmpty.SKIP) {
            return false;
        }
        Locale language = caller.locale();
        String company = companies.get(mailing.companyId()).name();
        String day = access.as(caller, access::today).toString();
        String text = messages.text(language, file.rows() == 0 ? "platform.scheduledReport.textEmpty" : "platform.scheduledReport.text",
                List.of(user.name(), mailing.name(), day, company, String.valueOf(file.rows())));
        mail.send(new MailMessage("scheduled/" + mailing.id() + "/" + occurrence + "/" + userId, List.of(user.email()), List.of(),
                mailing.name() + " · " + day, text, null, List.of(new MailMessage.File(mailing.code() + "-" + day + "."
                        + mailing.format().name().toLowerCase(Locale.ROOT), file.mediaType(), file.content())), MODEL, mailing.id()));
        return true;
    }
}
