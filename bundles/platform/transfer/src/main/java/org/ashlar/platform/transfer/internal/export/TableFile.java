package org.ashlar.platform.transfer.internal.export;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;

/**
 * A table that somebody sees on screen, such as an analysis, as a workbook: {@code {"title", "columns": [text], "rows": [[text or
 * number]]}}. It holds nothing that the caller has not sent. Pure.
 */
public final class TableFile {

    private static final int MOST_BYTES = 8 << 20;
    private static final int MOST_COLUMNS = 2_000;
    private static final int MOST_ROWS = 50_000;
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final String title;
    private final List<String> columns = new ArrayList<>();
    private final List<List<Object>> rows = new ArrayList<>();

    private TableFile(String title) {
        this.title = title;
    }

    /**
     * Reads what was sent.
     *
     * @throws Problem TOO_LARGE beyond 8 MB, 2,000 columns or 50,000 rows; BAD_REQUEST if it is no table
     */
    public static TableFile read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        JsonNode given = bytes.length > MOST_BYTES ? null : parse(bytes);
        if (given == null || given.path("columns").size() > MOST_COLUMNS || given.path("rows").size() > MOST_ROWS) {
            throw Problem.of(ProblemKind.TOO_LARGE, "transfer.export.table.large", MOST_ROWS, MOST_COLUMNS);
        }
        if (!given.path("columns").isArray() || given.path("columns").isEmpty() || !given.path("rows").isArray()) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "transfer.export.table.none");
        }
        TableFile table = new TableFile(given.path("title").asText("").isBlank() ? "Ashlar" : given.path("title").asText());
        given.path("columns").forEach(c -> table.columns.add(c.asText()));
        for (JsonNode row : given.path("rows")) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < Math.min(row.size(), table.columns.size()); i++) {
                values.add(value(row.get(i)));
            }
            table.rows.add(values);
        }
        return table;
    }

    private static JsonNode parse(byte[] bytes) throws IOException {
        try {
            return JSON.readTree(bytes);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw Problem.of(ProblemKind.BAD_REQUEST, "transfer.export.table.none");
        }
    }

    private static Object value(JsonNode cell) {
        if (cell.isNull() || cell.isContainerNode()) {
            return null;
        }
        return cell.isIntegralNumber() && cell.canConvertToLong() ? (Object) cell.asLong()
                : cell.isNumber() ? cell.decimalValue() : cell.isBoolean() ? cell.asBoolean() : cell.asText();
    }

    /** Writes the workbook. */
    public void write(OutputStream out) throws IOException {
        try (XlsxRowsWriter sheet = new XlsxRowsWriter(out, title, ZoneOffset.UTC)) {
            sheet.header(columns);
            for (List<Object> row : rows) {
                sheet.row(row);
            }
        }
    }
}
