package org.ashlar.platform.collaboration.internal.service;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Typed values of one row, so that nulls keep their type on both databases. One thread. */
final class Values {

    private final Map<Field<?>, Object> values = new LinkedHashMap<>();

    Values number(String column, Long value) {
        values.put(DSL.field(column, Long.class), value);
        return this;
    }

    Values count(String column, int value) {
        values.put(DSL.field(column, Integer.class), value);
        return this;
    }

    Values flag(String column, boolean value) {
        return count(column, value ? 1 : 0);
    }

    Values text(String column, String value) {
        values.put(DSL.field(column, String.class), value == null ? null : value.replace('\0', '\uFFFD'));
        return this;
    }

    Values date(String column, LocalDate value) {
        values.put(DSL.field(column, LocalDate.class), value);
        return this;
    }

    Values time(String column, Instant value) {
        values.put(DSL.field(column, LocalDateTime.class), value == null ? null : local(value));
        return this;
    }

    void insert(DSLContext db, String table) {
        db.insertInto(DSL.table(table)).set(values).execute();
    }

    int update(DSLContext db, String table, String where, Object... binds) {
        return db.update(DSL.table(table)).set(values).where(DSL.condition(where, binds)).execute();
    }

    /** Times are stored without a zone, in UTC. */
    static LocalDateTime local(Instant value) {
        return LocalDateTime.ofInstant(value, ZoneOffset.UTC);
    }

    /** The value of a column; databases differ in how they spell its name. */
    static <T> T get(Record row, String column, Class<T> type) {
        return row.get(place(row, column), type);
    }

    static boolean has(Record row, String column) {
        return row.get(place(row, column)) != null;
    }

    private static int place(Record row, String column) {
        Field<?>[] fields = row.fields();
        for (int i = 0; i < fields.length; i++) {
            if (fields[i].getName().equalsIgnoreCase(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("No column " + column);
    }

    static Instant instant(Record row, String column) {
        LocalDateTime value = get(row, column, LocalDateTime.class);
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }
}
