package org.ashlar.platform.operations.internal.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.backup.Backups.Backup;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.schedule.ScheduledTask;
import org.ashlar.platform.operations.internal.upgrade.UpgradeFolder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Backups by the plan, and what of them is restored on trial. It looks often, so that a machine that is off at night is backed
 * up too, and leaves the first half hour after a start to people. Thread-safe.
 */
@Component
public final class DailyBackup implements ScheduledTask {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration QUIET = Duration.ofMinutes(30);

    private final DefaultBackups backups;
    private final BackupPlans plans;
    private final UpgradeFolder upgrades;
    private final Companies companies;
    private final Access access;
    private final Clock clock;

    /** By injection. */
    @Activate
    public DailyBackup(@Reference DefaultBackups backups, @Reference BackupPlans plans, @Reference UpgradeFolder upgrades,
            @Reference Companies companies, @Reference Access access, @Reference Clock clock) {
        this.backups = backups;
        this.plans = plans;
        this.upgrades = upgrades;
        this.companies = companies;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "platform.backup";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(15);
    }

    @Override
    public void run() {
        BackupPlan plan = plans.get();
        if (plan.keep() <= 0 || ManagementFactory.getRuntimeMXBean().getUptime() < QUIET.toMillis()) {
            return;
        }
        access.as(access.system(0), () -> {
            List<Backup> kept = kept();
            Instant now = clock.instant();
            if (due(kept, now, plan.latest(now, zone()))) {
                Backup made = backups.create();
                kept().stream().skip(plan.keep()).filter(b -> !upgrades.needed().contains(b.name())).forEach(this::delete);
                if (tried(plan.verify(), kept, clock.instant())) {
                    backups.verifyByRestoring(made.name());
                }
            }
            return null;
        });
    }

    /** Whether none is as young as it should be; one of a moment to come was made by a clock that was ahead. */
    static boolean due(List<Backup> newestFirst, Instant now, Instant latest) {
        return newestFirst.stream().map(Backup::createdAt).filter(at -> !at.isAfter(now)).findFirst()
                .map(at -> at.isBefore(latest)).orElse(true);
    }

    /** Whether the one just made is restored on trial, by those from before. */
    static boolean tried(BackupPlan.Verify verify, List<Backup> before, Instant now) {
        return switch (verify) {
            case NEVER -> false;
            case EACH -> true;
            case WEEKLY -> before.stream().map(Backup::restored).filter(Objects::nonNull)
                    .noneMatch(r -> r.at().isAfter(now.minus(WEEK)));
        };
    }

    private List<Backup> kept() {
        return backups.list().stream().filter(b -> !b.masked()).toList();
    }

    private ZoneId zone() {
        return companies.list().stream().findFirst().map(Company::zone).orElse(ZoneOffset.UTC);
    }

    private void delete(Backup backup) {
        try {
            backups.delete(backup);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
