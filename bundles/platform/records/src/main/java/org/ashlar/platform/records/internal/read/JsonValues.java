package org.ashlar.platform.records.internal.read;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;

/** Writes values the way that every answer has them: decimals plain and without trailing zeros, dates as ISO texts. */
public final class JsonValues {

    private JsonValues() {
    }

    /** A named value. */
    public static void field(JsonGenerator out, String name, Object value) throws IOException {
        out.writeFieldName(name);
        write(out, value);
    }

    /** A value. */
    public static void write(JsonGenerator out, Object value) throws IOException {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Long number) {
            out.writeNumber(number);
        } else if (value instanceof BigDecimal decimal) {
            out.writeNumber(plain(decimal));
        } else if (value instanceof Boolean bool) {
            out.writeBoolean(bool);
        } else if (value instanceof Number number) {
            out.writeNumber(number.longValue());
        } else if (value instanceof Temporal || value instanceof Enum<?>) {
            out.writeString(value.toString());
        } else if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                field(out, String.valueOf(entry.getKey()), entry.getValue());
            }
            out.writeEndObject();
        } else if (value instanceof List<?> list) {
            out.writeStartArray();
            for (Object item : list) {
                write(out, item);
            }
            out.writeEndArray();
        } else {
            out.writeString(value.toString());
        }
    }

    private static String plain(BigDecimal decimal) {
        if (decimal.signum() == 0) {
            return "0";
        }
        return decimal.scale() > 0 ? decimal.stripTrailingZeros().toPlainString() : decimal.toPlainString();
    }
}
