package org.ashlar.inventory.internal.consistency;

import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.consistency.Breach;
import org.ashlar.platform.consistency.ConsistencyRule;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Nothing below zero, nothing reserved that is not there. */
@Component(service = ConsistencyRule.class)
public class ReservedLimitRule implements ConsistencyRule {

    private static final String QUERY = "SELECT p.code || ' / ' || l.code, q.on_hand, q.reserved FROM "
            + "inventory_quant q "
            + "JOIN inventory_location l ON l.id = q.location_id JOIN masters_product p ON p.id = q.product_id "
            + "WHERE q.company_id = ? AND (q.reserved < 0 OR q.reserved > q.on_hand OR q.available <> "
            + "q.on_hand - q.reserved)";

    private final Sql sql;
    private final Access access;

    /** Reads what is committed. */
    @Activate
    public ReservedLimitRule(@Reference Sql sql, @Reference Access access) {
        this.sql = sql;
        this.access = access;
    }

    @Override
    public String id() {
        return "inventory.reservedWithinOnHand";
    }

    @Override
    public List<Breach> check() {
        return Differences.find(sql, access, "inventory.quant", QUERY, 1);
    }
}
