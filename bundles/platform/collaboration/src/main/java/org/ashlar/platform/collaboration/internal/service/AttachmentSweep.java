package org.ashlar.platform.collaboration.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ashlar.platform.module.ModuleReady;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.schedule.ScheduledTask;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Forgets files that were deleted 30 days ago, and removes contents that no row knows: those of uploads whose transaction
 * rolled back. Thread-safe.
 */
@Component(service = ScheduledTask.class)
public final class AttachmentSweep implements ScheduledTask {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration UNDER_WAY = Duration.ofDays(1);
    private static final int BLOCK = 500;

    private final Sql sql;
    private final Transactions transactions;
    private final FileStore files;
    private final Clock clock;

    @Activate
    public AttachmentSweep(@Reference Sql sql, @Reference Transactions transactions, @Reference FileStore files,
            @Reference Clock clock, @Reference(target = "(ashlar.module=collaboration)") ModuleReady tables) {
        this.sql = sql;
        this.transactions = transactions;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "platform.attachmentSweep";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(24);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        transactions.run(() -> sql.inTransaction(db -> db.execute("delete from platform_attachment where deleted_at < ?",
                Values.local(now.minus(KEPT)))));
        files.each(now.minus(UNDER_WAY), keys -> {
            Set<String> unknown = new HashSet<>(keys);
            for (int from = 0; from < keys.size(); from += BLOCK) {
                List<String> block = keys.subList(from, Math.min(keys.size(), from + BLOCK));
                String places = block.stream().map(k -> "?").collect(Collectors.joining(", "));
                sql.read(db -> db.fetch("select file_key from platform_attachment where file_key in (" + places + ")",
                        block.toArray())).forEach(r -> unknown.remove(r.get(0, String.class)));
            }
            for (String key : unknown) {
                if (key.matches("[0-9a-f]{32}")) {
                    files.delete(key);
                } else {
                    files.deletePart(key);
                }
            }
        });
    }
}
