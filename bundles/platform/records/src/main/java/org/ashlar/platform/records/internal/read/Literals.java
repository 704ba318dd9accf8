package org.ashlar.platform.records.internal.read;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.ashlar.platform.meta.FieldInfo;

/** Turns the texts of a filter into typed values, or says what is wrong with them. */
final class Literals {

    private Literals() {
    }

    static Object parse(FieldInfo field, String path, String text) {
        try {
            return switch (field.type()) {
                case TEXT -> text;
                case INTEGER -> Long.valueOf(text);
                case REF -> Long.valueOf(text);
                case DECIMAL -> new BigDecimal(text);
                case BOOLEAN -> bool(path, text);
                case DATE -> LocalDate.parse(text);
                case INSTANT -> instant(text);
                case ENUM -> option(field, path, text);
                case LINES -> throw ReadProblems.value(path, "platform.filter.notComparable", path);
            };
        } catch (NumberFormatException e) {
            String code = switch (field.type()) {
                case DECIMAL -> "platform.value.decimal";
                case REF -> "platform.value.ref";
                default -> "platform.value.integer";
            };
            throw ReadProblems.value(path, code, text);
        } catch (DateTimeParseException e) {
            throw ReadProblems.value(path,
                    field.type() == org.ashlar.platform.meta.FieldType.DATE ? "platform.value.date" : "platform.value.instant",
                    text);
        }
    }

    private static Boolean bool(String path, String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw ReadProblems.value(path, "platform.value.boolean", text);
        };
    }

    private static Instant instant(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    }

    private static String option(FieldInfo field, String path, String text) {
        if (!field.options().contains(text)) {
            throw ReadProblems.value(path, "platform.value.enum", text, String.join(", ", field.options()));
        }
        return text;
    }

    /** A LIKE pattern with {@code !} as escape from a text with {@code *} as wildcard; lower case. */
    static String like(String text) {
        StringBuilder pattern = new StringBuilder(text.length() + 4);
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            switch (c) {
                case '*' -> pattern.append('%');
                case '%', '_', '!' -> pattern.append('!').append(c);
                default -> pattern.append(c);
            }
        }
        return pattern.toString();
    }

    /** A LIKE pattern for texts that contain this one; lower case. */
    static String contains(String text) {
        return "%" + like(text.replace("*", "")) + "%";
    }
}
