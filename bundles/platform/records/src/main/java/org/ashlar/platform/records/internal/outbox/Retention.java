package org.ashlar.platform.records.internal.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.outbox.Departed;
import org.ashlar.platform.record.Rows;
import org.ashlar.platform.records.internal.search.SearchIndexes;
import org.ashlar.platform.schedule.ScheduledTask;
import org.ashlar.platform.settings.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what left long ago, in small transactions, so that nobody who sends meanwhile waits for it. Thread-safe. */
@Component(service = ScheduledTask.class)
public final class Retention implements ScheduledTask {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int BATCH = 500;
    /** What ended without success waits for a person, but not for ever. */
    private static final int LOST = 4;

    private final Rows rows;
    private final Access access;
    private final Settings settings;
    private final Catalog catalog;
    private final SearchIndexes indexes;
    private final Clock clock;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<Departed> departed;

    /** By injection. */
    @Activate
    public Retention(@Reference Rows rows, @Reference Access access, @Reference Settings settings, @Reference Catalog catalog,
            @Reference SearchIndexes indexes, @Reference Clock clock) {
        this.rows = rows;
        this.access = access;
        this.settings = settings;
        this.catalog = catalog;
        this.indexes = indexes;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "platform.outboxRetention";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(24);
    }

    @Override
    public void run() {
        for (Departed kind : departed) {
            catalog.find(kind.model()).ifPresent(model -> {
                for (long company : rows.query("select distinct company_id from " + model.table(), r -> r.getLong(1))) {
                    access.as(access.system(company), () -> {
                        forget(kind, model.table(), company);
                        return null;
                    });
                }
            });
        }
    }

    private void forget(Departed kind, String table, long company) {
        int days = settings.number(kind.setting(), kind.days());
        if (days == 0) {
            return;
        }
        Instant now = clock.instant();
        int left = delete(table, company, "(" + kind.left() + ") and " + kind.leftAt() + " < ?", now.minus(Duration.ofDays(days)));
        int lost = delete(table, company, "(" + kind.lost() + ") and changed_at < ?",
                now.minus(Duration.ofDays((long) LOST * days)));
        if (left + lost > 0) {
            LOG.info("{}: {} that left more than {} days ago were deleted, and {} that never did", kind.model(), left, days, lost);
            indexes.stale(kind.model());
        }
    }

    /** Deletes in batches by id; what changed since it was found is looked at again and stays. */
    private int delete(String table, long company, String condition, Instant before) {
        int deleted = 0;
        long from = Long.MIN_VALUE;
        List<Long> found;
        do {
            found = rows.query("select id from " + table + " where company_id = ? and id > ? and " + condition
                    + " order by id fetch first " + BATCH + " rows only", r -> r.getLong(1), company, from, before);
            if (!found.isEmpty()) {
                long to = found.get(found.size() - 1);
                deleted += rows.update("delete from " + table + " where company_id = ? and id > ? and id <= ? and " + condition,
                        company, from, to, before);
                from = to;
            }
        } while (found.size() == BATCH);
        return deleted;
    }
}
