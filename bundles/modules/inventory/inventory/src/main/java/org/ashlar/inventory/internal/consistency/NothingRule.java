package org.ashlar.inventory.internal.consistency;

import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.consistency.Breach;
import org.ashlar.platform.consistency.ConsistencyRule;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where nothing is left, no value is left; no value is below zero. */
@Component(service = ConsistencyRule.class)
public class NothingRule implements ConsistencyRule {

    private static final String QUERY = "SELECT p.code || ' x ' || CAST(c.quantity AS CHAR(27)), 0, "
            + "c.amount FROM inventory_cost c JOIN masters_product p ON p.id = c.product_id "
            + "WHERE c.company_id = ? AND (c.quantity = 0 AND c.amount <> 0 OR c.quantity < 0 OR c.amount < 0)";

    private final Sql sql;
    private final Access access;

    /** Reads what is committed. */
    @Activate
    public NothingRule(@Reference Sql sql, @Reference Access access) {
        this.sql = sql;
        this.access = access;
    }

    @Override
    public String id() {
        return "inventory.nothingIsWorthNothing";
    }

    @Override
    public List<Breach> check() {
        return Differences.find(sql, access, "inventory.cost", QUERY, 1);
    }
}
