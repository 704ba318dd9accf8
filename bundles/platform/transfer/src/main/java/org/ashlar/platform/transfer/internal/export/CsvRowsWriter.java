package org.ashlar.platform.transfer.internal.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ashlar.platform.transfer.internal.run.Csv;

/** CSV (RFC 4180) with a byte order mark, so that spreadsheets read Chinese as UTF-8, and formulas neutralised. */
final class CsvRowsWriter implements RowsWriter {

    private final Writer out;

    CsvRowsWriter(OutputStream stream) throws IOException {
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
        out.write('\uFEFF');
    }

    @Override
    public void header(List<String> columns) throws IOException {
        out.write(Csv.line(columns));
        out.write("\r\n");
    }

    @Override
    public void row(List<Object> values) throws IOException {
        out.write(Csv.line(values.stream().map(CsvRowsWriter::text).toList()));
        out.write("\r\n");
    }

    private static String text(Object value) {
        return value == null ? "" : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
