package org.ashlar.inventory.internal.consistency;

import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.consistency.Breach;
import org.ashlar.platform.consistency.ConsistencyRule;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The value of a product is the sum of its value entries. */
@Component(service = ConsistencyRule.class)
public class ValueRule implements ConsistencyRule {

    private static final String QUERY = "SELECT p.code, x.written, x.kept FROM "
            + "(SELECT product_id, SUM(written) AS written, SUM(kept) AS kept FROM "
            + "(SELECT product_id, amount AS written, 0 AS kept FROM inventory_value_entry WHERE company_id = ? "
            + "UNION ALL SELECT product_id, 0, amount FROM inventory_cost WHERE company_id = ?) m "
            + "(product_id, written, kept) GROUP BY product_id) x "
            + "JOIN masters_product p ON p.id = x.product_id WHERE x.written <> x.kept ORDER BY ABS(x.written "
            + "- x.kept) DESC";

    private final Sql sql;
    private final Access access;

    /** Reads what is committed. */
    @Activate
    public ValueRule(@Reference Sql sql, @Reference Access access) {
        this.sql = sql;
        this.access = access;
    }

    @Override
    public String id() {
        return "inventory.valueEqualsEntries";
    }

    @Override
    public List<Breach> check() {
        return Differences.find(sql, access, "inventory.cost", QUERY, 2);
    }
}
