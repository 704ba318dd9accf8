package org.ashlar.platform.records.internal.read;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;

/** One record as read. */
public final class Fetched {

    private final Object[] row;
    private final Shape shape;
    private final Shape.LineRows lines;

    Fetched(Object[] row, Shape shape, Shape.LineRows lines) {
        this.row = row;
        this.shape = shape;
        this.lines = lines;
    }

    /** Its version, for the ETag. */
    public long version() {
        return (Long) row[1];
    }

    /** Writes it as a JSON object. */
    public void write(JsonGenerator out) throws IOException {
        shape.write(out, row, lines);
    }

    /** It as maps. */
    public Map<String, Object> map() {
        return shape.map(row, lines);
    }
}
