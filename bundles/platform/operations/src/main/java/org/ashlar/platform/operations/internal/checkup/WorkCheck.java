package org.ashlar.platform.operations.internal.checkup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.checkup.Check;
import org.ashlar.platform.checkup.Finding;
import org.ashlar.platform.checkup.Severity;
import org.ashlar.platform.job.Jobs;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.schedule.Schedules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Jobs that failed in the last week, scheduled tasks whose last run failed. Thread-safe. */
@Component
public final class WorkCheck implements Check {

    private static final Duration RECENT = Duration.ofDays(7);
    private static final String PAGE = "/app/admin/jobs";
    private static final int LATEST = 500;

    private final Jobs jobs;
    private final Schedules schedules;
    private final Companies companies;
    private final Access access;
    private final Clock clock;

    /** By injection. */
    @Activate
    public WorkCheck(@Reference Jobs jobs, @Reference Schedules schedules, @Reference Companies companies,
            @Reference Access access, @Reference Clock clock) {
        this.jobs = jobs;
        this.schedules = schedules;
        this.companies = companies;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public String area() {
        return "work";
    }

    @Override
    public List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        schedules.list().stream().filter(s -> "FAILED".equals(s.outcome())).forEach(s -> findings.add(new Finding(area(), Severity.BAD,
                "checkup.work.task", List.of(s.id(), s.problem() == null ? "" : s.problem()), PAGE)));
        Instant since = clock.instant().minus(RECENT);
        for (Company company : companies.list()) {
            long failed = access.as(access.system(company.id()), () -> jobs.list(LATEST)).stream()
                    .filter(j -> "FAILED".equals(j.state()) && j.endedAt() != null && j.endedAt().isAfter(since)).count();
            if (failed > 0) {
                findings.add(new Finding(area(), Severity.WARN, "checkup.work.jobs", List.of(failed, company.name()), PAGE));
            }
        }
        return findings;
    }
}
