package org.ashlar.platform.records.internal.read;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.TimeZone;
import org.ashlar.platform.meta.FieldType;

/** Moves values between JDBC and Java types. Timestamps are UTC in the database. */
public final class Row {

    private static final TimeZone UTC = TimeZone.getTimeZone(ZoneOffset.UTC);

    private Row() {
    }

    /** Reads the present row of a result. */
    static Object[] read(ResultSet result, FieldType[] columns, boolean derby) throws SQLException {
        Object[] row = new Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            row[i] = read(result, i + 1, columns[i], derby);
        }
        return row;
    }

    /** Reads one value of the present row. */
    public static Object value(ResultSet result, int i, FieldType type, boolean derby) throws SQLException {
        return read(result, i, type, derby);
    }

    private static Object read(ResultSet result, int i, FieldType type, boolean derby) throws SQLException {
        switch (type) {
            case TEXT, ENUM -> {
                return result.getString(i);
            }
            case INTEGER, REF -> {
                long value = result.getLong(i);
                return value == 0 && result.wasNull() ? null : (Object) value;
            }
            case DECIMAL -> {
                return result.getBigDecimal(i);
            }
            case BOOLEAN -> {
                boolean value = result.getBoolean(i);
                return !value && result.wasNull() ? null : (Object) value;
            }
            case DATE -> {
                if (!derby) {
                    return result.getObject(i, LocalDate.class);
                }
                Date date = result.getDate(i);
                return date == null ? null : date.toLocalDate();
            }
            case INSTANT -> {
                return instant(result, i, derby);
            }
            default -> throw new IllegalStateException("Lines have no column");
        }
    }

    private static Instant instant(ResultSet result, int i, boolean derby) throws SQLException {
        if (!derby) {
            LocalDateTime time = result.getObject(i, LocalDateTime.class);
            return time == null ? null : time.toInstant(ZoneOffset.UTC);
        }
        Timestamp time = result.getTimestamp(i, Calendar.getInstance(UTC));
        return time == null ? null : time.toInstant();
    }

    /** Binds a value by its Java type; {@code null} needs the JDBC type. */
    public static void bind(PreparedStatement statement, int i, Object value, int nullType) throws SQLException {
        if (value == null) {
            statement.setNull(i, nullType);
        } else if (value instanceof Long number) {
            statement.setLong(i, number);
        } else if (value instanceof String text) {
            statement.setString(i, text);
        } else if (value instanceof Integer number) {
            statement.setInt(i, number);
        } else if (value instanceof BigDecimal decimal) {
            statement.setBigDecimal(i, decimal);
        } else if (value instanceof Boolean bool) {
            statement.setBoolean(i, bool);
        } else if (value instanceof LocalDate date) {
            statement.setDate(i, Date.valueOf(date));
        } else if (value instanceof Instant time) {
            statement.setTimestamp(i, Timestamp.from(time), Calendar.getInstance(UTC));
        } else if (value instanceof Enum<?> constant) {
            statement.setString(i, constant.name());
        } else if (value instanceof Number number) {
            statement.setLong(i, number.longValue());
        } else {
            throw new IllegalArgumentException("Cannot bind " + value.getClass());
        }
    }

    /** JDBC type of nulls of a field type. */
    public static int nullType(FieldType type) {
        return switch (type) {
            case TEXT, ENUM -> Types.VARCHAR;
            case INTEGER, REF -> Types.BIGINT;
            case DECIMAL -> Types.DECIMAL;
            case BOOLEAN -> Types.BOOLEAN;
            case DATE -> Types.DATE;
            case INSTANT -> Types.TIMESTAMP;
            case LINES -> throw new IllegalArgumentException("Lines have no column");
        };
    }
}
