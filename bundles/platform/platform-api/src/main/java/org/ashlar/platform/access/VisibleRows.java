package org.ashlar.platform.access;

import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * The records of a model that the caller's record rules show, as SQL that selects their ids; for reports and other SQL of
 * one's own. Permission and field rights are not part of it. Valid for this caller and this call only.
 *
 * @param sql statement with question marks; empty: every record of the caller's company, so nothing to add
 * @param binds its values
 */
public record VisibleRows(String sql, List<Object> binds) {

    /** All of them. */
    public static final VisibleRows ALL = new VisibleRows("", List.of());

    /** Whether nothing is left out. */
    public boolean all() {
        return sql.isEmpty();
    }

    /** To append to a WHERE: {@code " AND o.id IN (...)"}, or nothing. Its values are {@link #binds}. */
    public String and(String idColumn) {
        return all() ? "" : " AND " + idColumn + " IN (" + sql + ")";
    }

    /** The same for jOOQ. */
    public Condition on(String idColumn) {
        return all() ? DSL.noCondition() : DSL.condition(idColumn + " IN (" + sql + ")", binds.toArray());
    }
}
