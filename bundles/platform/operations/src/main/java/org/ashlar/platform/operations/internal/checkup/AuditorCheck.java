package org.ashlar.platform.operations.internal.checkup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ashlar.platform.checkup.Check;
import org.ashlar.platform.checkup.Finding;
import org.ashlar.platform.checkup.Severity;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.operations.internal.auditor.AuditorRuns;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the auditor found last night. Thread-safe. */
@Component
public final class AuditorCheck implements Check {

    private static final String PAGE = "/app/admin/health";
    private static final Duration OLD = Duration.ofDays(2);

    private final AuditorRuns runs;
    private final Companies companies;
    private final Clock clock;

    /** By injection. */
    @Activate
    public AuditorCheck(@Reference AuditorRuns runs, @Reference Companies companies, @Reference Clock clock) {
        this.runs = runs;
        this.companies = companies;
        this.clock = clock;
    }

    @Override
    public String area() {
        return "auditor";
    }

    @Override
    public List<Finding> run() {
        Optional<Instant> latest = runs.latest();
        if (latest.isEmpty()) {
            return List.of(new Finding(area(), Severity.INFO, "checkup.auditor.none", List.of(), PAGE));
        }
        List<Finding> findings = new ArrayList<>();
        if (latest.get().isBefore(clock.instant().minus(OLD))) {
            findings.add(new Finding(area(), Severity.WARN, "checkup.auditor.old", List.of(latest.get().toString()), PAGE));
        }
        companies.list().forEach(company -> runs.results().stream().filter(r -> r.company() == company.id() && r.bad())
                .forEach(r -> findings.add(r.failed()
                        ? new Finding(area(), Severity.BAD, "checkup.auditor.failed", List.of(r.rule(), company.name()), PAGE)
                        : new Finding(area(), Severity.BAD, "checkup.auditor.breach",
                                List.of(r.rule(), company.name(), r.breaches(), r.subject() == null ? "" : r.subject()), r.path() == null ? PAGE : r.path()))));
        return findings;
    }
}
