package org.ashlar.inventory.internal.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;

/**
 * Reads the rows of some products in one statement. Derby answers a list of keys by reading the index between the smallest
 * and the largest, so it waits for rows of other products that others have locked, and two such readers wait for each other;
 * there each product is a probe of its own, joined by UNION ALL.
 */
final class ByProduct {

    /** Above this many products (imports) the statement would take Derby longer to compile than to run. */
    private static final int PROBES = 40;

    private ByProduct() {
    }

    /**
     * @param select up to and including the table
     * @param rest further conditions, beginning with {@code " AND"}, or empty
     */
    static Result<Record> fetch(DSLContext sql, String select, long company, Collection<Long> products, String rest) {
        Set<Long> distinct = new LinkedHashSet<>(products);
        List<Object> binds = new ArrayList<>();
        if (sql.family() == SQLDialect.DERBY && distinct.size() <= PROBES) {
            distinct.forEach(product -> {
                binds.add(company);
                binds.add(product);
            });
            String probe = select + " WHERE company_id = ? AND product_id = ?" + rest;
            return sql.fetch(String.join(" UNION ALL ", Collections.nCopies(distinct.size(), probe)), binds.toArray());
        }
        binds.add(company);
        binds.addAll(distinct);
        return sql.fetch(select + " WHERE company_id = ? AND product_id IN (" + Batch.marks(distinct.size()) + ")" + rest,
                binds.toArray());
    }
}
