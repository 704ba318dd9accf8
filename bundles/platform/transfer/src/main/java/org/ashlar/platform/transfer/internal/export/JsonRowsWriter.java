package org.ashlar.platform.transfer.internal.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;

/** One JSON array of flat objects, decimals as numbers. */
final class JsonRowsWriter implements RowsWriter {

    private final JsonGenerator out;
    private List<String> columns = List.of();

    JsonRowsWriter(OutputStream stream) throws IOException {
        out = JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build().createGenerator(stream);
        out.writeStartArray();
    }

    @Override
    public void header(List<String> names) {
        columns = names;
    }

    @Override
    public void row(List<Object> values) throws IOException {
        out.writeStartObject();
        for (int i = 0; i < columns.size(); i++) {
            out.writeFieldName(columns.get(i));
            Object value = values.get(i);
            if (value == null) {
                out.writeNull();
            } else if (value instanceof BigDecimal number) {
                out.writeNumber(number);
            } else if (value instanceof Long || value instanceof Integer) {
                out.writeNumber(((Number) value).longValue());
            } else if (value instanceof Boolean flag) {
                out.writeBoolean(flag);
            } else {
                out.writeString(value.toString());
            }
        }
        out.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        out.writeEndArray();
        out.flush();
        out.close();
    }
}
