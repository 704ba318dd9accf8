package org.ashlar.platform.operations.internal.upgrade;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people wrote since a moment, by the audit log: that is what is lost with a backup of that moment. Thread-safe. */
@Component(service = WorkSince.class)
public final class WorkSince {

    private static final String COUNT = "select root_model, count(*) as entries, count(distinct root_id) as records from platform_audit"
            + " where at_time >= ? and root_model not in ('platform.upgrade', 'platform.backup') group by root_model order by 3 desc, 1";

    private final Sql sql;

    /** By injection. */
    @Activate
    public WorkSince(@Reference Sql sql) {
        this.sql = sql;
    }

    /** Changed records by model, most first; in all companies. */
    List<Changed> since(Instant moment) {
        return sql.read(db -> db.connectionResult(connection -> {
            List<Changed> changed = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(COUNT)) {
                query.setTimestamp(1, Timestamp.from(moment), Calendar.getInstance(TimeZone.getTimeZone(ZoneOffset.UTC)));
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        changed.add(new Changed(rows.getString(1), rows.getLong(3), rows.getLong(2)));
                    }
                }
            }
            return changed;
        }));
    }

    /**
     * What happened to records of a model.
     *
     * @param model model id
     * @param records so many of them
     * @param changes so often
     */
    public record Changed(String model, long records, long changes) {
    }
}
