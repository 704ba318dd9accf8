package org.ashlar.platform.records.internal.read;

import java.io.IOException;
import java.util.Map;

/** Takes a page row by row, as the database delivers it. */
public interface PageSink {

    /** Called once before the rows; -1: not counted. */
    void begin(long total) throws IOException;

    /** One row. */
    void row(Item item) throws IOException;

    /** Called once after the rows. */
    void end() throws IOException;

    /** A row that can be written as JSON or as a map. */
    interface Item {
        /** Writes it as a JSON object. */
        void write(com.fasterxml.jackson.core.JsonGenerator out) throws IOException;

        /** It as maps. */
        Map<String, Object> map();
    }
}
