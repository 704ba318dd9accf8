package org.ashlar.platform.transfer.internal.mapping;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.transfer.internal.file.TextShape;

/**
 * How the rows of a file become records of one model.
 *
 * @param model model id
 * @param source name space of external ids, for example {@code adventureworks}; {@code null}: rows are known by natural key
 * @param key columns that together identify a row in the source; only with {@code source}
 * @param mode {@code create} (rows that exist are left alone) or {@code upsert} (rows that exist are changed)
 * @param encoding character set name; recognised without one
 * @param delimiter one character; recognised without one
 * @param columns rules by field; {@code field} or {@code lines[0].field}
 * @param control totals that the file must have before any row goes in, {@code null} for none
 */
public record ImportMapping(String model, String source, List<String> key, String mode, String encoding,
        String delimiter, Map<String, ColumnRule> columns, Control control) {

    private static final String AUTO = "auto";

    /** Fills what was left out. */
    public ImportMapping {
        key = key == null ? List.of() : List.copyOf(key);
        mode = mode == null ? "create" : mode;
        encoding = encoding == null ? AUTO : encoding;
        delimiter = delimiter == null ? AUTO : delimiter;
        columns = columns == null ? Map.of() : columns;
    }

    /** How the file is written: as declared, and recognised where nothing is declared. */
    public TextShape shape(Path file) throws IOException {
        if (!encoding.equals(AUTO) && !delimiter.equals(AUTO)) {
            return new TextShape(encoding, delimiter);
        }
        TextShape seen = TextShape.of(file);
        return new TextShape(encoding.equals(AUTO) ? seen.encoding() : encoding,
                delimiter.equals(AUTO) ? seen.delimiter() : delimiter);
    }

    /**
     * Totals to tie out against.
     *
     * @param rows data rows, {@code null} not to check
     * @param sums sum by column of the file
     */
    public record Control(Long rows, Map<String, BigDecimal> sums) {
        /** Fills what was left out. */
        public Control {
            sums = sums == null ? Map.of() : Map.copyOf(sums);
        }
    }

    /** The same for the CSV made of a workbook. */
    public ImportMapping ofWorkbook() {
        return new ImportMapping(model, source, key, mode, "UTF-8", ",", columns, control);
    }

    /** Whether existing records are changed. */
    public boolean upsert() {
        return "upsert".equals(mode);
    }
}
