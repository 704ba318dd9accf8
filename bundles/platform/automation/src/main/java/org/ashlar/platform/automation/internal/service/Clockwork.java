package org.ashlar.platform.automation.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.automation.internal.domain.Rule;
import org.ashlar.platform.automation.internal.domain.Timetable;
import org.ashlar.platform.automation.internal.model.Every;
import org.ashlar.platform.automation.internal.model.RunOutcome;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rules by schedule. Each record is its own transaction with a run that is unique per rule, record and occurrence: a
 * restart or a second node repeats nothing. Thread-safe.
 */
@Component(service = Clockwork.class)
public final class Clockwork {

    private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);
    private static final int PAGE = 200;

    private final Subjects subjects;
    private final Changes changes;
    private final Effects effects;
    private final Runs runs;
    private final Words words;
    private final Actors actors;
    private final Companies companies;
    private final Transactions transactions;
    private final Access access;
    private final Clock clock;

    /** By injection. */
    @Activate
    public Clockwork(@Reference Subjects subjects, @Reference Changes changes, @Reference Effects effects, @Reference Runs runs,
            @Reference Words words, @Reference Actors actors, @Reference Companies companies, @Reference Transactions transactions,
            @Reference Access access, @Reference Clock clock) {
        this.subjects = subjects;
        this.changes = changes;
        this.effects = effects;
        this.runs = runs;
        this.words = words;
        this.actors = actors;
        this.companies = companies;
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
    }

    /** Runs a rule if its time has come. A rule by interval that was never seen begins with its next strike. */
    public void strike(Rule rule) {
        access.as(access.system(rule.companyId()), () -> {
            ZonedDateTime now = clock.instant().atZone(companies.get(rule.companyId()).zone());
            String last = runs.last(rule);
            Timetable timetable = rule.timetable();
            String occurrence = timetable.occurrence(now);
            if (occurrence.equals(last) || timetable.struckBefore(now, last)) {
                return null;
            }
            if (timetable.byDate()) {
                for (LocalDate day : timetable.days(now, date(last))) {
                    day(rule, day);
                    remember(rule, day.toString());
                }
            } else {
                if (last != null) {
                    all(rule, null, occurrence);
                }
                remember(rule, occurrence);
            }
            return null;
        });
    }

    /** Runs a rule at once for what is due now; what has been done in this occurrence is not repeated. Returns how many records. */
    int now(Rule rule) {
        return access.as(access.system(rule.companyId()), () -> {
            ZonedDateTime now = clock.instant().atZone(companies.get(rule.companyId()).zone());
            return rule.timetable().byDate() ? day(rule, now.toLocalDate())
                    : all(rule, null, "now" + clock.instant().toEpochMilli());
        });
    }

    /** A last occurrence that is no date stems from before the rule was changed. */
    private static LocalDate date(String text) {
        return text == null || !text.matches("\\d{4}-\\d{2}-\\d{2}") ? null : LocalDate.parse(text);
    }

    private int day(Rule rule, LocalDate day) {
        LocalDate meant = day.minusDays(rule.dateOffset());
        if (rule.timetable().every() == Every.DATE) {
            return all(rule, rule.dateField() + "==" + meant, meant.toString());
        }
        String dates = Timetable.anniversaries(meant).stream().map(LocalDate::toString).collect(Collectors.joining(","));
        return all(rule, rule.dateField() + "=in=(" + dates + ")", String.valueOf(meant.getYear()));
    }

    private void remember(Rule rule, String occurrence) {
        transactions.run(() -> runs.last(rule, occurrence));
    }

    private int all(Rule rule, String more, String occurrence) {
        int done = 0;
        int seen = 0;
        long after = 0;
        while (seen < rule.maxRecords()) {
            List<Long> page = subjects.page(rule, more, after, Math.min(PAGE, rule.maxRecords() - seen));
            for (long record : page) {
                done += one(rule, record, occurrence) ? 1 : 0;
                after = record;
                seen++;
            }
            if (page.size() < PAGE) {
                return done;
            }
        }
        LOG.warn("Automation rule {} stopped after {} records; the rest of this occurrence is left out", rule.code(), seen);
        return done;
    }

    private boolean due(Rule rule, long record, String occurrence) {
        if (runs.exists(rule, record, occurrence)) {
            return false;
        }
        RunOutcome outcome = rule.hasEffects() ? RunOutcome.QUEUED : RunOutcome.DONE;
        long run = runs.add(rule, record, occurrence, outcome, null, Map.of());
        changes.apply(rule, record, Map.of());
        if (rule.hasEffects()) {
            transactions.afterCommit(() -> effects.bringAbout(run, rule.companyId()));
        }
        return true;
    }

    private boolean one(Rule rule, long record, String occurrence) {
        try {
            // The commit is the actor's too: the audit log names him.
            return access.as(actors.of(rule), () -> transactions.separate(() -> due(rule, record, occurrence)));
        } catch (RuntimeException failure) {
            transactions.separate(() -> runs.exists(rule, record, occurrence) ? 0L
                    : runs.add(rule, record, occurrence, RunOutcome.FAILED, words.of(failure, access.caller().locale()), Map.of()));
            return false;
        }
    }
}
