package org.ashlar.platform.records.internal.audit;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import org.ashlar.platform.records.internal.sql.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the audit log of single records. Thread-safe. */
@Component(service = AuditReader.class)
public final class AuditReader {

    private final Database database;

    @Activate
    public AuditReader(@Reference Database database) {
        this.database = database;
    }

    /**
     * One entry.
     *
     * @param changes JSON text
     */
    public record Entry(long id, Instant at, long userId, String login, String channel, String model, long recordId,
            String kind, String changes, String requestId) {
    }

    /** Changes of a record and its lines, newest first. */
    public List<Entry> of(String model, long id, long offset, int limit) {
        return database.any(connection -> {
            List<Entry> entries = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement("select id, at_time, user_id, login, channel, model,"
                    + " record_id, kind, changes, request_id from platform_audit where root_id = ? and root_model = ?"
                    + " order by at_time desc, id desc offset ? rows fetch next ? rows only")) {
                statement.setLong(1, id);
                statement.setString(2, model);
                statement.setLong(3, offset);
                statement.setInt(4, limit);
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        Timestamp at = result.getTimestamp(2,
                                Calendar.getInstance(TimeZone.getTimeZone(ZoneOffset.UTC)));
                        entries.add(new Entry(result.getLong(1), at.toInstant(), result.getLong(3), result.getString(4),
                                result.getString(5), result.getString(6), result.getLong(7), result.getString(8),
                                result.getString(9), result.getString(10)));
                    }
                }
            }
            return entries;
        });
    }
}
