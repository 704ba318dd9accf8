package org.ashlar.platform.records.internal.write;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.TextFormat;
import org.ashlar.platform.records.internal.store.TextFormats;

/** Turns JSON-like values into the Java types of fields, or says exactly what is wrong with them. */
public final class Coercion {

    /** What {@link #value} answers when it has added an error. */
    public static final Object WRONG = new Object();

    private static final int MAX_DIGITS = 1_000;

    private Coercion() {
    }

    /** The value for a field of this Java type; {@link #WRONG} after adding an error. */
    public static Object value(FieldInfo field, Class<?> javaType, Object raw, String path, Errors errors) {
        if (raw == null) {
            return null;
        }
        return switch (field.type()) {
            case TEXT -> formatted(field, text(raw, field.length(), path, errors), path, errors);
            case INTEGER -> integer(raw, javaType, path, errors);
            case DECIMAL -> decimal(raw, field.precision(), field.scale(), path, errors);
            case BOOLEAN -> bool(raw, path, errors);
            case DATE -> date(raw, path, errors);
            case INSTANT -> instant(raw, path, errors);
            case ENUM -> javaType == String.class ? word(field.options(), raw, path, errors)
                    : option(raw, javaType, path, errors);
            case REF -> ref(raw, path, errors);
            case LINES -> wrong(path, errors, "platform.value.lines");
        };
    }

    private static Object formatted(FieldInfo field, Object text, String path, Errors errors) {
        if (text == WRONG || field.format() == TextFormat.PLAIN) {
            return text;
        }
        String made = TextFormats.of(field.format(), (String) text);
        return made == null ? wrong(path, errors, "platform.value.picture") : text(made, field.length(), path, errors);
    }

    /** A text. */
    static Object text(Object raw, int length, String path, Errors errors) {
        if (raw instanceof Map || raw instanceof Iterable) {
            return wrong(path, errors, "platform.value.text");
        }
        String text = raw instanceof BigDecimal decimal ? decimal.toPlainString() : raw.toString();
        if (text.indexOf('\0') >= 0) {
            return wrong(path, errors, "platform.value.text");
        }
        if (length > 0 && text.length() > length) {
            return wrong(path, errors, "platform.value.tooLong", length, text.length());
        }
        return text;
    }

    /** A whole number of this Java type. */
    static Object integer(Object raw, Class<?> javaType, String path, Errors errors) {
        BigInteger number;
        try {
            if (raw instanceof Long || raw instanceof Integer || raw instanceof Short) {
                number = BigInteger.valueOf(((Number) raw).longValue());
            } else if (raw instanceof BigInteger big) {
                number = big;
            } else if (raw instanceof String || raw instanceof Number) {
                number = number(raw).toBigIntegerExact();
            } else {
                return wrong(path, errors, "platform.value.integer", raw);
            }
        } catch (ArithmeticException | NumberFormatException e) {
            return wrong(path, errors, "platform.value.integer", raw);
        }
        int bits = javaType == Integer.class || javaType == int.class ? 31
                : javaType == Short.class || javaType == short.class ? 15 : 63;
        if (number.bitLength() > bits) {
            return wrong(path, errors, "platform.value.tooLarge", raw);
        }
        if (bits == 31) {
            return number.intValue();
        }
        return bits == 15 ? (Object) number.shortValue() : (Object) number.longValue();
    }

    /** A decimal number; precision 0 means any. */
    static Object decimal(Object raw, int precision, int scale, String path, Errors errors) {
        BigDecimal number;
        try {
            if (!(raw instanceof Number) && !(raw instanceof String)) {
                return wrong(path, errors, "platform.value.decimal", raw);
            }
            number = number(raw);
        } catch (NumberFormatException | ArithmeticException e) {
            return wrong(path, errors, "platform.value.decimal", raw);
        }
        if (precision == 0) {
            return number;
        }
        if (number.scale() > scale) {
            number = number.stripTrailingZeros();
            if (number.scale() > scale) {
                return wrong(path, errors, "platform.value.scale", scale, raw);
            }
        }
        if (number.precision() - number.scale() > precision - scale) {
            return wrong(path, errors, "platform.value.tooLarge", raw);
        }
        return number.setScale(scale);
    }

