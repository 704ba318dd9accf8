package org.ashlar.platform.insight.internal.model;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.insight.internal.board.Dashboards;
import org.ashlar.platform.insight.internal.domain.Placeholders;
import org.ashlar.platform.insight.internal.domain.Rhythm;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.record.Records;
import org.ashlar.platform.report.Reports;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A scheduled report names one thing that its maker may see, a time and somebody to send it to. Thread-safe. */
@Component
@ForModel("platform.scheduledReport")
public final class ScheduledReportRules implements RecordRules<ScheduledReportEntity> {

    private static final String MORNING = "07:00";
    private static final Set<String> TIMES = Set.of("active", "every", "atTime", "weekday", "monthDay");
    private static final int MOST = 100;

    private final Catalog catalog;
    private final Access access;
    private final Reports reports;
    private final Records records;
    private final Dashboards dashboards;
    private final Companies companies;
    private final Clock clock;

    /** By injection. */
    @Activate
    public ScheduledReportRules(@Reference Catalog catalog, @Reference Access access, @Reference Reports reports,
            @Reference Records records, @Reference Dashboards dashboards, @Reference Companies companies, @Reference Clock clock) {
        this.catalog = catalog;
        this.access = access;
        this.reports = reports;
        this.records = records;
        this.dashboards = dashboards;
        this.companies = companies;
        this.clock = clock;
    }

    @Override
    public void beforeInsert(ScheduledReportEntity scheduled) {
        check(scheduled);
        plan(scheduled);
    }

    @Override
    public void beforeUpdate(ScheduledReportEntity scheduled, Set<String> changed) {
        check(scheduled);
        if (changed.stream().anyMatch(TIMES::contains)) {
            plan(scheduled);
        }
    }

    private void check(ScheduledReportEntity scheduled) {
        switch (scheduled.getWhat()) {
            case REPORT -> report(scheduled);
            case LIST -> list(scheduled);
            default -> dashboard(scheduled);
        }
        if (scheduled.getRecipients().isEmpty()) {
            throw Problem.rule("recipients", "platform.scheduledReport.nobody");
        }
        if (scheduled.getRecipients().size() > MOST) {
            throw Problem.rule("recipients", "platform.scheduledReport.tooMany", MOST);
        }
        Set<Long> seen = new HashSet<>();
        int at = 0;
        for (ScheduledRecipientEntity recipient : scheduled.getRecipients()) {
            if (!seen.add(recipient.getUser())) {
                throw Problem.rule("recipients[" + at + "].user", "platform.scheduledReport.twice");
            }
            recipient.setPosition(++at);
        }
    }

    private void plan(ScheduledReportEntity scheduled) {
        Instant next = next(scheduled);
        scheduled.setNextRun(scheduled.isActive() ? next : null);
    }

    private Instant next(ScheduledReportEntity scheduled) {
        scheduled.setAtTime(blank(scheduled.getAtTime()) ? MORNING : scheduled.getAtTime());
        LocalTime at;
        try {
            at = LocalTime.parse(scheduled.getAtTime());
        } catch (DateTimeException e) {
            throw Problem.rule("atTime", "platform.scheduledReport.time", scheduled.getAtTime());
        }
        if (scheduled.getEvery() == Rhythm.Every.WEEKLY) {
            scheduled.setWeekday(within("weekday", scheduled.getWeekday(), 7));
        }
        if (scheduled.getEvery() == Rhythm.Every.MONTHLY) {
            scheduled.setMonthDay(within("monthDay", scheduled.getMonthDay(), 31));
        }
        ZonedDateTime now = clock.instant().atZone(companies.get(access.caller().companyId()).zone());
        return new Rhythm(scheduled.getEvery(), at, scheduled.getWeekday() == null ? 1 : scheduled.getWeekday(),
                scheduled.getMonthDay() == null ? 1 : scheduled.getMonthDay()).next(now).toInstant();
    }

    private static Integer within(String field, Integer value, int most) {
        int given = value == null ? 1 : value;
        if (given < 1 || given > most) {
            throw Problem.rule(field, "platform.scheduledReport.range", 1, most);
        }
        return given;
    }

    private void report(ScheduledReportEntity scheduled) {
        if (blank(scheduled.getReport())) {
            throw Problem.rule("report", "platform.value.required", "report");
        }
        if (reports.list().stream().noneMatch(r -> r.id().equals(scheduled.getReport()))) {
            throw Problem.rule("report", "platform.report.unknown", scheduled.getReport());
        }
        var given = Placeholders.parameters(scheduled.getParameters())
                .orElseThrow(() -> Problem.rule("parameters", "platform.scheduledReport.parameters"));
        var known = reports.list().stream().filter(r -> r.id().equals(scheduled.getReport())).findFirst().orElseThrow().parameters();
        for (String name : given.keySet()) {
            if (known.stream().noneMatch(p -> p.name().equals(name))) {
                throw Problem.rule("parameters", "platform.report.parameter", name);
            }
        }
        known.stream().filter(p -> p.required() && blank(given.get(p.name()))).findFirst().ifPresent(p -> {
            throw Problem.rule("parameters", "platform.value.required", p.name());
        });
    }

    private void list(ScheduledReportEntity scheduled) {
        if (scheduled.getView() != null) {
            // Seen by the maker, or it is not there.
            scheduled.setTarget(String.valueOf(records.get("platform.savedView", scheduled.getView(), List.of("target")).get("target")));
        }
        if (blank(scheduled.getTarget())) {
            throw Problem.rule("target", "platform.value.required", "target");
        }
        TargetCheck.model(catalog, "target", scheduled.getTarget());
        try {
            String filter = Placeholders.fill(scheduled.getFilter(), access.today(), access.caller().userId());
            records.find(scheduled.getTarget(), new Records.Query(filter, null, blank(scheduled.getSort()) ? null : scheduled.getSort(),
                    blank(scheduled.getColumns()) ? List.of("id") : List.of(scheduled.getColumns().split("\\s*,\\s*")), 0, 1, false));
        } catch (Problem wrong) {
            throw Problem.rule(wrong.code().contains("filter") ? "filter" : "columns", wrong.code(), wrong.args().toArray());
        }
    }

    private void dashboard(ScheduledReportEntity scheduled) {
        if (blank(scheduled.getDashboard())) {
            throw Problem.rule("dashboard", "platform.value.required", "dashboard");
        }
        dashboards.get(scheduled.getDashboard());
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
