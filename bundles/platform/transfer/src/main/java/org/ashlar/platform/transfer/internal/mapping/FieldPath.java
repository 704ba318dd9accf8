package org.ashlar.platform.transfer.internal.mapping;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A target field: {@code name} or {@code lines[2].name}.
 *
 * @param lines field that holds the lines, {@code null} for a field of the record itself
 * @param index line, from 0; at most 99
 * @param field field name
 */
public record FieldPath(String lines, int index, String field) {

    private static final Pattern NESTED = Pattern.compile("(\\w+)\\[(\\d{1,2})\\]\\.(\\w+)");
    private static final Pattern PLAIN = Pattern.compile("\\w+");

    /** Parses a path; empty if it is none. */
    public static Optional<FieldPath> parse(String text) {
        Matcher nested = NESTED.matcher(text);
        if (nested.matches()) {
            return Optional.of(new FieldPath(nested.group(1), Integer.parseInt(nested.group(2)), nested.group(3)));
        }
        return PLAIN.matcher(text).matches() ? Optional.of(new FieldPath(null, 0, text)) : Optional.empty();
    }
}
