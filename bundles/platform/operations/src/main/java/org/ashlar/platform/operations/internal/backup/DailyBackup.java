package org.ashlar.platform.operations.internal.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.backup.Backups.Backup;
import org.ashlar.platform.schedule.ScheduledTask;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A backup a day, and as many kept as {@code ASHLAR_BACKUP_KEEP} says (14); none when that is 0. It looks each hour, so that a
 * machine that is off at night is backed up too, and leaves the first half hour after a start to people. Thread-safe.
 */
@Component
public final class DailyBackup implements ScheduledTask {

    private static final int KEEP = 14;
    private static final Duration AGE = Duration.ofHours(24);
    private static final Duration QUIET = Duration.ofMinutes(30);

    private final DefaultBackups backups;
    private final Access access;
    private final Clock clock;

    /** By injection. */
    @Activate
    public DailyBackup(@Reference DefaultBackups backups, @Reference Access access, @Reference Clock clock) {
        this.backups = backups;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "platform.backup";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        String given = System.getenv("ASHLAR_BACKUP_KEEP");
        int keep = given == null || given.isBlank() ? KEEP : Integer.parseInt(given.strip());
        if (keep <= 0 || ManagementFactory.getRuntimeMXBean().getUptime() < QUIET.toMillis()) {
            return;
        }
        access.as(access.system(0), () -> {
            List<Backup> kept = backups.list();
            if (kept.isEmpty() || kept.get(0).createdAt().isBefore(latest())) {
                backups.create();
                backups.list().stream().skip(keep).forEach(this::delete);
            }
            return null;
        });
    }

    private Instant latest() {
        return clock.instant().minus(AGE);
    }

    private void delete(Backup backup) {
        try {
            backups.delete(backup);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
