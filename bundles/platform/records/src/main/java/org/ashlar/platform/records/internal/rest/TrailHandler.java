package org.ashlar.platform.records.internal.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Records.Query;
import org.ashlar.platform.records.internal.audit.AuditReader;
import org.ashlar.platform.records.internal.audit.VisibleEntries;
import org.ashlar.platform.records.internal.catalog.DefaultCatalog;
import org.ashlar.platform.records.internal.catalog.EntityModel;
import org.ashlar.platform.records.internal.flow.DefaultDocumentFlow;
import org.ashlar.platform.records.internal.flow.DefaultDocumentFlow.Node;
import org.ashlar.platform.records.internal.read.JsonValues;
import org.ashlar.platform.records.internal.read.PageSink;
import org.ashlar.platform.records.internal.read.RecordReader;
import org.ashlar.platform.records.internal.read.Visibility;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Answers where a record came from: its audit log and its document flow. Thread-safe. */
@Component(service = TrailHandler.class)
public final class TrailHandler {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;

    private final DefaultCatalog catalog;
    private final RecordReader reader;
    private final AuditReader audit;
    private final DefaultDocumentFlow flow;
    private final Access access;
    private final VisibleEntries visible;
    /** Comes after the records that it is made of. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Users users;

    @Activate
    public TrailHandler(@Reference DefaultCatalog catalog, @Reference RecordReader reader, @Reference AuditReader audit,
            @Reference DefaultDocumentFlow flow, @Reference Access access, @Reference VisibleEntries visible) {
        this.visible = visible;
        this.catalog = catalog;
        this.reader = reader;
        this.audit = audit;
        this.flow = flow;
        this.access = access;
    }

    void audit(Exchange exchange, EntityModel model, long id) throws IOException {
        requireVisible(model, id);
        int limit = (int) Math.max(1, Math.min(MAX_LIMIT, exchange.number("limit", DEFAULT_LIMIT)));
        List<AuditReader.Entry> entries = audit.of(model.id(), id, Math.max(0, exchange.number("offset", 0)), limit);
        exchange.send(200, out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("rows");
            for (AuditReader.Entry entry : entries) {
                write(out, entry);
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private void write(JsonGenerator out, AuditReader.Entry entry) throws IOException {
        out.writeStartObject();
        out.writeNumberField("id", entry.id());
        JsonValues.field(out, "at", entry.at());
        out.writeNumberField("userId", entry.userId());
        JsonValues.field(out, "login", entry.login());
        JsonValues.field(out, "name", name(entry.userId()));
        out.writeStringField("channel", entry.channel());
        out.writeStringField("model", entry.model());
        out.writeNumberField("recordId", entry.recordId());
        out.writeStringField("kind", entry.kind());
        out.writeFieldName("changes");
        out.writeRawValue(visible.of(entry.model(), entry.changes()));
        JsonValues.field(out, "requestId", entry.requestId());
        out.writeEndObject();
    }

    private String name(long user) {
        Users now = users;
        return now == null ? null : now.find(user).map(Users.User::name).orElse(null);
    }

    void flow(Exchange exchange, EntityModel model, long id) throws IOException {
        requireVisible(model, id);
        DefaultDocumentFlow.Flow around = flow.around(model.id(), id);
        Map<Node, Map<String, Object>> described = new HashMap<>();
        DefaultDocumentFlow.byModel(around.nodes()).forEach((name, ids) -> describe(name, ids, described));
        exchange.send(200, out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("nodes");
            for (Node node : around.nodes()) {
                out.writeStartObject();
                reference(out, node);
                Map<String, Object> values = described.getOrDefault(node, Map.of());
                for (String name : List.of("label", "state", "number")) {
                    JsonValues.field(out, name, values.get(name));
                }
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeArrayFieldStart("edges");
            for (DefaultDocumentFlow.Edge edge : around.edges()) {
                out.writeStartObject();
                out.writeObjectFieldStart("from");
                reference(out, edge.from());
                out.writeEndObject();
                out.writeObjectFieldStart("to");
                reference(out, edge.to());
                out.writeEndObject();
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private static void reference(JsonGenerator out, Node node) throws IOException {
        out.writeStringField("model", node.model());
        out.writeNumberField("id", node.id());
    }

    /** Label, state and number of nodes that the caller may read; the others stay bare. */
    private void describe(String name, List<Long> ids, Map<Node, Map<String, Object>> described) {
        EntityModel model = catalog.snapshot().model(name);
        if (model == null || !access.may(name + ".read")) {
            return;
        }
        String label = model.info().label();
        String state = model.state() == null ? null : model.state().name();
        Visibility sight = reader.sight();
        List<String> fields = java.util.stream.Stream.of("id", label, state, model.field("number") == null ? null : "number")
                .filter(f -> f != null && sight.shown(model, model.field(f))).distinct().toList();
        String filter = "id=in=(" + ids.stream().map(String::valueOf).collect(Collectors.joining(",")) + ")";
        reader.page(model, new Query(filter, null, "id", fields, 0, 1_000, false), new PageSink() {
            @Override
            public void begin(long total) {
                // Not counted.
            }

            @Override
            public void row(Item item) {
                Map<String, Object> row = item.map();
                Map<String, Object> values = new HashMap<>();
                Object text = row.get(label);
                values.put("label", text instanceof Map<?, ?> ref ? ref.get("label") : text);
                values.put("state", state == null ? null : row.get(state));
                values.put("number", row.get("number"));
                described.put(new Node(name, (Long) row.get("id")), values);
            }

            @Override
            public void end() {
                // Nothing is buffered.
            }
        });
    }

    private void requireVisible(EntityModel model, long id) {
        if (reader.one(model, id, "id") == null) {
            throw Problem.notFound(model.id(), id);
        }
    }
}
