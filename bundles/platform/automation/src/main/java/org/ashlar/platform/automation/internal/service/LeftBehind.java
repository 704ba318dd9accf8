package org.ashlar.platform.automation.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs whose effects were not brought about, and runs that are old enough to forget. Thread-safe. */
@Component(service = LeftBehind.class)
public final class LeftBehind {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration KEPT_SCHEDULED = Duration.ofDays(400);
    private static final int BATCH = 500;

    private final Runs runs;
    private final Effects effects;
    private final Transactions transactions;
    private final Sql sql;
    private final Clock clock;

    /** By injection. */
    @Activate
    public LeftBehind(@Reference Runs runs, @Reference Effects effects, @Reference Transactions transactions,
            @Reference Sql sql, @Reference Clock clock) {
        this.runs = runs;
        this.effects = effects;
        this.transactions = transactions;
        this.sql = sql;
        this.clock = clock;
    }

    /** Brings about what is due. */
    public void bringAbout() {
        List<Long> due = runs.due(BATCH);
        for (long run : due) {
            Long company = sql.read(db -> db.fetchOptional("select company_id from platform_automation_run where id = ?", run))
                    .map(row -> row.get(0, Long.class)).orElse(null);
            if (company != null) {
                effects.bringAbout(run, company);
            }
        }
    }

    /** Forgets old runs: 30 days, those of schedules 400. */
    public void prune() {
        transactions.required(() -> runs.prune(clock.instant().minus(KEPT), clock.instant().minus(KEPT_SCHEDULED)));
    }
}
