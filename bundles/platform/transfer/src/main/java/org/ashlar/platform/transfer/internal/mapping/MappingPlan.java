package org.ashlar.platform.transfer.internal.mapping;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;

/**
 * A mapping checked against the model and the file's header. Thread-safe.
 *
 * @param model the model
 * @param mapping the mapping
 * @param targets mapped fields in order
 * @param columns index of each CSV column
 */
public record MappingPlan(ModelInfo model, ImportMapping mapping, List<FieldTarget> targets,
        Map<String, Integer> columns) {

    /**
     * Checks everything before the first row is read.
     *
     * @param header columns of the file
     * @throws Problem BAD_REQUEST with one error per wrong entry of the mapping
     */
    public static MappingPlan of(ImportMapping mapping, List<String> header, Catalog catalog, ZoneId zone) {
        ModelInfo model = catalog.find(mapping.model() == null ? "" : mapping.model()).orElseThrow(
                () -> refuse(List.of(FieldError.of("model", "transfer.mapping.model", String.valueOf(mapping.model())))));
        List<FieldError> errors = new ArrayList<>();
        Map<String, Integer> columns = index(header, errors);
        checkOptions(mapping, columns, errors);
        List<FieldTarget> targets = new ArrayList<>();
        rules(mapping, model, header).forEach((name, rule) -> {
            if (rule.column() != null && !columns.containsKey(rule.column())) {
                errors.add(FieldError.of(name, "transfer.mapping.column", rule.column(), String.join(", ", header)));
                return;
            }
            Optional<FieldPath> path = FieldPath.parse(name);
            Optional<FieldInfo> field = path.flatMap(p -> find(model, p, catalog));
            if (field.isEmpty()) {
                errors.add(FieldError.of(name, "transfer.mapping.field", name, model.id()));
                return;
            }
            try {
                targets.add(new FieldTarget(name, path.get(), field.get(), rule, zone));
            } catch (IllegalArgumentException e) {
                errors.add(FieldError.of(name, "transfer.mapping.format", rule.format()));
            }
        });
        if (targets.isEmpty() && errors.isEmpty()) {
            errors.add(FieldError.of("columns", "transfer.mapping.empty", String.join(", ", header), model.id()));
        }
        if (!errors.isEmpty()) {
            throw refuse(errors);
        }
        return new MappingPlan(model, mapping, List.copyOf(targets), Map.copyOf(columns));
    }

    private static Map<String, Integer> index(List<String> header, List<FieldError> errors) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            if (columns.put(header.get(i), i) != null) {
                errors.add(FieldError.of("file", "transfer.file.duplicateColumn", header.get(i)));
            }
        }
        return columns;
    }

    private static void checkOptions(ImportMapping mapping, Map<String, Integer> columns, List<FieldError> errors) {
        if (!mapping.mode().equals("create") && !mapping.mode().equals("upsert")) {
            errors.add(FieldError.of("mode", "transfer.mapping.mode", mapping.mode()));
        }
        if (mapping.delimiter().length() != 1 && !mapping.delimiter().equals("auto")) {
            errors.add(FieldError.of("delimiter", "transfer.mapping.delimiter", mapping.delimiter()));
        }
        if (!mapping.encoding().equals("auto") && !supported(mapping.encoding())) {
            errors.add(FieldError.of("encoding", "transfer.mapping.encoding", mapping.encoding()));
        }
        if (mapping.key().isEmpty() != (mapping.source() == null)) {
            errors.add(FieldError.of("key", "transfer.mapping.keyAndSource"));
        }
        for (String column : mapping.key()) {
            if (!columns.containsKey(column)) {
                errors.add(FieldError.of("key", "transfer.mapping.column", column, String.join(", ", columns.keySet())));
            }
        }
    }

    /** Without rules, columns named like fields map themselves. */
    private static Map<String, ColumnRule> rules(ImportMapping mapping, ModelInfo model, List<String> header) {
        if (!mapping.columns().isEmpty()) {
            return mapping.columns();
        }
        Map<String, ColumnRule> rules = new LinkedHashMap<>();
        for (String column : header) {
            if (model.field(column).filter(f -> !f.readonly() && f.type() != FieldType.LINES).isPresent()) {
                rules.put(column, ColumnRule.of(column));
            }
        }
        return rules;
    }

    private static Optional<FieldInfo> find(ModelInfo model, FieldPath path, Catalog catalog) {
        if (path.lines() == null) {
            return path.field().equals(model.parent()) ? Optional.of(parentField(model)) : model.field(path.field());
        }
        return model.field(path.lines()).filter(f -> f.type() == FieldType.LINES)
                .flatMap(f -> catalog.find(f.target())).flatMap(m -> m.field(path.field()));
    }

    /** A line's owner is a reference too, though REST knows lines only inside their owner. */
    private static FieldInfo parentField(ModelInfo model) {
        return new FieldInfo(model.parent(), model.table(), model.parentColumn(), FieldType.REF, model.parentModel(),
                List.of(), true, false, true, false, false, 0, 0, 0, "", "", "", false, null);
    }

    private static boolean supported(String encoding) {
        try {
            return Charset.isSupported(encoding);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Problem refuse(List<FieldError> errors) {
        return new Problem(ProblemKind.BAD_REQUEST, "transfer.mapping.invalid", List.of(), errors);
    }
}
