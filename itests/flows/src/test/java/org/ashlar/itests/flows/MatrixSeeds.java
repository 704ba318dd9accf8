package org.ashlar.itests.flows;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;

/**
 * Makes a record of every model that the running suite has and lets be created, from its description alone, with a mark
 * in each text that would take one: the mark names the model, so whoever finds it knows what leaked.
 */
final class MatrixSeeds {

    private static final Pattern MARK = Pattern.compile("ZQ[A-Z]\\d{3}K");
    private static final int ROUNDS = 2;
    private static final int TRIES = 5;
    private static final int MARK_LENGTH = 7;

    /** A model of the running suite. */
    record Model(String id, String path, JsonNode meta, int number) {

        List<String> texts() {
            List<String> texts = new ArrayList<>();
            meta.path("fields").forEach(f -> {
                if (f.path("type").asText().equals("text")) {
                    texts.add(f.path("name").asText());
                }
            });
            return texts;
        }
    }

    private final Api admin;
    private final char company;
    private final Map<String, Model> models = new TreeMap<>();
    private final Map<String, Long> ids = new TreeMap<>();
    private final Map<String, Long> any = new HashMap<>();
    private final Set<Long> more = new TreeSet<>();

    MatrixSeeds(Api admin, char company) {
        this.admin = admin;
        this.company = company;
        int number = 100;
        for (JsonNode model : admin.get("/meta").expect(200).json().path("models")) {
            String id = model.path("id").asText();
            models.put(id, new Model(id, model.path("path").asText().replace("/api/v1", ""),
                    admin.get("/meta/" + id).expect(200).json(), number++));
        }
    }

    /** Models by id. */
    Map<String, Model> models() {
        return models;
    }

    /** Id of the record that was made of a model, by model. */
    Map<String, Long> ids() {
        return ids;
    }

    /** Marks in a text. */
    static Set<String> marks(String text) {
        Set<String> found = new HashSet<>();
        Matcher matcher = MARK.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    /** The mark of a model's record. */
    String mark(Model model) {
        return "ZQ" + company + model.number() + "K";
    }

    private static String talk(Model model) {
        return "ZQT" + model.number() + "K";
    }

    /** The model that a mark of this company names, {@code null} if it is another company's. */
    Model of(String mark, boolean talks) {
        return models.values().stream().filter(m -> mark(m).equals(mark) || talks && talk(m).equals(mark)).findFirst()
                .orElse(null);
    }

    void plant() {
        for (int round = 0; round < ROUNDS; round++) {
            for (Model model : models.values()) {
                if (!ids.containsKey(model.id()) && model.meta().path("create").asBoolean()) {
                    plant(model);
                }
            }
        }
    }

    /** Comments, tasks and files on the records, with marks of their own: they belong to the record and to none of its fields. */
    void discuss() {
        ids.forEach((model, id) -> {
            Model of = models.get(model);
            String mark = talk(of);
            admin.post("/threads" + of.path() + "/" + id + "/comments", Map.of("text", mark));
            remember(admin.post("/activities", Map.of("summary", mark, "model", model, "recordId", id)));
            remember(admin.upload("/files" + of.path() + "/" + id, mark + ".txt", mark.getBytes(StandardCharsets.UTF_8)));
        });
    }

    private void remember(Answer answer) {
        if (answer.status() / 100 == 2) {
            answer.json().findValues("id").forEach(i -> more.add(i.asLong()));
            answer.json().findValues("version").stream().filter(v -> v.asLong() > 100).forEach(v -> more.add(v.asLong()));
        }
    }

    /** Ids of what hangs on the records. */
    Set<Long> more() {
        return more;
    }

    private void plant(Model model) {
        Map<String, Object> body = new LinkedHashMap<>();
        model.meta().path("fields").forEach(f -> fill(model, f, body, mark(model)));
        for (int i = 0; i < TRIES; i++) {
            Answer answer = admin.post(model.path(), body);
            if (answer.status() == 201) {
                ids.put(model.id(), answer.id());
                return;
            }
            if (!repair(model, body, answer)) {
                return;
            }
        }
    }

    /** Takes out what was refused; a refused text that has to be there is tried in the ways that codes are written. */
    private static boolean repair(Model model, Map<String, Object> body, Answer answer) {
        boolean changed = false;
        for (JsonNode error : answer.json().path("errors")) {
            String name = error.path("field").asText().replaceAll("[\\[.].*", "");
            Object value = body.get(name);
            if (value instanceof String text && MARK.matcher(text).matches() && required(model, name)) {
                body.put(name, text.toLowerCase(java.util.Locale.ROOT));
                changed = true;
            } else {
                changed |= body.remove(name) != null;
            }
        }
        return changed;
    }

    private static boolean required(Model model, String name) {
        for (JsonNode field : model.meta().path("fields")) {
            if (field.path("name").asText().equals(name)) {
                return field.path("required").asBoolean();
            }
        }
        return false;
    }

    private void fill(Model model, JsonNode field, Map<String, Object> body, String mark) {
        String name = field.path("name").asText();
        if (field.path("readonly").asBoolean() || name.equals("id") || name.equals("historic")) {
            return;
        }
        boolean required = field.path("required").asBoolean();
        switch (field.path("type").asText()) {
            case "text" -> text(field, name, required, body, mark);
            case "enum" -> {
                if (required) {
                    body.put(name, field.path("options").path(0).path("value").asText());
                }
            }
            case "ref" -> {
                Long id = required || field.path("target").asText().equals("masters.party") ? existing(field) : null;
                if (id != null) {
                    body.put(name, id);
                }
            }
            case "decimal", "integer" -> put(body, name, required, 1);
            case "date" -> put(body, name, required, "2026-01-15");
            case "instant" -> put(body, name, required, "2026-01-15T00:00:00Z");
            case "boolean" -> put(body, name, name.equals("customer") || name.equals("vendor") || required,
                    name.equals("customer") || name.equals("vendor"));
            case "lines" -> lines(field, name, required, body, mark);
            default -> put(body, name, required, mark);
        }
    }

    private static void put(Map<String, Object> body, String name, boolean wanted, Object value) {
        if (wanted) {
            body.put(name, value);
        }
    }

    private static void text(JsonNode field, String name, boolean required, Map<String, Object> body, String mark) {
        switch (name) {
            case "currency" -> body.put(name, "USD");
            case "unit", "weightUnit" -> body.put(name, "EA");
            case "country" -> body.put(name, "US");
            case "model" -> body.put(name, "masters.party");
            case "email" -> body.put(name, mark + "@example.com");
            default -> put(body, name, required || field.path("length").asInt() >= MARK_LENGTH, mark);
        }
    }

    private void lines(JsonNode field, String name, boolean required, Map<String, Object> body, String mark) {
        Answer meta = required ? admin.get("/meta/" + field.path("target").asText()) : null;
        if (meta != null && meta.status() == 200) {
            Map<String, Object> line = new LinkedHashMap<>();
            meta.json().path("fields").forEach(f -> {
                if (f.path("required").asBoolean() || f.path("name").asText().equals("text")) {
                    fill(null, f, line, mark);
                }
            });
            body.put(name, List.of(line));
        }
    }

    private Long existing(JsonNode field) {
        String target = field.path("target").asText();
        Long known = ids.get(target);
        if (known == null && models.containsKey(target)) {
            known = any.computeIfAbsent(target, t -> {
                long id = admin.get(models.get(t).path() + "?limit=1&fields=id").json().path("rows").path(0).path("id").asLong();
                return id == 0 ? null : id;
            });
        }
        return known;
    }
}
