package org.ashlar.platform.transfer.internal.file;

import java.util.List;

/**
 * What an upload seems to hold, for people who map its columns.
 *
 * @param format {@code csv} or {@code xlsx}
 * @param encoding character set that was recognised
 * @param delimiter what separates cells
 * @param rows data rows, estimated by lines
 * @param columns its columns in order
 */
public record FileAnalysis(String format, String encoding, String delimiter, long rows, List<Column> columns) {

    /**
     * A column.
     *
     * @param name as in the header
     * @param type guessed type: {@code integer}, {@code decimal}, {@code date}, {@code boolean} or {@code text}
     * @param format date pattern that fits, {@code null} for other types
     * @param field field of the model that fits by name or label, {@code null} if none
     * @param samples first distinct values, at most five
     */
    public record Column(String name, String type, String format, String field, List<String> samples) {
    }
}
