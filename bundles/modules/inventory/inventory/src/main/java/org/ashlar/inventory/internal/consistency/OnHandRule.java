package org.ashlar.inventory.internal.consistency;

import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.consistency.Breach;
import org.ashlar.platform.consistency.ConsistencyRule;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** On hand in each place is the sum of its moves. */
@Component(service = ConsistencyRule.class)
public class OnHandRule implements ConsistencyRule {

    private static final String QUERY = "SELECT p.code || ' / ' || l.code, x.moved, x.kept FROM "
            + "(SELECT product_id, location_id, SUM(moved) AS moved, SUM(kept) AS kept FROM "
            + "(SELECT product_id, to_location_id AS location_id, quantity AS moved, 0 AS kept FROM "
            + "inventory_move WHERE company_id = ? "
            + "UNION ALL SELECT product_id, from_location_id, -quantity, 0 FROM inventory_move WHERE company_id = ? "
            + "UNION ALL SELECT product_id, location_id, 0, on_hand FROM inventory_quant WHERE company_id = "
            + "?) m (product_id, location_id, moved, kept) "
            + "GROUP BY product_id, location_id) x "
            + "JOIN inventory_location l ON l.id = x.location_id JOIN masters_product p ON p.id = x.product_id "
            + "WHERE l.kind IN ('INTERNAL', 'TRANSIT') AND x.moved <> x.kept ORDER BY ABS(x.moved - x.kept) DESC";

    private final Sql sql;
    private final Access access;

    /** Reads what is committed. */
    @Activate
    public OnHandRule(@Reference Sql sql, @Reference Access access) {
        this.sql = sql;
        this.access = access;
    }

    @Override
    public String id() {
        return "inventory.onHandEqualsMoves";
    }

    @Override
    public List<Breach> check() {
        return Differences.find(sql, access, "inventory.quant", QUERY, 3);
    }
}
