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

    static Instant instant(Record row, String column) {
        LocalDateTime value = row.get(column, LocalDateTime.class);
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }
}
