package org.ashlar.platform.access;

/**
 * One condition on records. Exactly one of the two is set.
 *
 * @param filter RSQL as in REST lists; values may be placeholders such as <code>{user}</code>
 * @param ids SQL that selects the ids of records that meet the condition, from code and never from data; placeholders
 *        <code>{user}</code> and <code>{company}</code> stand for numbers
 */
public record RowRule(String filter, String ids) {

    /** A condition in RSQL. */
    public static RowRule filter(String rsql) {
        return new RowRule(rsql, null);
    }

    /** A condition in SQL. */
    public static RowRule ids(String sql) {
        return new RowRule(null, sql);
    }
}
