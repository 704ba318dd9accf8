package org.ashlar.inventory.internal.consistency;

import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.consistency.Breach;
import org.ashlar.platform.consistency.ConsistencyRule;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The open layers of a FIFO product hold its quantity and its value. */
@Component(service = ConsistencyRule.class)
public class LayerRule implements ConsistencyRule {

    private static final String QUERY = "SELECT p.code, x.kept_amount, x.open_amount FROM "
            + "(SELECT product_id, SUM(kept) AS kept, SUM(kept_amount) AS kept_amount, SUM(open_quantity) AS "
            + "open_quantity, SUM(open_amount) AS open_amount FROM "
            + "(SELECT product_id, quantity AS kept, amount AS kept_amount, 0 AS open_quantity, 0 AS open_amount "
            + "FROM inventory_cost WHERE company_id = ? AND cost_method = 'FIFO' "
            + "UNION ALL SELECT product_id, 0, 0, quantity, amount FROM inventory_layer WHERE company_id = ?) "
            + "m (product_id, kept, kept_amount, open_quantity, open_amount) GROUP BY product_id) x "
            + "JOIN masters_product p ON p.id = x.product_id WHERE x.kept <> x.open_quantity OR x.kept_amount "
            + "<> x.open_amount";

    private final Sql sql;
    private final Access access;

    /** Reads what is committed. */
    @Activate
    public LayerRule(@Reference Sql sql, @Reference Access access) {
        this.sql = sql;
        this.access = access;
    }

    @Override
    public String id() {
        return "inventory.layersEqualStock";
    }

    @Override
    public List<Breach> check() {
        return Differences.find(sql, access, "inventory.cost", QUERY, 2);
    }
}
