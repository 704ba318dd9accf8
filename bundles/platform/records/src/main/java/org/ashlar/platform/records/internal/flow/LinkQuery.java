package org.ashlar.platform.records.internal.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.ashlar.platform.record.LinkTable;
import org.ashlar.platform.records.internal.flow.DefaultDocumentFlow.Node;

/**
 * One statement for the links of some documents: those written as links and those that tables of documents say. Names of
 * tables and columns come from modules' code, ids are bound. One thread.
 */
final class LinkQuery {

    private static final LinkTable WRITTEN = new LinkTable("platform_document_link", null, "from_model", "from_id", null, "to_id");

    private final List<String> parts = new ArrayList<>();
    private final List<Long> values = new ArrayList<>();
    private final long company;

    LinkQuery(Collection<Node> nodes, List<LinkTable> tables, long company) {
        this.company = company;
        add(WRITTEN, nodes);
        tables.forEach(table -> add(table, nodes));
    }

    private void add(LinkTable table, Collection<Node> nodes) {
        half(table, table.fromIdColumn(), ids(nodes, table.fromModel()));
        half(table, table.toIdColumn(), ids(nodes, table.toModel()));
    }

    private static List<Long> ids(Collection<Node> nodes, String model) {
        return nodes.stream().filter(node -> model == null || node.model().equals(model)).map(Node::id).distinct().toList();
    }

    private void half(LinkTable table, String column, List<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        String from = table.fromModel() == null ? table.fromModelColumn() : text(table.fromModel());
        String to = table.toModel() == null ? "to_model" : text(table.toModel());
        parts.add("select " + from + ", " + table.fromIdColumn() + ", " + to + ", " + table.toIdColumn() + " from "
                + table.table() + " where company_id = ? and " + column + " in (?" + ", ?".repeat(ids.size() - 1) + ") and "
                + table.fromIdColumn() + " is not null and " + table.toIdColumn() + " is not null");
        values.add(company);
        values.addAll(ids);
    }

    /** Of one type in all parts, else Derby pads the shorter ones with blanks. */
    private static String text(String model) {
        return "cast('" + model.replace("'", "''") + "' as varchar(64))";
    }

    /** The statement; its columns are model and id of the earlier and of the later document. */
    String sql() {
        return String.join(" union ", parts);
    }

    /** What it binds. */
    List<Long> values() {
        return values;
    }
}
