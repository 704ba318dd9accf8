package org.ashlar.platform.records.internal.read;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tree of an answered record: which value of a row goes where. Built once per plan, then read-only. */
final class Shape {

    private final Map<String, Node> children = new LinkedHashMap<>();
    private Map.Entry<SerializableString, Node>[] compiled;

    /** A place in the tree. */
    private sealed interface Node {
    }

    private record Leaf(int column) implements Node {
    }

    /** A reference: id, label and asked fields of the other record. */
    private static final class Reference implements Node {
        private final int id;
        private int label = -1;
        private boolean plain;
        private final Shape fields = new Shape();

        Reference(int id) {
            this.id = id;
        }
    }

    private record LinesOf(String field) implements Node {
    }

    void leaf(String name, int column) {
        children.put(name, new Leaf(column));
    }

    void lines(String name) {
        children.put(name, new LinesOf(name));
    }

    /** A reference asked for by its plain name. */
    void reference(String name, int idColumn, int labelColumn) {
        Reference reference = (Reference) children.computeIfAbsent(name, k -> new Reference(idColumn));
        reference.plain = true;
        reference.label = labelColumn;
    }

    /** The place for fields of the record behind a reference. */
    Shape behind(String name, int idColumn) {
        return ((Reference) children.computeIfAbsent(name, k -> new Reference(idColumn))).fields;
    }

    @SuppressWarnings("unchecked")
    Shape compile() {
        List<Map.Entry<SerializableString, Node>> list = new ArrayList<>();
        children.forEach((name, node) -> {
            if (node instanceof Reference reference) {
                reference.fields.compile();
            }
            list.add(Map.entry(new SerializedString(name), node));
        });
        compiled = list.toArray(Map.Entry[]::new);
        return this;
    }

    /** Rows of lines of one owner, by lines field. */
    interface LineRows {
        /** The line rows of this owner. */
        List<Object[]> of(String field, long owner);

        /** Their shape. */
        Shape shape(String field);
    }

    /** Writes one row as an object. */
    void write(JsonGenerator out, Object[] row, LineRows lines) throws IOException {
        out.writeStartObject();
        members(out, row, lines);
        out.writeEndObject();
    }

    private void members(JsonGenerator out, Object[] row, LineRows lines) throws IOException {
        for (Map.Entry<SerializableString, Node> entry : compiled) {
            out.writeFieldName(entry.getKey());
            Node node = entry.getValue();
            if (node instanceof Leaf leaf) {
                JsonValues.write(out, row[leaf.column()]);
            } else if (node instanceof Reference reference) {
                write(out, reference, row, lines);
            } else if (node instanceof LinesOf of) {
                Shape shape = lines.shape(of.field());
                out.writeStartArray();
                for (Object[] line : lines.of(of.field(), (Long) row[0])) {
                    shape.write(out, line, null);
                }
                out.writeEndArray();
            }
        }
    }

    private static void write(JsonGenerator out, Reference reference, Object[] row, LineRows lines) throws IOException {
        Object id = row[reference.id];
        if (id == null) {
            out.writeNull();
            return;
        }
        out.writeStartObject();
        JsonValues.field(out, "id", id);
        if (reference.plain) {
            JsonValues.field(out, "label", reference.label < 0 ? null : row[reference.label]);
        }
        reference.fields.members(out, row, lines);
        out.writeEndObject();
    }

    /** One row as maps. */
    Map<String, Object> map(Object[] row, LineRows lines) {
        Map<String, Object> map = new LinkedHashMap<>();
        children.forEach((name, node) -> {
            if (node instanceof Leaf leaf) {
                map.put(name, row[leaf.column()]);
            } else if (node instanceof Reference reference) {
                map.put(name, map(reference, row, lines));
            } else if (node instanceof LinesOf of) {
                Shape shape = lines.shape(of.field());
                map.put(name, lines.of(of.field(), (Long) row[0]).stream().map(l -> shape.map(l, null)).toList());
            }
        });
        return map;
    }

    private static Map<String, Object> map(Reference reference, Object[] row, LineRows lines) {
        if (row[reference.id] == null) {
            return null;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", row[reference.id]);
        if (reference.plain) {
            Object label = reference.label < 0 ? null : row[reference.label];
            map.put("label", label == null ? null : label.toString());
        }
        map.putAll(reference.fields.map(row, lines));
        return map;
    }
}
