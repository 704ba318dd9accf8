package org.ashlar.platform.records.internal.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ashlar.platform.meta.ActionInfo;
import org.ashlar.platform.meta.ModelInfo;

/** Paths of models: collection, record, groups, bulk, actions, audit and flow. */
final class ModelPaths {

    private static final String JSON = "application/json";

    private final ObjectNode paths;
    private final Texts texts;

    ModelPaths(ObjectNode paths, Texts texts) {
        this.paths = paths;
        this.texts = texts;
    }

    void meta() {
        ObjectNode list = operation("/meta", "get", "meta", "meta.list", "Models", null);
        ok(list, "200").put("type", "object");
        ObjectNode one = operation("/meta/{model}", "get", "meta", "meta.get", "Model", null);
        parameter(one, "model", "path", "string", "Model id");
        ok(one, "200").put("type", "object");
    }

    void add(ModelInfo model) {
        String path = "/" + model.module() + "/" + model.collection();
        String title = texts.of("model." + model.id(), model.id());
        collection(model, path, title);
        record(model, path + "/{id}", title);
        for (ActionInfo action : model.actions()) {
            ObjectNode operation = operation(path + "/{id}/" + action.name(), "post", model.module(), action.permission(),
                    texts.of("action." + model.id() + "." + action.name(), action.name()), action.permission());
            id(operation);
            parameter(operation, "Idempotency-Key", "header", "string", "Carried out once per key");
            parameter(operation, "If-Match", "header", "string", "Version that the action is meant for");
            if (action.body() != null) {
                body(operation, model.id() + "." + action.name() + ".body");
            }
            ref(ok(operation, "200"), model.id());
        }
        for (String view : new String[] {"audit", "flow"}) {
            ObjectNode operation = operation(path + "/{id}/" + view, "get", model.module(), model.id() + "." + view, title,
                    model.id() + ".read");
            id(operation);
            ok(operation, "200").put("type", "object");
        }
    }

    private void collection(ModelInfo model, String path, String title) {
        ObjectNode list = operation(path, "get", model.module(), model.id() + ".list", title, model.id() + ".read");
        parameter(list, "filter", "query", "string", "RSQL over the model's fields and those behind references");
        parameter(list, "q", "query", "string", "Words to search in: " + String.join(", ", model.search()));
        parameter(list, "sort", "query", "string", "Fields, a leading - sorts descending; default " + model.sort());
        parameter(list, "fields", "query", "string", "Fields to answer, comma separated, dotted across references");
        parameter(list, "offset", "query", "integer", "Rows to skip");
        parameter(list, "limit", "query", "integer", "Rows at most, 1 to 1000");
        parameter(list, "count", "query", "boolean", "Whether to count all");
        ObjectNode page = ok(list, "200").put("type", "object").putObject("properties");
        page.putObject("total").put("type", "integer").put("format", "int64");
        ref(page.putObject("rows").put("type", "array").putObject("items"), model.id());
        ObjectNode groups = operation(path + "/groups", "get", model.module(), model.id() + ".groups", title,
                model.id() + ".read");
        parameter(groups, "by", "query", "string", "Fields; dates as date:year|quarter|month|week|day");
        parameter(groups, "measures", "query", "string", "count, sum(f), avg(f), min(f), max(f)");
        parameter(groups, "filter", "query", "string", "RSQL");
        parameter(groups, "q", "query", "string", "Words to search");
        ok(groups, "200").put("type", "object");
        if (model.creatable()) {
            ObjectNode create = operation(path, "post", model.module(), model.id() + ".create", title,
                    model.id() + ".create");
            parameter(create, "Idempotency-Key", "header", "string", "Carried out once per key");
            body(create, model.id() + ModelSchemas.WRITE);
            ref(ok(create, "201"), model.id());
        }
        ObjectNode bulk = operation(path + "/bulk", "post", model.module(), model.id() + ".bulk", title, null);
        parameter(bulk, "Idempotency-Key", "header", "string", "Carried out once per key");
        parameter(bulk, "atomic", "query", "boolean", "All or nothing; true unless said otherwise");
        ObjectNode request = bulk.putObject("requestBody").put("required", true).putObject("content").putObject(JSON)
                .putObject("schema").put("type", "object");
        ObjectNode properties = request.putObject("properties");
        properties.putObject("operation").put("type", "string").put("description",
                "create, update, delete or the name of an action");
        properties.putObject("items").put("type", "array").putObject("items").put("type", "object");
        ok(bulk, "200").put("type", "object");
    }

    private void record(ModelInfo model, String path, String title) {
        ObjectNode get = operation(path, "get", model.module(), model.id() + ".get", title, model.id() + ".read");
        id(get);
        parameter(get, "fields", "query", "string", "Fields to answer, comma separated, dotted across references");
        parameter(get, "If-None-Match", "header", "string", "Answers 304 if the version is still the same");
        ref(ok(get, "200"), model.id());
        if (model.updatable()) {
            ObjectNode patch = operation(path, "patch", model.module(), model.id() + ".update", title,
                    model.id() + ".update");
            id(patch);
            required(patch, "If-Match", "Version that is changed, as read from ETag");
            body(patch, model.id() + ModelSchemas.WRITE);
            ref(ok(patch, "200"), model.id());
        }
        if (model.deletable()) {
            ObjectNode delete = operation(path, "delete", model.module(), model.id() + ".delete", title,
                    model.id() + ".delete");
            id(delete);
            required(delete, "If-Match", "Version that is deleted, as read from ETag");
            ((ObjectNode) delete.get("responses")).putObject("204").put("description", "Deleted");
        }
    }

    private ObjectNode operation(String path, String verb, String tag, String id, String summary, String permission) {
        ObjectNode operation = paths.withObjectProperty(path).putObject(verb);
        operation.putArray("tags").add(tag);
        operation.put("operationId", id.equals("meta.list") || id.equals("meta.get") ? id : id + "." + verb);
        operation.put("summary", summary);
        if (permission != null) {
            operation.put("description", "Permission: " + permission);
        }
        operation.putArray("parameters");
        problems(operation.putObject("responses"));
        return operation;
    }

    static void problems(ObjectNode responses) {
        responses.putObject("default").put("description", "Problem").putObject("content")
                .putObject("application/problem+json").putObject("schema")
                .put("$ref", ModelSchemas.PREFIX + ModelSchemas.PROBLEM);
    }

    private static void id(ObjectNode operation) {
        ((ArrayNode) operation.get("parameters")).addObject().put("name", "id").put("in", "path").put("required", true)
                .putObject("schema").put("type", "integer").put("format", "int64");
    }

    private static void parameter(ObjectNode operation, String name, String in, String type, String text) {
        ((ArrayNode) operation.get("parameters")).addObject().put("name", name).put("in", in)
                .put("required", in.equals("path")).put("description", text).putObject("schema").put("type", type);
    }

    private static void required(ObjectNode operation, String header, String text) {
        ((ArrayNode) operation.get("parameters")).addObject().put("name", header).put("in", "header")
                .put("required", true).put("description", text).putObject("schema").put("type", "string");
    }

    private static void body(ObjectNode operation, String schema) {
        ref(operation.putObject("requestBody").putObject("content").putObject(JSON).putObject("schema"), schema);
    }

    private static ObjectNode ok(ObjectNode operation, String status) {
        return ((ObjectNode) operation.get("responses")).putObject(status).put("description", "OK").putObject("content")
                .putObject(JSON).putObject("schema");
    }

    private static void ref(ObjectNode node, String schema) {
        node.put("$ref", ModelSchemas.PREFIX + schema);
    }
}
