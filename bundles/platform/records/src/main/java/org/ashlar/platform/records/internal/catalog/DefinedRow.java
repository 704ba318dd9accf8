package org.ashlar.platform.records.internal.catalog;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.record.FieldValues;

/** A record of a model that is defined as data: values by field name instead of Java fields. Not thread-safe. */
public final class DefinedRow extends BaseEntity implements FieldValues {

    private final String model;
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, Supplier<List<BaseEntity>>> unread = new HashMap<>();
    private Object[] before;
    private Instant changedBefore;

    DefinedRow(String model) {
        this.model = model;
    }

    /** Model id. */
    public String model() {
        return model;
    }

    Object get(String name) {
        Supplier<List<BaseEntity>> lines = unread.remove(name);
        if (lines != null) {
            values.put(name, lines.get());
        }
        return values.get(name);
    }

    void set(String name, Object value) {
        unread.remove(name);
        values.put(name, value);
    }

    @Override
    public Object value(String field) {
        return get(field);
    }

    @Override
    public void value(String field, Object value) {
        set(field, value);
    }

    /** Lines that are read when somebody asks for them. */
    public void later(String name, Supplier<List<BaseEntity>> lines) {
        unread.put(name, lines);
    }

    /** Whether the lines are in memory. */
    public boolean loaded(String name) {
        return !unread.containsKey(name);
    }

    /** Values as they stand in the database. */
    public Object[] before() {
        return before;
    }

    /** Remembers that the database has these values now. */
    public void stored(Object[] snapshot) {
        before = snapshot;
        changedBefore = getChangedAt();
    }

    /** Whether it was given a new time of change without any change of its values. */
    public boolean touched() {
        return changedBefore != null && !changedBefore.equals(getChangedAt());
    }
}
