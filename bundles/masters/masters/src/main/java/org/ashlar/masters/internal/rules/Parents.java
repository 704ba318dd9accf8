package org.ashlar.masters.internal.rules;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import org.ashlar.masters.internal.cache.Lookups;

/** Parents in a table with {@code parent_id}. Thread-safe. */
record Parents(Lookups lookups, String tableName) {

    /** Parent of a record, {@code null} at the root. */
    Long of(long id) {
        return lookups.read(dsl -> dsl.select(field("parent_id", Long.class)).from(table(tableName))
                .where(field("id", Long.class).eq(id)).fetchOne(0, Long.class));
    }
}
