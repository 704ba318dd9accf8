package org.ashlar.platform.transfer.internal.export;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.Records;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Writes a list, page by page, through the records engine: rows and fields are those that the caller sees in the list.
 * Without a sort, pages follow the id, so that a million rows cost a thousand short statements; with one they are counted
 * off, which is bounded. Thread-safe.
 */
@Component(service = ListExport.class)
public final class ListExport {

    private static final int PAGE = 1000;
    private static final long SORTED_LIMIT = 100_000;

    private final Records records;

    /** Used by DS. */
    @Activate
    public ListExport(@Reference Records records) {
        this.records = records;
    }

    /**
     * What to export.
     *
     * @param filter RSQL or {@code null}
     * @param q search text or {@code null}
     * @param sort REST sort or {@code null}
     * @param fields dotted fields; empty: all of the model that are no lines
     */
    record Selection(String filter, String q, String sort, List<String> fields) {
    }

    /** The fields of a model that an export holds when none are named. */
    static List<String> defaultFields(ModelInfo model) {
        return model.fields().stream().filter(f -> f.type() != FieldType.LINES && !f.hidden()).map(FieldInfo::name).toList();
    }

    /** The first page, which also proves that the selection is sound, before anything is written. */
    Records.Page first(ModelInfo model, Selection selection) {
        if (selection.sort() == null) {
            return page(model, selection, "id=gt=0", "id", 0);
        }
        Records.Page page = records.find(model.id(), new Records.Query(selection.filter(), selection.q(), selection.sort(),
                withId(selection.fields()), 0, PAGE, true));
        if (page.total() > SORTED_LIMIT) {
            FieldError error = FieldError.of("sort", "transfer.export.sorted", SORTED_LIMIT);
            throw new Problem(ProblemKind.RULE, error.code(), error.args(), List.of(error));
        }
        return page;
    }

    /** Writes the first page and all that follow. Returns the rows written. */
    long write(ModelInfo model, Selection selection, Records.Page first, RowsWriter out) throws IOException {
        long written = 0;
        Records.Page page = first;
        for (;;) {
            Object last = null;
            for (Map<String, Object> row : page.rows()) {
                List<Object> values = new ArrayList<>(selection.fields().size());
                for (String field : selection.fields()) {
                    values.add(value(model, field, at(row, field)));
                }
                out.row(values);
                last = row.get("id");
                written++;
            }
            if (page.rows().size() < PAGE) {
                return written;
            }
            page = selection.sort() == null ? page(model, selection, "id=gt=" + last, "id", 0)
                    : page(model, selection, null, selection.sort(), written);
        }
    }

    private Records.Page page(ModelInfo model, Selection selection, String after, String sort, long offset) {
        String filter = selection.filter() == null || selection.filter().isBlank() ? after
                : after == null ? selection.filter() : "(" + selection.filter() + ");" + after;
        return records.find(model.id(),
                new Records.Query(filter, selection.q(), sort, withId(selection.fields()), offset, PAGE, false));
    }

    private static List<String> withId(List<String> fields) {
        if (fields.contains("id")) {
            return fields;
        }
        List<String> all = new ArrayList<>(fields);
        all.add("id");
        return all;
    }

    /** A dotted field stands under its own name or inside the reference. */
    private static Object at(Map<String, Object> row, String field) {
        if (row.containsKey(field)) {
            return row.get(field);
        }
        Object value = row;
        for (String part : field.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(part) : null;
        }
        return value;
    }

    private static Object value(ModelInfo model, String field, Object value) {
        if (value instanceof Map<?, ?> reference) {
            Object label = reference.get("label");
            return label != null ? label : reference.get("id");
        }
        if (value instanceof List<?> list) {
            return list.toString();
        }
        FieldType type = model.field(field).map(FieldInfo::type).orElse(null);
        if (value instanceof String text && type == FieldType.DATE) {
            return LocalDate.parse(text);
        }
        return value instanceof String text && type == FieldType.INSTANT ? Instant.parse(text) : value;
    }
}
