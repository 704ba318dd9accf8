package org.ashlar.platform.records.internal.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.records.internal.catalog.DefaultCatalog;
import org.ashlar.platform.report.Report;
import org.ashlar.platform.report.ReportParameter;
import org.ashlar.platform.rest.OpenApiContributor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Describes every model that is here now, its actions and the installed reports. Thread-safe. */
@Component(service = OpenApiContributor.class)
public final class RecordsOpenApi implements OpenApiContributor {

    private final DefaultCatalog catalog;
    private final Messages messages;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<Report> reports;

    @Activate
    public RecordsOpenApi(@Reference DefaultCatalog catalog, @Reference Messages messages) {
        this.catalog = catalog;
        this.messages = messages;
    }

    @Override
    public void contribute(ObjectNode document, Locale locale) {
        Texts texts = new Texts(messages, locale);
        ObjectNode schemas = (ObjectNode) document.at("/components/schemas");
        ModelSchemas modelSchemas = new ModelSchemas(schemas, texts);
        modelSchemas.common();
        ModelPaths paths = new ModelPaths((ObjectNode) document.get("paths"), texts);
        paths.meta();
        for (ModelInfo model : catalog.list()) {
            modelSchemas.add(model);
            if (!model.collection().isEmpty() && model.parent() == null) {
                paths.add(model);
            }
        }
        List<Report> present = reports;
        if (present != null) {
            present.stream().sorted(Comparator.comparing(Report::id))
                    .forEach(r -> report((ObjectNode) document.get("paths"), r, texts));
        }
    }

    private static void report(ObjectNode paths, Report report, Texts texts) {
        ObjectNode operation = paths.putObject("/reports/" + report.id() + ".json").putObject("get");
        operation.putArray("tags").add("reports");
        operation.put("operationId", "report." + report.id());
        operation.put("summary", texts.of("report." + report.id(), report.id()));
        operation.put("description", "Permission: " + report.permission());
        ArrayNode parameters = operation.putArray("parameters");
        for (ReportParameter parameter : report.parameters()) {
            ObjectNode node = parameters.addObject().put("name", parameter.name()).put("in", "query")
                    .put("required", parameter.required());
            ObjectNode schema = node.putObject("schema");
            switch (parameter.type()) {
                case "date" -> schema.put("type", "string").put("format", "date");
                case "id" -> schema.put("type", "integer").put("format", "int64");
                case "boolean" -> schema.put("type", "boolean");
                case "number" -> schema.put("type", "number");
                default -> schema.put("type", "string");
            }
        }
        ObjectNode responses = operation.putObject("responses");
        responses.putObject("200").put("description", "OK").putObject("content").putObject("application/json")
                .putObject("schema").put("type", "object");
        ModelPaths.problems(responses);
    }
}
