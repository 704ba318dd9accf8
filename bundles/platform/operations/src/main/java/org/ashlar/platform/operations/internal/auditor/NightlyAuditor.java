package org.ashlar.platform.operations.internal.auditor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Members;
import org.ashlar.platform.consistency.Breach;
import org.ashlar.platform.consistency.ConsistencyRule;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.notify.Notice;
import org.ashlar.platform.notify.Notifications;
import org.ashlar.platform.schedule.ScheduledTask;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs every consistency rule for every company once a night, keeps what it found, and tells administrators of breaches. It looks
 * each hour: a machine that was off at night is audited when it is back; a new one waits for its first night. Thread-safe.
 */
@Component
public final class NightlyAuditor implements ScheduledTask {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyAuditor.class);
    private static final int HOUR = 1;
    private static final Duration NIGHT = Duration.ofHours(4);
    private static final Breach NONE = new Breach(null, 0, null, null, null);
    private static final String ADMINISTRATOR = "platform.admin";

    private final AuditorRuns runs;
    private final Companies companies;
    private final Members members;
    private final Access access;
    private final Clock clock;
    private final Catalog catalog;
    private final HealthNotice health;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<ConsistencyRule> rules;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Notifications notifications;

    /** By injection. */
    @Activate
    public NightlyAuditor(@Reference AuditorRuns runs, @Reference Companies companies, @Reference Members members,
            @Reference Access access, @Reference Clock clock, @Reference Catalog catalog, @Reference HealthNotice health) {
        this.catalog = catalog;
        this.health = health;
        this.runs = runs;
        this.companies = companies;
        this.members = members;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "platform.auditor";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        List<Company> all = companies.list();
        Instant now = clock.instant();
        if (all.isEmpty() || !due(now, runs.latest().orElse(null), all.get(0).zone(), hour())) {
            return;
        }
        List<AuditorRuns.Result> results = new ArrayList<>();
        all.forEach(c -> results.addAll(access.as(access.system(c.id()), () -> audit(c))));
        runs.keep(now, results);
        all.forEach(c -> tell(c, results.stream().filter(r -> r.company() == c.id() && r.bad()).toList()));
        health.tell(all);
    }

    /** The model, if the interface has a page for its records. */
    private String page(String model) {
        // A module whose rules answer already may have its models read a moment later.
        return model == null || catalog.find(model).filter(m -> m.collection().isEmpty()).isPresent() ? null : model;
    }

    private static int hour() {
        String given = System.getenv("ASHLAR_AUDITOR_HOUR");
        return given == null || given.isBlank() ? HOUR : Math.floorMod(Integer.parseInt(given.strip()), 24);
    }

    /**
     * Whether the night that began last, at this hour, has not been audited; without any run only in the night itself. A run in
     * what is still to come was made by a clock that was ahead and is none.
     */
    static boolean due(Instant now, Instant latest, ZoneId zone, int hour) {
        ZonedDateTime there = now.atZone(zone);
        ZonedDateTime night = there.toLocalDate().atTime(hour, 0).atZone(zone);
        if (night.isAfter(there)) {
            night = there.toLocalDate().minusDays(1).atTime(hour, 0).atZone(zone);
        }
        Instant began = night.toInstant();
        return latest == null || latest.isAfter(now) ? now.isBefore(began.plus(NIGHT)) : latest.isBefore(began);
    }

    private List<AuditorRuns.Result> audit(Company company) {
        return List.copyOf(rules).stream().sorted(Comparator.comparing(ConsistencyRule::id)).map(rule -> {
            try {
                List<Breach> found = rule.check();
                Breach worst = found.isEmpty() ? NONE : found.get(0);
                String model = page(worst.model());
                return new AuditorRuns.Result(company.id(), rule.id(), found.size(), false, worst.subject(), model,
                        model == null ? 0 : worst.recordId());
            } catch (RuntimeException e) {
                LOG.error("Consistency rule {} could not be checked for {}", rule.id(), company.code(), e);
                return new AuditorRuns.Result(company.id(), rule.id(), 0, true, null, null, 0);
            }
        }).toList();
    }

    private void tell(Company company, List<AuditorRuns.Result> bad) {
        Notifications now = notifications;
        List<Long> who = bad.isEmpty() || now == null ? List.of() : members.withRole(ADMINISTRATOR, company.id());
        if (!who.isEmpty()) {
            access.as(access.system(company.id()), () -> {
                now.send(new Notice("auditor.breach", who, "notice.text.auditor.breach",
                        List.of(company.name(), bad.size(), bad.get(0).rule()), bad.get(0).model(), bad.get(0).record(), true));
                return null;
            });
        }
    }
}
