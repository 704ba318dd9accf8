package org.ashlar.platform.documents.internal.template;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Records;

/**
 * A record as a plain map that reads the records behind its references when they are asked for, as the caller of that
 * moment. Confined to one use.
 */
final class RecordValues extends AbstractMap<String, Object> implements Shown.Source {
    private static final int DEPTH = 3;
    private static final int MONEY_SCALE = 4;

    private final ModelInfo model;
    private final Map<String, Object> values;
    private final Reading reading;
    private final int depth;
    private final Object currency;

    /** What all values of one use share. */
    record Reading(Records records, Catalog catalog) {
    }

    RecordValues(ModelInfo model, Map<String, Object> fields, Reading reading, int depth) {
        this(model, fields, reading, depth, null);
    }

    /** {@code currency}: of the document, for amounts of a line that name none. */
    private RecordValues(ModelInfo model, Map<String, Object> fields, Reading reading, int depth, Object currency) {
        this.model = model;
        this.currency = currency;
        this.reading = reading;
        this.depth = depth;
        values = new LinkedHashMap<>();
        fields.forEach((name, value) -> values.put(name, model.field(name).map(f -> nested(f, value, fields.get("currency"))).orElse(value)));
        // A field that the caller may not see is empty, not unknown.
        model.fields().forEach(f -> values.putIfAbsent(f.name(), null));
    }

    private Object nested(FieldInfo field, Object value, Object documentCurrency) {
        Optional<ModelInfo> target = field.target() == null ? Optional.empty() : reading.catalog().find(field.target());
        if (target.isPresent() && value instanceof Map<?, ?> map) {
            return depth < DEPTH ? new Reference(target.get(), map) : map;
        }
        if (target.isPresent() && value instanceof List<?> lines) {
            return lines.stream().map(line -> line instanceof Map<?, ?> map
                    ? new RecordValues(target.get(), texts(map), reading, depth, documentCurrency) : line).toList();
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> texts(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }

    @Override
    public Object shown(String name) {
        Object value = values.get(name);
        FieldInfo field = model.field(name).orElse(null);
        if (value == null || field == null) {
            return PlainCollector.known(value);
        }
        if (field.type() == FieldType.ENUM) {
            return new Shown(value.toString(), null, "option." + model.id() + "." + name + "." + value);
        }
        if (value instanceof Number && field.currencyField() != null && !field.currencyField().isEmpty()) {
            Object currency = values.get(field.currencyField());
            return new Shown(value, currency == null ? null : currency.toString(), null);
        }
        if (value instanceof Number && currency instanceof String code && amount(field)) {
            return new Shown(value, code, null);
        }
        return PlainCollector.known(value);
    }

    /** Amounts have four decimals in the database, prices and quantities six. */
    private static boolean amount(FieldInfo field) {
        return field.type() == FieldType.DECIMAL && field.scale() == MONEY_SCALE;
    }

    @Override
    public boolean containsKey(Object name) {
        return values.containsKey(name);
    }

    @Override
    public Object get(Object name) {
        return values.get(name);
    }

    @Override
    public Object put(String name, Object value) {
        return values.put(name, value);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return values.entrySet();
    }

    /** The record behind a reference: its id and label are there, the rest is read when asked for. */
    private final class Reference extends AbstractMap<String, Object> implements Shown.Source {
        private final ModelInfo target;
        private final Map<?, ?> known;
        private RecordValues record;

        Reference(ModelInfo target, Map<?, ?> known) {
            this.target = target;
            this.known = known;
        }

        private RecordValues record() {
            if (record == null) {
                Map<String, Object> fields;
                try {
                    fields = reading.records().get(target.id(), ((Number) known.get("id")).longValue(), null);
                } catch (Problem gone) {
                    fields = Map.of();
                }
                record = new RecordValues(target, fields, reading, depth + 1);
            }
            return record;
        }

        @Override
        public boolean containsKey(Object name) {
            return known.containsKey(name) || target.field(String.valueOf(name)).isPresent();
        }

        @Override
        public Object get(Object name) {
            return known.containsKey(name) ? known.get(name) : record().get(name);
        }

        @Override
        public Object shown(String name) {
            return known.containsKey(name) ? known.get(name) : record().shown(name);
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return texts(known).entrySet();
        }
    }
}
