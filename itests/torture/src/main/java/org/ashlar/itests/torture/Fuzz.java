package org.ashlar.itests.torture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;

/** Requests made from the OpenAPI document with hostile values: no 5xx, no stack trace. Seeded, so that a finding comes again. */
final class Fuzz implements Trial {

    private static final List<String> HOSTILE = List.of("", "'", "\"", "<script>alert(1)</script>", "../../etc/passwd", "\u0000",
            "\uD800", "null", "true", "-1", "0", "1e400", "99999999999999999999", "NaN", "2026-02-30", "0000-00-00",
            "${jndi:ldap://x}", "{{7*7}}", "%00", "%2e%2e%2f", "' or 1=1--", "id=in=(", "a==b;c", "((((((((", "张三李四", "\u202E",
            "x".repeat(5000), "[]", "{}", "*", "id==*", ";", ",", "-id,-id", "id.id.id.id.id");

    @Override
    public String name() {
        return "fuzz";
    }

    @Override
    public String title() {
        return "requests made from the OpenAPI document with hostile values: no 5xx, no stack trace";
    }

    @Override
    public void run(Ground ground, Report report) {
        int requests = ground.size(100_000, 3_000);
        JsonNode paths = ground.api().get("/openapi.json").expect(200).json().path("paths");
        List<String[]> operations = new ArrayList<>();
        Map<String, List<String>> queries = new TreeMap<>();
        paths.fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
            String method = operation.getKey().toUpperCase(java.util.Locale.ROOT);
            if (!List.of("GET", "POST", "PATCH", "DELETE", "PUT").contains(method) || dangerous(path.getKey())) {
                return;
            }
            operations.add(new String[] {method, path.getKey()});
            List<String> names = new ArrayList<>();
            operation.getValue().path("parameters").forEach(p -> {
                if ("query".equals(p.path("in").asText())) {
                    names.add(p.path("name").asText());
                }
            });
            queries.put(method + path.getKey(), names);
        }));
        Map<String, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
        Map<String, String> broken = new ConcurrentSkipListMap<>();
        new Crowd(4, requests / 4, (client, turn) -> {
            Random random = new Random(client * 1_000_003L + turn);
            String[] operation = operations.get(random.nextInt(operations.size()));
            String path = fill(operation[1], random) + query(queries.get(operation[0] + operation[1]), random);
            Object body = "GET".equals(operation[0]) || "DELETE".equals(operation[0]) ? null : body(random);
            Api api = random.nextInt(10) == 0 ? ground.instance().anonymous() : ground.api();
            Answer answer;
            try {
                answer = api.with("Idempotency-Key", "fuzz-" + client + "-" + turn).send(operation[0], path, body);
            } catch (IllegalArgumentException | java.io.UncheckedIOException e) {
                return;
            }
            statuses.computeIfAbsent(answer.status() / 100 + "xx", s -> new AtomicInteger()).incrementAndGet();
            if (answer.status() >= 500 && answer.status() != 503 || answer.text() != null
                    && (answer.text().contains("\tat ") || answer.text().contains("Exception:"))) {
                broken.putIfAbsent(operation[0] + " " + operation[1] + " " + answer.status(), path + " " + body + " -> "
                        + answer.text());
            }
        }).join();
        broken.forEach((where, what) -> System.out.println(where + ": " + what.substring(0, Math.min(600, what.length()))));
        statuses.forEach((status, count) -> report.did("answers " + status, count.get(), ""));
        report.did("operations in the document", operations.size(), "");
        report.atMost("operations with a 5xx or a stack trace", broken.size(), 0, "");
        report.atMost("breaches of the auditor", ground.breaches(), 0, "");
    }

    /** What would end the run itself: sessions, modules, users' passwords, backups. */
    private static boolean dangerous(String path) {
        return path.contains("session") || path.contains("modules") || path.contains("setPassword") || path.contains("setup")
                || path.contains("endSessions") || path.contains("backup") || path.contains("restore") || path.contains("/events")
                || path.contains("totp") || path.contains("token") || path.contains("/operations");
    }

    private static String value(Random random) {
        return random.nextInt(3) == 0 ? String.valueOf(random.nextInt(2000)) : HOSTILE.get(random.nextInt(HOSTILE.size()));
    }

    private static String encoded(String value) {
        return java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String fill(String path, Random random) {
        StringBuilder filled = new StringBuilder();
        for (String part : path.split("/")) {
            if (!part.isEmpty()) {
                filled.append('/').append(part.contains("{") ? part.replaceAll("\\{[^}]*}",
                        java.util.regex.Matcher.quoteReplacement(encoded(value(random)))) : part);
            }
        }
        return filled.toString();
    }

    private static String query(List<String> names, Random random) {
        StringBuilder query = new StringBuilder();
        for (String name : names) {
            if (random.nextInt(3) == 0) {
                query.append(query.length() == 0 ? '?' : '&').append(encoded(name)).append('=').append(encoded(value(random)));
            }
        }
        return query.toString();
    }

    private static Object body(Random random) {
        if (random.nextInt(8) == 0) {
            return List.of("{", "[1,2", "\"text\" ", "{\"a\":{\"a\":{\"a\":[[[[]]]]}}}", "[{}]", "{\"\":1}").get(random.nextInt(6));
        }
        var node = Api.JSON.createObjectNode();
        List<String> fields = List.of("name", "code", "party", "lines", "date", "quantity", "kind", "state", "id", "version",
                "companyId", "amount", "product", "login", "items", "operation", "reason");
        for (int i = random.nextInt(6); i > 0; i--) {
            String field = fields.get(random.nextInt(fields.size()));
            switch (random.nextInt(5)) {
                case 0 -> node.put(field, random.nextInt());
                case 1 -> node.putArray(field).add(value(random)).addObject().put("product", value(random));
                case 2 -> node.putObject(field).put("id", value(random));
                case 3 -> node.putNull(field);
                default -> node.put(field, value(random));
            }
        }
        return node;
    }
}
