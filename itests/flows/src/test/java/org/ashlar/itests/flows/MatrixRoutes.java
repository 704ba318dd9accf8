package org.ashlar.itests.flows;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ashlar.itests.support.Api;

/** Every request that could show somebody's record, from the OpenAPI document and the registry of the running suite. */
final class MatrixRoutes {

    /** Answers nothing while somebody listens, or lists what everybody may know. */
    private static final Set<String> LEFT_OUT = Set.of("/events", "/openapi.json", "/metrics", "/about");
    private static final List<String> FORMATS = List.of("csv", "json");
    private static final Set<String> MODEL_PARAMETERS = Set.of("model", "models");
    private static final Set<String> ID_PARAMETERS =
            Set.of("id", "record", "recordId", "version", "party", "product", "user", "account", "location");

    /** A request. */
    record Call(String method, String path, Object body) {
        @Override
        public String toString() {
            return method + " " + path + (body == null ? "" : " " + body);
        }
    }

    private final Api admin;
    private final MatrixSeeds seeds;
    private final JsonNode openApi;

    MatrixRoutes(Api admin, MatrixSeeds seeds) {
        this.admin = admin;
        this.seeds = seeds;
        this.openApi = admin.get("/openapi.json").expect(200).json();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Reads of a model's collection and of one record. */
    List<Call> reads(MatrixSeeds.Model model, long id) {
        List<Call> calls = new ArrayList<>();
        String path = model.path();
        for (String query : List.of("?limit=1000&count=true", "?q=ZQ&limit=200", "?filter=id==" + id)) {
            calls.add(get(path + query));
        }
        calls.add(get(path + "/groups?by=" + groupable(model) + "&measures=count"));
        if (id > 0) {
            calls.add(get(path + "/" + id));
            calls.add(get(path + "/" + id + "/audit"));
            calls.add(get(path + "/" + id + "/flow"));
        }
        calls.add(get("/meta/" + model.id()));
        return calls;
    }

    private static String groupable(MatrixSeeds.Model model) {
        String by = "id";
        for (JsonNode field : model.meta().path("fields")) {
            if (field.path("type").asText().equals("ref")) {
                by = field.path("name").asText();
            }
        }
        return by;
    }

    /** Asks for one text field in every way there is. */
    List<Call> probes(MatrixSeeds.Model model, String field) {
        String path = model.path();
        return List.of(get(path + "?fields=id," + field), get(path + "?limit=5&filter=" + encoded(field + "==ZQ*")),
                get(path + "?limit=5&sort=" + field), get(path + "/groups?by=" + field),
                get(path + "/groups?measures=" + encoded("max(" + field + ")")));
    }

    /** Writes of one record; {@code reference}: a field and an id to refer to. */
    List<Call> writes(MatrixSeeds.Model model, long id) {
        List<Call> calls = new ArrayList<>();
        String path = model.path();
        String field = model.texts().isEmpty() ? "version" : model.texts().get(0);
        calls.add(new Call("PATCH", path + "/" + id, Map.of(field, "mine")));
        calls.add(new Call("POST", path + "/bulk",
                Map.of("operation", "update", "items", List.of(Map.of("id", id, field, "mine")))));
        model.meta().path("actions").forEach(a -> calls.add(
                new Call("POST", path + "/" + id + "/" + a.path("name").asText(), Map.of())));
        calls.add(new Call("DELETE", path + "/" + id, null));
        return calls;
    }

    /** What can be done beside records: talk about them, mail them, have them approved. */
    List<Call> around() {
        List<Call> calls = new ArrayList<>();
        seeds.ids().forEach((model, id) -> {
            String path = seeds.models().get(model).path();
            calls.add(new Call("POST", "/threads" + path + "/" + id + "/comments", Map.of("text", "mine")));
            calls.add(new Call("PUT", "/threads" + path + "/" + id + "/tags", Map.of("names", List.of("mine"))));
            calls.add(new Call("POST", "/activities", Map.of("summary", "mine", "model", model, "recordId", id)));
            calls.add(new Call("POST", "/platform/approvals", Map.of("model", model, "record", id, "action", "confirm")));
            calls.add(new Call("POST", "/mails/compose", Map.of("model", model, "recordId", id, "to", List.of("a@example.com"),
                    "subject", "x", "text", "x")));
        });
        return calls;
    }

    /** Creations that refer to records of others. */
    List<Call> references() {
        List<Call> calls = new ArrayList<>();
        for (MatrixSeeds.Model model : seeds.models().values()) {
            Map<String, Object> body = new LinkedHashMap<>();
            model.meta().path("fields").forEach(f -> {
                Long id = f.path("type").asText().equals("ref") && !f.path("readonly").asBoolean()
                        ? seeds.ids().get(f.path("target").asText()) : null;
                if (id != null) {
                    body.put(f.path("name").asText(), id);
                }
            });
            if (!body.isEmpty() && model.meta().path("create").asBoolean()) {
                calls.add(new Call("POST", model.path(), body));
            }
        }
        return calls;
    }

    /** GET of every path that is no model's, with the models and records of the seeds in its parameters. */
    List<Call> others() {
        Set<Call> calls = new LinkedHashSet<>();
        openApi.path("paths").fields().forEachRemaining(entry -> {
            JsonNode get = entry.getValue().path("get");
            String path = entry.getKey();
            boolean model = seeds.models().values().stream().anyMatch(m -> path.equals(m.path()) || path.startsWith(m.path() + "/"));
            if (!get.isMissingNode() && !model && !LEFT_OUT.contains(path) && !path.startsWith("/meta")) {
                expand(path, get, entry.getValue().path("parameters"), calls);
            }
        });
        for (JsonNode report : admin.get("/reports").expect(200).json()) {
            StringBuilder query = new StringBuilder();
            report.path("parameters").forEach(p -> {
                if (p.path("required").asBoolean()) {
                    query.append(query.isEmpty() ? '?' : '&').append(p.path("name").asText()).append('=')
                            .append(p.path("type").asText().equals("date") ? "2026-12-31"
                                    : String.valueOf(seeds.ids().getOrDefault("masters.party", 1L)));
                }
            });
            calls.add(get("/reports/" + report.path("id").asText() + ".json" + query));
            calls.add(get("/reports/" + report.path("id").asText() + ".csv" + query));
        }
        return List.copyOf(calls);
    }

    private void expand(String path, JsonNode get, JsonNode shared, Set<Call> calls) {
        List<JsonNode> parameters = new ArrayList<>();
        get.path("parameters").forEach(parameters::add);
        shared.forEach(parameters::add);
        if (path.contains("{collection}")) {
            seeds.ids().forEach((model, id) -> FORMATS.forEach(f -> calls.add(get(filled(path.replace("{module}/{collection}",
                    seeds.models().get(model).path().substring(1)).replace("{format}", f), parameters, model, id)))));
            return;
        }
        boolean perModel = parameters.stream().anyMatch(p -> MODEL_PARAMETERS.contains(p.path("name").asText()));
        if (perModel) {
            seeds.ids().forEach((model, id) -> calls.add(get(filled(path, parameters, model, id))));
        } else if (parameters.stream().anyMatch(p -> ID_PARAMETERS.contains(p.path("name").asText()))) {
            Stream.concat(seeds.ids().values().stream().limit(20), seeds.more().stream().limit(60))
                    .forEach(id -> calls.add(get(filled(path, parameters, "masters.party", id))));
        } else {
            calls.add(get(filled(path, parameters, "masters.party", seeds.ids().getOrDefault("masters.party", 1L))));
        }
    }

    private static String filled(String path, List<JsonNode> parameters, String model, long id) {
        String at = path;
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : parameters) {
            String name = parameter.path("name").asText();
            String value = MODEL_PARAMETERS.contains(name) ? model : ID_PARAMETERS.contains(name) ? String.valueOf(id)
                    : name.equals("q") || name.equals("query") ? "ZQ" : null;
            if (parameter.path("in").asText().equals("path")) {
                at = at.replaceAll("\\{" + name + "[^}]*}", value == null ? "1" : value);
            } else if (parameter.path("in").asText().equals("query") && (value != null || parameter.path("required").asBoolean())) {
                query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(value == null ? "1" : value);
            }
        }
        return at.replaceAll("\\{[^}]*}", String.valueOf(id)) + query;
    }

    static Call get(String path) {
        return new Call("GET", path, null);
    }
}
