package org.ashlar.platform.transfer.internal.mapping;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.problem.FieldError;

/**
 * One mapped field, ready to turn cells into values. What it leaves as text is coerced by the records engine under the
 * same rules as REST. Thread-safe.
 */
public final class FieldTarget {

    private final String name;
    private final FieldPath path;
    private final FieldInfo field;
    private final ColumnRule rule;
    private final DateTimeFormatter format;
    private final ZoneId zone;

    /** For a field of the model and its rule; {@code zone} is the user's, for instants without a zone. */
    public FieldTarget(String name, FieldPath path, FieldInfo field, ColumnRule rule, ZoneId zone) {
        this.name = name;
        this.path = path;
        this.field = field;
        this.rule = rule;
        this.format = rule.format() == null ? null : DateTimeFormatter.ofPattern(rule.format(), Locale.ROOT);
        this.zone = zone;
    }

    /** Field as written in the mapping. */
    public String name() {
        return name;
    }

    /** Where the value goes. */
    public FieldPath path() {
        return path;
    }

    /** The rule. */
    public ColumnRule rule() {
        return rule;
    }

    /** Metadata of the field. */
    public FieldInfo field() {
        return field;
    }

    /** Whether the value must be looked up among records of another model. */
    public boolean needsLookup() {
        return field.type() == FieldType.REF && !"id".equals(rule.lookup());
    }

    /**
     * The value of a cell, {@code null} for nothing.
     *
     * @throws CellProblem when the cell cannot be read as the mapping says
     */
    public Object value(String cell) {
        if (rule.column() == null) {
            return rule.value();
        }
        String text = cell == null ? "" : cell.strip();
        if (text.isEmpty()) {
            return rule.otherwise();
        }
        if (rule.values() != null) {
            if (!rule.values().containsKey(text)) {
                throw new CellProblem(FieldError.of(name, "transfer.value.unmapped", text, rule.column()));
            }
            return rule.values().get(text);
        }
        if (rule.prefix() != null) {
            text = rule.prefix() + text;
        }
        return switch (field.type()) {
            case DECIMAL -> scaled(rule.decimal() == null || ".".equals(rule.decimal()) ? text : decimal(text));
            case DATE, INSTANT -> format == null ? text : moment(text);
            case BOOLEAN -> bool(text);
            default -> text;
        };
    }

    private Object scaled(String text) {
        if (rule.factor() == null) {
            return text;
        }
        try {
            return new BigDecimal(text).multiply(rule.factor()).stripTrailingZeros();
        } catch (NumberFormatException e) {
            throw new CellProblem(FieldError.of(name, "platform.value.decimal", text));
        }
    }

    private String decimal(String text) {
        String grouping = ",".equals(rule.decimal()) ? "." : ",";
        return text.replace(grouping, "").replace(rule.decimal(), ".");
    }

    private Object moment(String text) {
        try {
            TemporalAccessor parsed = format.parse(text);
            LocalDate date = LocalDate.from(parsed);
            if (field.type() == FieldType.DATE) {
                return date;
            }
            return parsed.query(TemporalQueries.localTime()) == null ? date.atStartOfDay(zone).toInstant()
                    : LocalDateTime.from(parsed).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new CellProblem(FieldError.of(name, "transfer.value.date", text, rule.format()));
        }
    }

    private static Object bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "true", "t", "yes", "y", "是" -> Boolean.TRUE;
            case "0", "false", "f", "no", "n", "否" -> Boolean.FALSE;
            default -> text;
        };
    }
}
