package org.ashlar.platform.problem;

import java.util.Arrays;
import java.util.List;

/**
 * A refusal that the user can act on. The code is a message key of the throwing module's bundle
 * ({@code ASHLAR-INF/i18n/messages_en.properties}, {@code messages_zh.properties}; {@link java.text.MessageFormat}
 * arguments); the way out belongs into the message. Rolls the transaction back.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;
    private final String code;
    private final transient List<Object> args;
    private final transient List<FieldError> errors;

    /** A problem with field errors. */
    public Problem(ProblemKind kind, String code, List<Object> args, List<FieldError> errors) {
        super(kind + " " + code + " " + args + (errors.isEmpty() ? "" : " " + errors));
        this.kind = kind;
        this.code = code;
        this.args = List.copyOf(args);
        this.errors = List.copyOf(errors);
    }

    /** A problem without a field. */
    public static Problem of(ProblemKind kind, String code, Object... args) {
        return new Problem(kind, code, safe(args), List.of());
    }

    /** A broken business rule (422) at one field. */
    public static Problem rule(String field, String code, Object... args) {
        return new Problem(ProblemKind.RULE, code, safe(args), List.of(new FieldError(field, code, safe(args))));
    }

    /** Several broken business rules (422); a code that is one of the errors' is said with that error's arguments. */
    public static Problem rules(String code, List<FieldError> errors) {
        List<Object> args = errors.stream().filter(e -> e.code().equals(code)).findFirst().map(FieldError::args).orElse(List.of());
        return new Problem(ProblemKind.RULE, code, args, errors);
    }

    /** No such record in the caller's company (404). */
    public static Problem notFound(String model, Object id) {
        return of(ProblemKind.NOT_FOUND, "platform.record.notFound", model, String.valueOf(id));
    }

    private static List<Object> safe(Object[] args) {
        return Arrays.stream(args).map(a -> a == null ? (Object) "" : a).toList();
    }

    /** Kind with HTTP status. */
    public ProblemKind kind() {
        return kind;
    }

    /** Message key. */
    public String code() {
        return code;
    }

    /** Message arguments. */
    public List<Object> args() {
        return args;
    }

    /** Errors per field. */
    public List<FieldError> errors() {
        return errors;
    }
}
