package org.ashlar.platform.operations.internal.checkup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ashlar.platform.backup.Backups;
import org.ashlar.platform.checkup.Check;
import org.ashlar.platform.checkup.Finding;
import org.ashlar.platform.checkup.Severity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A backup that is missing or old, a disk that fills up. Thread-safe. */
@Component
public final class BackupCheck implements Check {

    static final Duration OLD = Duration.ofDays(2);

    private static final String PAGE = "/app/admin/backups";
    private static final int LITTLE = 10;
    private static final int NEARLY_NOTHING = 3;

    private final Backups backups;
    private final Clock clock;

    /** By injection. */
    @Activate
    public BackupCheck(@Reference Backups backups, @Reference Clock clock) {
        this.backups = backups;
        this.clock = clock;
    }

    @Override
    public String area() {
        return "backup";
    }

    @Override
    public List<Finding> run() {
        List<Backups.Backup> kept = backups.list().stream().filter(b -> !b.masked()).toList();
        List<Finding> findings = new ArrayList<>(backup(kept.stream().map(Backups.Backup::createdAt).toList(), clock.instant()));
        kept.stream().filter(b -> b.restored() != null).findFirst().filter(b -> b.restored().problem() != null || !b.restored().differences().isEmpty())
                .ifPresent(b -> findings.add(new Finding("backup", Severity.BAD, "checkup.backup.unrestorable", List.of(b.name()), PAGE)));
        try {
            FileStore disk = Files.getFileStore(Path.of(System.getProperty("karaf.data", ".")));
            findings.addAll(space(disk.getUsableSpace(), disk.getTotalSpace()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return findings;
    }

    /** By the times of the backups that are kept, newest first. */
    static List<Finding> backup(List<Instant> kept, Instant now) {
        if (kept.isEmpty()) {
            return List.of(new Finding("backup", Severity.BAD, "checkup.backup.none", List.of(), PAGE));
        }
        Duration age = Duration.between(kept.get(0), now);
        return age.compareTo(OLD) <= 0 ? List.of()
                : List.of(new Finding("backup", Severity.BAD, "checkup.backup.old", List.of(age.toDays()), PAGE));
    }

    /** By bytes. */
    static List<Finding> space(long usable, long total) {
        if (total <= 0) {
            return List.of();
        }
        int percent = (int) (100.0 * usable / total);
        return percent >= LITTLE ? List.of() : List.of(new Finding("disk", percent < NEARLY_NOTHING ? Severity.BAD : Severity.WARN,
                "checkup.disk.little", List.of(percent), null));
    }
}
