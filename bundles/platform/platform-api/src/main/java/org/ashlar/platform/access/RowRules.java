package org.ashlar.platform.access;

import java.util.List;

/**
 * Which records of a model a caller may see or change: those that meet at least one condition of every group.
 *
 * @param groups conditions; no group: all records, an empty group: none
 */
public record RowRules(List<List<RowRule>> groups) {

    /** Every record. */
    public static final RowRules ALL = new RowRules(List.of());

    /** No record. */
    public static final RowRules NONE = new RowRules(List.of(List.of()));

    /** Whether every record is meant. */
    public boolean all() {
        return groups.isEmpty();
    }
}
