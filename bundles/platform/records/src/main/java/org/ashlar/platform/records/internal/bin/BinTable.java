package org.ashlar.platform.records.internal.bin;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.record.RecycleBin.Deleted;
import org.ashlar.platform.records.internal.bin.StoredRows.Content;

/** SQL of the recycle bin, on the connection of the caller. */
final class BinTable {

    private static final String COLUMNS = "id, model, record_id, label, deleted_at, deleted_by, login, until_time";

    private BinTable() {
    }

    /** A kept record with its rows. */
    record Kept(Deleted deleted, long company, Content content) {
    }

    /** What to list; {@code user} -1: whoever deleted it. */
    record Asked(long company, long user, String model, String q, long offset, int limit) {
    }

    static List<Deleted> list(Connection connection, Asked asked) throws SQLException {
        StringBuilder sql = new StringBuilder("select " + COLUMNS
                + " from platform_recycle_bin where (company_id = ? or company_id = 0)");
        List<Object> values = new ArrayList<>(List.of(asked.company()));
        if (asked.user() >= 0) {
            sql.append(" and deleted_by = ?");
            values.add(asked.user());
        }
        if (asked.model() != null && !asked.model().isBlank()) {
            sql.append(" and model = ?");
            values.add(asked.model());
        }
        if (asked.q() != null && !asked.q().isBlank()) {
            sql.append(" and lower(label) like ?");
            values.add("%" + asked.q().trim().toLowerCase(Locale.ROOT).replaceAll("[%_]", "") + "%");
        }
        sql.append(" order by deleted_at desc, id desc offset ").append(asked.offset()).append(" rows fetch next ")
                .append(asked.limit()).append(" rows only");
        try (PreparedStatement query = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < values.size(); i++) {
                query.setObject(i + 1, values.get(i));
            }
            try (ResultSet rows = query.executeQuery()) {
                List<Deleted> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(deleted(rows));
                }
                return found;
            }
        }
    }

    private static Deleted deleted(ResultSet row) throws SQLException {
        return new Deleted(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4),
                row.getTimestamp(5, StoredRows.utc()).toInstant(), row.getLong(6), row.getString(7),
                row.getTimestamp(8, StoredRows.utc()).toInstant());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(deleted(row), row.getLong(9), StoredRows.read(row.getString(10)));
    }

    static Kept find(Connection connection, long id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select " + COLUMNS
                + ", company_id, content from platform_recycle_bin where id = ?")) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? kept(row) : null;
            }
        }
    }

    static List<Kept> over(Connection connection, Instant now, int most) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select " + COLUMNS
                + ", company_id, content from platform_recycle_bin where until_time < ? order by id fetch first " + most
                + " rows only")) {
            query.setTimestamp(1, Timestamp.from(now), StoredRows.utc());
            try (ResultSet rows = query.executeQuery()) {
                List<Kept> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(kept(rows));
                }
                return found;
            }
        }
    }

    static void delete(Connection connection, long id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from platform_recycle_bin where id = ?")) {
            delete.setLong(1, id);
            delete.executeUpdate();
        }
    }

    static boolean exists(Connection connection, String table, long id) throws SQLException {
        return refers(connection, table, id, 0);
    }

    /** Whether there is such a row; {@code company} 0: of any company. */
    static boolean refers(Connection connection, String table, long id, long company) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from " + table + " where id = ?"
                + (company == 0 ? "" : " and company_id = ?"))) {
            query.setLong(1, id);
            if (company != 0) {
                query.setLong(2, company);
            }
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Whether another record has the natural key. */
    static boolean taken(Connection connection, String table, long company, List<FieldInfo> key, Map<String, String> row)
            throws SQLException {
        StringBuilder sql = new StringBuilder("select 1 from " + table + " where company_id = ?");
        key.forEach(f -> sql.append(" and ").append(f.column()).append(" = ?"));
        try (PreparedStatement query = connection.prepareStatement(sql.toString())) {
            query.setLong(1, company);
            for (int i = 0; i < key.size(); i++) {
                String value = row.get(key.get(i).column());
                if (key.get(i).type() == FieldType.REF) {
                    query.setLong(i + 2, Long.parseLong(value));
                } else {
                    query.setString(i + 2, value);
                }
            }
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }
}
