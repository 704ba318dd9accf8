package org.ashlar.platform.transfer.internal.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.transfer.internal.mapping.CellProblem;
import org.ashlar.platform.transfer.internal.mapping.FieldTarget;
import org.ashlar.platform.transfer.internal.mapping.MappingPlan;

/** One row on its way in: cells, then values, then a record's id or the reasons why not. Not thread-safe. */
final class ImportRow {

    private final long number;
    private final List<String> cells;
    private final Map<FieldTarget, Object> values = new LinkedHashMap<>();
    private final Map<FieldTarget, Long> references = new HashMap<>();
    private final List<FieldError> unreadable = new ArrayList<>();
    private final List<FieldError> errors = new ArrayList<>();
    private String key;

    private ImportRow(long number, List<String> cells) {
        this.number = number;
        this.cells = cells;
    }

    /** A row whose cells could not even be split. */
    static ImportRow broken(long number, List<String> cells, FieldError error) {
        ImportRow row = new ImportRow(number, cells);
        row.unreadable.add(error);
        return row;
    }

    /** Reads the cells by the plan. {@code number} is the line of the file, from 1. */
    static ImportRow of(long number, List<String> cells, MappingPlan plan) {
        ImportRow row = new ImportRow(number, cells);
        if (cells.size() != plan.columns().size()) {
            row.unreadable.add(FieldError.of("file", "transfer.row.columns", cells.size(), plan.columns().size()));
            return row;
        }
        for (FieldTarget target : plan.targets()) {
            try {
                String column = target.rule().column();
                Object value = target.value(column == null ? null : cells.get(plan.columns().get(column)));
                if (value != null) {
                    row.values.put(target, value);
                }
            } catch (CellProblem e) {
                row.unreadable.add(e.error());
            }
        }
        if (!plan.mapping().key().isEmpty()) {
            row.key = String.join("|", plan.mapping().key().stream().map(c -> cells.get(plan.columns().get(c)).strip())
                    .toList());
            if (row.key.length() > 255 || row.key.replace("|", "").isEmpty()) {
                row.unreadable.add(FieldError.of("key", "transfer.row.key", row.key.length() > 40 ? row.key.substring(0, 40) : row.key));
            }
        }
        return row;
    }

    long number() {
        return number;
    }

    List<String> cells() {
        return cells;
    }

    /** External key, {@code null} if the mapping has none. */
    String key() {
        return key;
    }

    void key(String naturalKey) {
        this.key = naturalKey;
    }

    Object value(FieldTarget target) {
        return values.get(target);
    }

    void reference(FieldTarget target, long id) {
        references.put(target, id);
    }

    /** Forgets what an earlier attempt found out: its transaction was undone. */
    void begin() {
        references.clear();
        errors.clear();
    }

    /** Refuses the row whatever a further attempt says. */
    void condemn(List<FieldError> reasons) {
        unreadable.addAll(reasons);
    }

    void refuse(FieldError error) {
        errors.add(error);
    }

    void refuseAll(List<FieldError> more) {
        errors.addAll(more);
    }

    boolean sound() {
        return unreadable.isEmpty() && errors.isEmpty();
    }

    List<FieldError> errors() {
        List<FieldError> all = new ArrayList<>(unreadable);
        all.addAll(errors);
        return all;
    }

    /** The values as the records engine takes them. */
    Map<String, Object> record() {
        Map<String, Object> record = new HashMap<>();
        values.forEach((target, given) -> {
            Object value = references.containsKey(target) ? references.get(target) : given;
            if (target.path().lines() == null) {
                record.put(target.path().field(), value);
            } else {
                line(record, target).put(target.path().field(), value);
            }
        });
        return record;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> line(Map<String, Object> record, FieldTarget target) {
        List<Map<String, Object>> lines = (List<Map<String, Object>>) record.computeIfAbsent(target.path().lines(),
                k -> new ArrayList<Map<String, Object>>());
        while (lines.size() <= target.path().index()) {
            lines.add(new HashMap<>());
        }
        return lines.get(target.path().index());
    }
}
