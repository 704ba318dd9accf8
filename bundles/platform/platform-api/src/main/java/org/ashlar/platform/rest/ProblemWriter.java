package org.ashlar.platform.rest;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whatever was thrown into an RFC 9457 problem document in the user's language. One place for every way out, so
 * that no stack trace, SQL text or class name ever leaves the server. Thread-safe.
 */
public final class ProblemWriter {

    /** Media type of the documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Code of failures that are nobody's mistake but ours. */
    public static final String UNEXPECTED = "platform.unexpected";

    private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);
    private static final int RETRY_SECONDS = 5;

    private ProblemWriter() {
    }

    /**
     * The answer to a failed request. Unexpected failures are logged with an id that the answer repeats.
     *
     * @param instance path of the request
     */
    public static ProblemAnswer answer(Throwable failure, Locale locale, Messages messages, String instance) {
        Problem problem = Failures.problem(failure);
        if (problem == null) {
            String errorId = UUID.randomUUID().toString();
            LOG.error("Request {} failed, error id {}", instance, errorId, failure);
            return new ProblemAnswer(500, json(500, UNEXPECTED, List.of(errorId), List.of(), locale, messages, instance), 0,
                    null);
        }
        int status = problem.kind().status();
        int retryAfter = problem.kind() == ProblemKind.UNAVAILABLE || problem.kind() == ProblemKind.TOO_MANY
                ? RETRY_SECONDS : 0;
        return new ProblemAnswer(status,
                json(status, problem.code(), problem.args(), problem.errors(), locale, messages, instance), retryAfter,
                problem);
    }

    /**
     * The language of an answer: the first of an Accept-Language header that the suite speaks, else the other one given.
     *
     * @param acceptLanguage header or {@code null}
     * @param otherwise the caller's language, {@code null} for English
     */
    public static Locale locale(String acceptLanguage, Locale otherwise) {
        if (acceptLanguage != null && !acceptLanguage.isBlank()) {
            try {
                for (Locale.LanguageRange range : Locale.LanguageRange.parse(acceptLanguage)) {
                    String tag = range.getRange();
                    if (range.getWeight() > 0 && (tag.startsWith("zh") || tag.startsWith("en"))) {
                        return tag.startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH;
                    }
                }
            } catch (IllegalArgumentException malformed) {
                return otherwise == null ? Locale.ENGLISH : otherwise;
            }
        }
        return otherwise == null ? Locale.ENGLISH : otherwise;
    }

    private static String json(int status, String code, List<Object> args, List<FieldError> errors, Locale locale,
            Messages messages, String instance) {
        StringBuilder out = new StringBuilder(256);
        out.append("{\"type\":");
        quote(out, "urn:ashlar:problem:" + code);
        out.append(",\"title\":");
        quote(out, messages.text(locale, "problem." + status, List.of()));
        out.append(",\"status\":").append(status).append(",\"code\":");
        quote(out, code);
        out.append(",\"detail\":");
        quote(out, messages.text(locale, code, args));
        if (instance != null) {
            out.append(",\"instance\":");
            quote(out, instance);
        }
        out.append(",\"errors\":[");
        for (int i = 0; i < errors.size(); i++) {
            FieldError error = errors.get(i);
            out.append(i == 0 ? "{\"field\":" : ",{\"field\":");
            quote(out, error.field());
            out.append(",\"code\":");
            quote(out, error.code());
            out.append(",\"message\":");
            quote(out, messages.text(locale, error.code(), error.args()));
            out.append('}');
        }
        return out.append("]}").toString();
    }

    private static void quote(StringBuilder out, String text) {
        if (text == null) {
            out.append("null");
            return;
        }
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20 || c == 0x7f || Character.isSurrogate(c) && !paired(text, i)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private static boolean paired(String text, int i) {
        char c = text.charAt(i);
        return Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                || Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
