package org.ashlar.platform.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Statements over tables that no model maps in full. Plain JDBC on the suite's connections, because texts and files of any
 * length are bound as they are. Instants are stored in UTC. Thread-safe.
 */
@ProviderType
public interface Rows {

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {
        /** What the row says. */
        T read(ResultSet row) throws SQLException;
    }

    /** Nothing, for columns that are no texts. */
    enum None {
        TIME(Types.TIMESTAMP), NUMBER(Types.BIGINT);

        private final int type;

        None(int type) {
            this.type = type;
        }

        /** Type of {@link Types}. */
        public int type() {
            return type;
        }
    }

    /** All rows; inside a transaction with what it wrote. */
    <T> List<T> query(String statement, Row<T> mapper, Object... arguments);

    /** Rows changed, in the running or a transaction of its own. */
    int update(String statement, Object... arguments);

    /**
     * Inserts unless a unique key forbids it; the running transaction stays usable on both databases.
     *
     * @param key columns of the unique key
     */
    boolean insertOnce(String statement, String key, Object... arguments);

    /** The next number of a sequence; numbers of later transactions on one record are higher, on every node. */
    long next(String sequence);

    /** The instant, or {@link None#TIME}. */
    static Object time(Instant instant) {
        return instant == null ? None.TIME : instant;
    }

    /** A column's instant or {@code null}. */
    static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column, utc());
        return value == null ? null : value.toInstant();
    }

    /** A text of another system as it fits a column: one line, at most so many characters; empty for {@code null}. */
    static String line(String text, int most) {
        String clean = text == null ? "" : text.replaceAll("[\\p{Cntrl}]+", " ").strip();
        return clean.length() > most ? clean.substring(0, most) : clean;
    }

    /** The calendar that instants are stored by. */
    static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    }
}
