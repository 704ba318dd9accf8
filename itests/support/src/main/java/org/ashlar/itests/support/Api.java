package org.ashlar.itests.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A user of the public REST interface with a token, a company and a language. Immutable, thread-safe. */
public final class Api {

    /** JSON with exact decimals. */
    public static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10)).build();

    private final String base;
    private final Map<String, String> headers;

    private Api(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = Map.copyOf(headers);
    }

    /** Nobody, at an address such as {@code http://127.0.0.1:8181/api/v1}. */
    public static Api at(String base) {
        return new Api(base, Map.of("Accept-Language", "en"));
    }

    /** With another or one more header. */
    public Api with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Api(base, more);
    }

    /** Signed in by token. */
    public Api token(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** In another language. */
    public Api language(String tag) {
        return with("Accept-Language", tag);
    }

    /** In another company. */
    public Api company(long id) {
        return with("X-Ashlar-Company", String.valueOf(id));
    }

    /** GET. */
    public Answer get(String path) {
        return send("GET", path, null);
    }

    /** POST of a JSON text with {@code '} for {@code "}, or of a tree. */
    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    /** PATCH with If-Match of a version. */
    public Answer patch(String path, long version, Object body) {
        return with("If-Match", "\"" + version + "\"").send("PATCH", path, body);
    }

    /** DELETE with If-Match of a version. */
    public Answer delete(String path, long version) {
        return with("If-Match", "\"" + version + "\"").send("DELETE", path, null);
    }

    /** Any method. */
    public Answer send(String method, String path, Object body) {
        HttpRequest.BodyPublisher publisher = body == null ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(text(body));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(3))
                .method(method, publisher);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        return exchange(request.build());
    }

    /** Uploads a file to {@code /imports} with its mapping and returns the job's id. */
    public long startImport(String fileName, byte[] content, Object mapping, boolean dryRun) {
        String boundary = UUID.randomUUID().toString();
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"mapping\"\r\n"
                + "Content-Type: application/json\r\n\r\n" + text(mapping) + "\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName + "\"\r\n"
                + "Content-Type: text/csv\r\n\r\n";
        String tail = "\r\n--" + boundary + "--\r\n";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/imports?dryRun=" + dryRun))
                .timeout(Duration.ofMinutes(3)).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(java.util.List.of(head.getBytes(StandardCharsets.UTF_8),
                        content, tail.getBytes(StandardCharsets.UTF_8))));
        headers.forEach(request::header);
        return exchange(request.build()).expect(202).json().path("id").asLong();
    }

    /** Sends a file as the body. */
    public Answer body(String path, String type, Path file) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(3))
                    .header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofFile(file));
            headers.forEach(request::header);
            return exchange(request.build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends one file as the part {@code file}. */
    public Answer upload(String path, String fileName, byte[] content) {
        String boundary = UUID.randomUUID().toString();
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(3))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(java.util.List.of(head.getBytes(StandardCharsets.UTF_8),
                        content, ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8))));
        headers.forEach(request::header);
        return exchange(request.build());
    }

    /** Imports and waits for the end; returns the tally ({@code rows, created, updated, existing, rejected}). */
    public JsonNode importFile(String fileName, byte[] content, Object mapping, boolean dryRun) {
        long job = startImport(fileName, content, mapping, dryRun);
        JsonNode status = awaitJob(job);
        if (!"DONE".equals(status.path("state").asText())) {
            throw new AssertionError("Import of " + fileName + " ended as " + status);
        }
        JsonNode result = status.path("result");
        try {
            JsonNode tally = result.isTextual() ? JSON.readTree(result.asText()) : result;
            return ((ObjectNode) tally).put("job", job);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits at most ten minutes until a job has ended. */
    public JsonNode awaitJob(long job) {
        long until = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        JsonNode status = get("/jobs/" + job).expect(200).json();
        while ("QUEUED".equals(status.path("state").asText()) || "RUNNING".equals(status.path("state").asText())) {
            if (System.nanoTime() > until) {
                throw new AssertionError("Job did not end: " + status);
            }
            Waiting.millis(100);
            status = get("/jobs/" + job).expect(200).json();
        }
        return status;
    }

    /** GET of a file, as it is; fails unless the status is 200. */
    public byte[] file(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(3)).GET();
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new AssertionError("Expected status 200 but was " + response.statusCode() + ": " + path);
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Answer exchange(HttpRequest request) {
        try {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body(), json(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String body) {
        if (body == null || body.isBlank() || (body.charAt(0) != '{' && body.charAt(0) != '[')) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String text(Object body) {
        if (body instanceof String text) {
            return text.indexOf('"') < 0 ? text.replace('\'', '"') : text;
        }
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
