package org.ashlar.platform.transfer.internal.mapping;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Where one field's value comes from.
 *
 * @param column CSV column; {@code null} if {@code value} is given
 * @param value constant for every row
 * @param otherwise value when the cell is empty (JSON {@code default})
 * @param values translation of cell texts, for example status numbers to states; a cell that is not in it is refused
 * @param format {@link java.time.format.DateTimeFormatter} pattern of dates and instants; ISO without one
 * @param decimal decimal separator, {@code .} without one
 * @param factor what decimals are multiplied by, for example 100 for a fraction that becomes percent
 * @param prefix text put before the cell, to keep codes of several sources apart
 * @param lookup for references: {@code external}, {@code key} (natural key) or {@code id}; {@code key} without one
 * @param source source of external ids; the mapping's without one
 */
public record ColumnRule(String column, Object value, @JsonProperty("default") Object otherwise,
        Map<String, Object> values, String format, String decimal, BigDecimal factor, String prefix, String lookup,
        String source) {

    /** A plain column. */
    public static ColumnRule of(String column) {
        return new ColumnRule(column, null, null, null, null, null, null, null, null, null);
    }
}
