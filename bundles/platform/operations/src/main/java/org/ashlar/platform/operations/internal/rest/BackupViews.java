package org.ashlar.platform.operations.internal.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.backup.Backups.Backup;
import org.ashlar.platform.backup.Backups.Restored;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Backups in the caller's words. Thread-safe. */
@Component(service = BackupViews.class)
public final class BackupViews {

    private final PlanViews texts;
    private final FigureTitles titles;
    private final Access access;

    /** By injection. */
    @Activate
    public BackupViews(@Reference PlanViews texts, @Reference FigureTitles titles, @Reference Access access) {
        this.texts = texts;
        this.titles = titles;
        this.access = access;
    }

    BackupView view(Backup backup) {
        return new BackupView(backup.name(), backup.size(), backup.createdAt(), backup.sealed(), backup.masked(),
                backup.restored() == null ? null : view(backup.restored()));
    }

    private RestoredView view(Restored restored) {
        Locale locale = access.caller().locale();
        return new RestoredView(restored.at(), Math.round(restored.seconds()), restored.verified(), restored.compared(),
                restored.differences().stream().map(d -> new FigureView(d.company(), titles.of(locale, d.name()), d.before(), d.after())).toList(),
                restored.figures().stream().map(f -> new FigureView(f.company(), titles.of(locale, f.name()), f.value(), f.value())).toList(),
                restored.problem() == null ? null : texts.of(locale, "operations.restored.failed", restored.problem()));
    }

    /**
     * A backup.
     *
     * @param restored what came of restoring it on trial last, {@code null} if nobody has tried
     */
    public record BackupView(String name, long size, Instant createdAt, boolean sealed, boolean masked, RestoredView restored) {
    }

    /** A backup restored on trial. */
    public record RestoredView(Instant at, long seconds, boolean verified, int compared, List<FigureView> differences,
            List<FigureView> figures, String problem) {
    }

    /** A figure when the backup was made, and in the copy. */
    public record FigureView(String company, String title, String before, String after) {
    }
}
