package org.ashlar.platform.insight.internal.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.insight.internal.domain.Period.Span;
import org.ashlar.platform.insight.internal.domain.Rsql;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.FieldType;

/**
 * One key of groups, such as {@code party} or {@code date:month}.
 *
 * @param scene what it is about
 * @param name as asked
 * @param path field
 * @param bucket length of its steps in time or {@code null}
 * @param field the field, {@code null} if there is none
 */
record Key(Scene scene, String name, String path, String bucket, FieldInfo field) {

    static Key of(Scene scene, String name) {
        int colon = name.indexOf(':');
        String path = colon < 0 ? name : name.substring(0, colon);
        return new Key(scene, name, path, colon < 0 ? null : name.substring(colon + 1), scene.fields().at(scene.model(), path));
    }

    boolean time() {
        return bucket != null || field != null && (field.type() == FieldType.DATE || field.type() == FieldType.INSTANT);
    }

    /** Options in order, {@code null} if it has none. */
    List<String> options() {
        return field != null && field.type() == FieldType.ENUM ? field.options() : null;
    }

    Map<String, Object> view() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", name);
        view.put("field", path);
        view.put("title", scene.fields().title(scene.model(), path));
        view.put("type", scene.fields().type(scene.model(), path));
        view.put("bucket", bucket);
        return view;
    }

    /** The value itself, of references their id. */
    Object plain(Map<String, Object> row) {
        return row.get(name) instanceof Map<?, ?> reference ? reference.get("id") : row.get(name);
    }

    Map<String, Object> cell(Map<String, Object> row) {
        Object value = plain(row);
        Map<String, Object> cell = new LinkedHashMap<>();
        cell.put("value", value);
        cell.put("label", row.get(name) instanceof Map<?, ?> reference ? reference.get("label")
                : value == null || value instanceof Boolean ? null
                        : options() != null ? scene.fields().option(scene.model(), path, value.toString()) : value.toString());
        return cell;
    }

    /** Condition for the records of the group. */
    String filter(Map<String, Object> row) {
        Object value = plain(row);
        if (value == null || field == null) {
            return Rsql.plain(path, value);
        }
        if (bucket != null) {
            Span span = Rsql.bucket(value.toString());
            // Groups count moments by days in UTC.
            return field.type() == FieldType.DATE ? Rsql.days(path, span) : Rsql.moments(path, span, java.time.ZoneOffset.UTC);
        }
        return field.type() == FieldType.TEXT ? Rsql.text(path, value.toString()) : Rsql.plain(path, value);
    }
}
