package org.ashlar.platform.transfer.internal.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Writes a table row by row in flat memory. Closing finishes the document and leaves the stream open. Not thread-safe. */
interface RowsWriter extends Closeable {

    /** Column names in order; called once, first. */
    void header(List<String> columns) throws IOException;

    /** Values in column order: text, BigDecimal, Long, Boolean, LocalDate, Instant or {@code null}. */
    void row(List<Object> values) throws IOException;
}
