package org.ashlar.platform.records.internal.flow;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.record.DocumentFlow;
import org.ashlar.platform.record.DocumentLinks;
import org.ashlar.platform.records.internal.sql.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Links between documents, in {@code platform_document_link} and in the documents themselves. Thread-safe. */
@Component(service = {DocumentFlow.class, DefaultDocumentFlow.class})
public final class DefaultDocumentFlow implements DocumentFlow {

    private static final int MAX_DEPTH = 12;
    private static final int MAX_NODES = 500;

    private final Database database;
    private final Access access;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.REPLACE)
    private volatile List<DocumentLinks> sources = List.of();

    @Activate
    public DefaultDocumentFlow(@Reference Database database, @Reference Access access) {
        this.database = database;
        this.access = access;
    }

    /** A document. */
    public record Node(String model, long id) {
    }

    /** One came from the other. */
    public record Edge(Node from, Node to) {
    }

    /** Documents around one, itself first. */
    public record Flow(Set<Node> nodes, Set<Edge> edges) {
    }

    @Override
    public void link(String fromModel, long fromId, String toModel, long toId) {
        String sql = database.derby()
                ? "insert into platform_document_link (from_id, from_model, to_id, to_model, company_id)"
                        + " select ?, ?, ?, ?, ? from sysibm.sysdummy1 where not exists (select 1 from"
                        + " platform_document_link where from_id = ? and from_model = ? and to_id = ? and to_model = ?)"
                : "insert into platform_document_link (from_id, from_model, to_id, to_model, company_id)"
                        + " values (?, ?, ?, ?, ?) on conflict do nothing";
        long company = access.caller().companyId();
        database.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, fromId);
                statement.setString(2, fromModel);
                statement.setLong(3, toId);
                statement.setString(4, toModel);
                statement.setLong(5, company);
                if (database.derby()) {
                    statement.setLong(6, fromId);
                    statement.setString(7, fromModel);
                    statement.setLong(8, toId);
                    statement.setString(9, toModel);
                }
                return statement.executeUpdate();
            }
        });
    }

    /** Documents that are linked with this one, directly or through others, one statement per step. */
    public Flow around(String model, long id) {
        Node start = new Node(model, id);
        Set<Node> nodes = new LinkedHashSet<>(Set.of(start));
        Set<Edge> edges = new LinkedHashSet<>();
        Set<Node> frontier = Set.of(start);
        for (int depth = 0; depth < MAX_DEPTH && !frontier.isEmpty() && nodes.size() < MAX_NODES; depth++) {
            List<Edge> found = edges(frontier);
            Set<Node> next = new LinkedHashSet<>();
            for (Edge edge : found) {
                if (nodes.contains(edge.from()) || nodes.contains(edge.to())) {
                    edges.add(edge);
                    for (Node node : List.of(edge.from(), edge.to())) {
                        if (nodes.size() < MAX_NODES && nodes.add(node)) {
                            next.add(node);
                        }
                    }
                }
            }
            frontier = next;
        }
        edges.removeIf(e -> !nodes.contains(e.from()) || !nodes.contains(e.to()));
        return new Flow(nodes, edges);
    }

    private List<Edge> edges(Set<Node> nodes) {
        LinkQuery query = new LinkQuery(nodes, sources.stream().flatMap(source -> source.tables().stream()).toList(),
                access.caller().companyId());
        return database.any(connection -> {
            List<Edge> edges = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(query.sql())) {
                int i = 1;
                for (Long value : query.values()) {
                    statement.setLong(i++, value);
                }
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        if (result.getString(1) != null) {
                            edges.add(new Edge(new Node(result.getString(1), result.getLong(2)),
                                    new Node(result.getString(3), result.getLong(4))));
                        }
                    }
                }
            }
            return edges;
        });
    }

    /** Ids by model, in order. */
    public static Map<String, List<Long>> byModel(Set<Node> nodes) {
        Map<String, List<Long>> byModel = new LinkedHashMap<>();
        nodes.forEach(n -> byModel.computeIfAbsent(n.model(), k -> new ArrayList<>()).add(n.id()));
        return byModel;
    }
}
