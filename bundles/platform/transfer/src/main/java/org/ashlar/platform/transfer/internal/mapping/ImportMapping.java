package org.ashlar.platform.transfer.internal.mapping;

import java.util.List;
import java.util.Map;

/**
 * How the rows of a file become records of one model.
 *
 * @param model model id
 * @param source name space of external ids, for example {@code adventureworks}; {@code null}: rows are known by natural key
 * @param key columns that together identify a row in the source; only with {@code source}
 * @param mode {@code create} (rows that exist are left alone) or {@code upsert} (rows that exist are changed)
 * @param encoding character set name; UTF-8 without one
 * @param delimiter one character; comma without one
 * @param columns rules by field; {@code field} or {@code lines[0].field}
 */
public record ImportMapping(String model, String source, List<String> key, String mode, String encoding,
        String delimiter, Map<String, ColumnRule> columns) {

    /** Fills what was left out. */
    public ImportMapping {
        key = key == null ? List.of() : List.copyOf(key);
        mode = mode == null ? "create" : mode;
        encoding = encoding == null ? "UTF-8" : encoding;
        delimiter = delimiter == null ? "," : delimiter;
        columns = columns == null ? Map.of() : columns;
    }

    /** Whether existing records are changed. */
    public boolean upsert() {
        return "upsert".equals(mode);
    }
}
