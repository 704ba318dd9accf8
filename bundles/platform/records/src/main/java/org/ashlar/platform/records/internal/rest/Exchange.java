package org.ashlar.platform.records.internal.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.tx.StatementCount;

/** One request and its answer. One thread. */
final class Exchange {

    private static final String JSON = "application/json";

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Locale locale;

    Exchange(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        this.request = request;
        this.response = response;
        this.locale = locale;
    }

    HttpServletRequest request() {
        return request;
    }

    Locale locale() {
        return locale;
    }

    String parameter(String name) {
        String value = request.getParameter(name);
        return value == null || value.isEmpty() ? null : value;
    }

    long number(String name, long otherwise) {
        String value = parameter(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            FieldError error = FieldError.of(name, "platform.value.integer", value);
            throw new Problem(ProblemKind.BAD_REQUEST, error.code(), error.args(), List.of(error));
        }
    }

    boolean flag(String name, boolean otherwise) {
        String value = parameter(name);
        return value == null ? otherwise : value.equals("true");
    }

    void header(String name, String value) {
        if (value != null) {
            response.setHeader(name, value);
        }
    }

    void etag(long version) {
        response.setHeader("ETag", etagOf(version));
        response.setHeader("Cache-Control", "private, no-cache");
    }

    static String etagOf(long version) {
        return "\"" + version + "\"";
    }

    /** Whether the caller has this version already. */
    boolean has(String etag) {
        String header = request.getHeader("If-None-Match");
        return header != null && (header.contains(etag) || header.trim().equals("*"));
    }

    /** Version of If-Match; {@code null} for any. */
    Integer version(boolean required) {
        String header = request.getHeader("If-Match");
        if (header == null || header.isBlank()) {
            if (required) {
                throw Problem.of(ProblemKind.PRECONDITION, "platform.record.versionRequired");
            }
            return null;
        }
        String text = header.trim();
        if (text.equals("*")) {
            return null;
        }
        text = text.startsWith("W/") ? text.substring(2) : text;
        text = text.replace("\"", "");
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw Problem.of(ProblemKind.STALE, "platform.record.stale", header);
        }
    }

    void status(int status) {
        timing();
        response.setStatus(status);
    }

    /** In bench mode, what the database did for this request until now. */
    private void timing() {
        if (StatementCount.enabled()) {
            response.setHeader("Ashlar-Statements", Long.toString(StatementCount.statements()));
            response.setHeader("Server-Timing", "db;desc=\"" + StatementCount.statements() + " statements\";dur="
                    + StatementCount.nanos() / 1_000 / 1_000.0);
        }
    }

    /** Sends content, written straight into the response. */
    void send(int status, Json.Content content) throws IOException {
        timing();
        response.setStatus(status);
        response.setContentType(JSON);
        response.setCharacterEncoding("UTF-8");
        // Closed only after all is well: closing after a failure would send half a document as a whole one.
        JsonGenerator out = Json.generator(response.getOutputStream());
        content.write(out);
        out.close();
    }

    /** Begins an answer that is written piece by piece; closing the generator ends it. */
    JsonGenerator stream() throws IOException {
        timing();
        response.setStatus(200);
        response.setContentType(JSON);
        response.setCharacterEncoding("UTF-8");
        return Json.generator(response.getOutputStream());
    }

    /** Sends a finished body. */
    void send(int status, String body) throws IOException {
        timing();
        response.setStatus(status);
        if (body != null) {
            byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            response.setContentType(JSON);
            response.setCharacterEncoding("UTF-8");
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }
}
