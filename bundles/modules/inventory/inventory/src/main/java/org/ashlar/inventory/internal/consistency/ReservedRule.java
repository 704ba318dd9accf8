package org.ashlar.inventory.internal.consistency;

import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.consistency.Breach;
import org.ashlar.platform.consistency.ConsistencyRule;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reserved in each place is the sum of open reservations. */
@Component(service = ConsistencyRule.class)
public class ReservedRule implements ConsistencyRule {

    private static final String QUERY = "SELECT p.code || ' / ' || l.code, x.held, x.kept FROM "
            + "(SELECT product_id, location_id, SUM(held) AS held, SUM(kept) AS kept FROM "
            + "(SELECT product_id, location_id, quantity AS held, 0 AS kept FROM inventory_reservation WHERE "
            + "company_id = ? "
            + "UNION ALL SELECT product_id, location_id, 0, reserved FROM inventory_quant WHERE company_id = "
            + "?) m (product_id, location_id, held, kept) "
            + "GROUP BY product_id, location_id) x "
            + "JOIN inventory_location l ON l.id = x.location_id JOIN masters_product p ON p.id = x.product_id "
            + "WHERE x.held <> x.kept ORDER BY ABS(x.held - x.kept) DESC";

    private final Sql sql;
    private final Access access;

    /** Reads what is committed. */
    @Activate
    public ReservedRule(@Reference Sql sql, @Reference Access access) {
        this.sql = sql;
        this.access = access;
    }

    @Override
    public String id() {
        return "inventory.reservedEqualsReservations";
    }

    @Override
    public List<Breach> check() {
        return Differences.find(sql, access, "inventory.quant", QUERY, 2);
    }
}
