package org.ashlar.platform.problem;

import java.util.List;

/**
 * What is wrong with one field.
 *
 * @param field path in the request, for example {@code lines[2].quantity}
 * @param code message key, for example {@code sales.order.line.quantityNegative}
 * @param args arguments of the message, in order
 */
public record FieldError(String field, String code, List<Object> args) {

    /** With plain arguments. */
    public static FieldError of(String field, String code, Object... args) {
        return new FieldError(field, code, List.of(args));
    }
}