    private static BigDecimal number(Object raw) {
        if (raw instanceof BigDecimal decimal) {
            return bounded(decimal);
        }
        String text = raw.toString().trim();
        if (text.length() > MAX_DIGITS) {
            throw new NumberFormatException("too many digits");
        }
        return bounded(new BigDecimal(text));
    }

    /** 1e999999999 is short to write and expensive to compute with. */
    private static BigDecimal bounded(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MAX_DIGITS || number.precision() > MAX_DIGITS) {
            throw new NumberFormatException("out of range");
        }
        return number;
    }

    static Object bool(Object raw, String path, Errors errors) {
        if (raw instanceof Boolean) {
            return raw;
        }
        return switch (raw.toString()) {
            case "true" -> true;
            case "false" -> false;
            default -> wrong(path, errors, "platform.value.boolean", raw);
        };
    }

    static Object date(Object raw, String path, Errors errors) {
        if (raw instanceof LocalDate) {
            return raw;
        }
        try {
            LocalDate date = LocalDate.parse(raw.toString().trim());
            if (date.getYear() >= 1 && date.getYear() <= 9999) {
                return date;
            }
        } catch (DateTimeException e) {
            return wrong(path, errors, "platform.value.date", raw);
        }
        return wrong(path, errors, "platform.value.date", raw);
    }

    static Object instant(Object raw, String path, Errors errors) {
        if (raw instanceof Instant) {
            return raw;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(raw.toString().trim());
            if (time.getYear() >= 1 && time.getYear() <= 9998) {
                return time.toInstant();
            }
        } catch (DateTimeException e) {
            return wrong(path, errors, "platform.value.instant", raw);
        }
        return wrong(path, errors, "platform.value.instant", raw);
    }

    static Object option(Object raw, Class<?> javaType, String path, Errors errors) {
        for (Object constant : javaType.getEnumConstants()) {
            if (constant == raw || ((Enum<?>) constant).name().equals(raw.toString())) {
                return constant;
            }
        }
        return wrong(path, errors, "platform.value.enum", raw, Arrays.stream(javaType.getEnumConstants())
                .map(c -> ((Enum<?>) c).name()).collect(Collectors.joining(", ")));
    }

    /** One of the options of a field that is defined as data. */
    private static Object word(List<String> options, Object raw, String path, Errors errors) {
        return options.contains(raw.toString()) ? raw.toString()
                : wrong(path, errors, "platform.value.enum", raw, String.join(", ", options));
    }

    static Object ref(Object raw, String path, Errors errors) {
        Object id = raw instanceof Map<?, ?> map ? map.get("id") : raw;
        if (id == null) {
            return raw instanceof Map ? wrong(path, errors, "platform.value.ref", raw) : null;
        }
        if (id instanceof Long || id instanceof Integer) {
            return ((Number) id).longValue();
        }
        try {
            return Long.valueOf(id.toString().trim());
        } catch (NumberFormatException e) {
            return wrong(path, errors, "platform.value.ref", raw);
        }
    }

    private static Object wrong(String path, Errors errors, String code, Object... args) {
        Object[] safe = Arrays.stream(args).map(Coercion::shortened).toArray();
        errors.add(path, code, safe);
        return WRONG;
    }

    /** Numbers become texts, else the message would format them in the reader's language. */
    private static Object shortened(Object arg) {
        String text = arg == null ? "" : arg instanceof BigDecimal d && Math.abs(d.scale()) <= MAX_DIGITS
                ? d.toPlainString() : arg.toString();
        return text.length() > 100 ? text.substring(0, 100) + "..." : text;
    }
}
