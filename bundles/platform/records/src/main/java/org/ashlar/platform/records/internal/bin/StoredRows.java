package org.ashlar.platform.records.internal.bin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/** Rows of tables as JSON and back, by the types that the columns have when the rows return. */
final class StoredRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredRows() {
    }

    /**
     * A record with what belongs to it, in the order of insertion.
     *
     * @param tables rows by table
     */
    record Content(List<Table> tables) {
    }

    /** Rows of one table that belong to one model: column in lower case to text, {@code null} for NULL. */
    record Table(String name, String model, List<Map<String, String>> rows) {
    }

    static String write(Content content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Content read(String json) {
        try {
            return JSON.readValue(json, Content.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record in the recycle bin cannot be read", e);
        }
    }

    /** Rows whose column has this id. */
    static List<Map<String, String>> select(Connection connection, String table, String column, long id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select * from " + table + " where " + column + " = ?")) {
            query.setLong(1, id);
            try (ResultSet result = query.executeQuery()) {
                List<Map<String, String>> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(row(result));
                }
                return rows;
            }
        }
    }

    private static Map<String, String> row(ResultSet result) throws SQLException {
        ResultSetMetaData meta = result.getMetaData();
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            row.put(meta.getColumnName(i).toLowerCase(Locale.ROOT), text(result, i, meta.getColumnType(i)));
        }
        return row;
    }

    private static String text(ResultSet result, int i, int type) throws SQLException {
        return switch (type) {
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> {
                Timestamp value = result.getTimestamp(i, utc());
                yield value == null ? null : value.toInstant().toString();
            }
            case Types.DATE -> {
                Date value = result.getDate(i);
                yield value == null ? null : value.toLocalDate().toString();
            }
            case Types.NUMERIC, Types.DECIMAL -> {
                BigDecimal value = result.getBigDecimal(i);
                yield value == null ? null : value.toPlainString();
            }
            case Types.BIT, Types.BOOLEAN -> {
                boolean value = result.getBoolean(i);
                yield result.wasNull() ? null : String.valueOf(value);
            }
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> {
                byte[] value = result.getBytes(i);
                yield value == null ? null : Base64.getEncoder().encodeToString(value);
            }
            default -> result.getString(i);
        };
    }

    /** Inserts rows; columns that the table has lost since are left out. */
    static void insert(Connection connection, Table table) throws SQLException {
        Map<String, Integer> types = types(connection, table.name());
        for (Map<String, String> row : table.rows()) {
            List<String> columns = row.keySet().stream().filter(types::containsKey).toList();
            try (PreparedStatement insert = connection.prepareStatement("insert into " + table.name() + " ("
                    + String.join(", ", columns) + ") values (?" + ", ?".repeat(columns.size() - 1) + ")")) {
                for (int i = 0; i < columns.size(); i++) {
                    bind(insert, i + 1, row.get(columns.get(i)), types.get(columns.get(i)));
                }
                insert.executeUpdate();
            }
        }
    }

    private static Map<String, Integer> types(Connection connection, String table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select * from " + table + " where 1 = 0");
                ResultSet result = query.executeQuery()) {
            ResultSetMetaData meta = result.getMetaData();
            Map<String, Integer> types = new LinkedHashMap<>();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                types.put(meta.getColumnName(i).toLowerCase(Locale.ROOT), meta.getColumnType(i));
            }
            return types;
        }
    }

    private static void bind(PreparedStatement insert, int i, String text, int type) throws SQLException {
        if (text == null) {
            insert.setNull(i, type);
            return;
        }
        switch (type) {
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.TINYINT -> insert.setLong(i, Long.parseLong(text));
            case Types.NUMERIC, Types.DECIMAL -> insert.setBigDecimal(i, new BigDecimal(text));
            case Types.DOUBLE, Types.FLOAT, Types.REAL -> insert.setDouble(i, Double.parseDouble(text));
            case Types.BIT, Types.BOOLEAN -> insert.setBoolean(i, Boolean.parseBoolean(text) || text.equals("t"));
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                insert.setTimestamp(i, Timestamp.from(Instant.parse(text)), utc());
            case Types.DATE -> insert.setDate(i, Date.valueOf(LocalDate.parse(text)));
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
                insert.setBytes(i, Base64.getDecoder().decode(text));
            case Types.OTHER -> insert.setObject(i, text, Types.OTHER);
            default -> insert.setString(i, text);
        }
    }

    static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone(ZoneOffset.UTC));
    }
}
