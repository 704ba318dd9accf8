package org.ashlar.inventory.internal.consistency;

import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.consistency.Breach;
import org.ashlar.platform.consistency.ConsistencyRule;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The valued quantity of a product, its value entries and its stock agree. */
@Component(service = ConsistencyRule.class)
public class ValuedQuantityRule implements ConsistencyRule {

    private static final String QUERY = "SELECT p.code, x.there, x.kept FROM "
            + "(SELECT product_id, SUM(there) AS there, SUM(kept) AS kept, SUM(written) AS written FROM "
            + "(SELECT product_id, on_hand AS there, 0 AS kept, 0 AS written FROM inventory_quant WHERE "
            + "company_id = ? "
            + "UNION ALL SELECT product_id, 0, quantity, 0 FROM inventory_cost WHERE company_id = ? "
            + "UNION ALL SELECT product_id, 0, 0, quantity FROM inventory_value_entry WHERE company_id = ?) m "
            + "(product_id, there, kept, written) GROUP BY product_id) x "
            + "JOIN masters_product p ON p.id = x.product_id WHERE x.there <> x.kept OR x.written <> x.kept";

    private final Sql sql;
    private final Access access;

    /** Reads what is committed. */
    @Activate
    public ValuedQuantityRule(@Reference Sql sql, @Reference Access access) {
        this.sql = sql;
        this.access = access;
    }

    @Override
    public String id() {
        return "inventory.valuedQuantityEqualsStock";
    }

    @Override
    public List<Breach> check() {
        return Differences.find(sql, access, "inventory.cost", QUERY, 3);
    }
}
