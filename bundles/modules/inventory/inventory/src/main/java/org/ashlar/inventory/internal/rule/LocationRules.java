package org.ashlar.inventory.internal.rule;

import java.util.Set;
import org.ashlar.inventory.LocationKind;
import org.ashlar.inventory.internal.domain.Site;
import org.ashlar.inventory.internal.model.LocationEntity;
import org.ashlar.inventory.internal.service.Sites;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Locations form trees below the roots of warehouses; a place without a parent goes below the main warehouse. */
@Component(service = RecordRules.class)
@ForModel("inventory.location")
public class LocationRules implements RecordRules<LocationEntity> {

    private final Sites sites;
    private final Sql sql;
    private final Access access;

    /** By what exists. */
    @Activate
    public LocationRules(@Reference Sites sites, @Reference Sql sql, @Reference Access access) {
        this.sites = sites;
        this.sql = sql;
        this.access = access;
    }

    @Override
    public void beforeInsert(LocationEntity location) {
        Sites.Plan plan = sites.plan();
        boolean inside = location.getKind().valued();
        if (location.getParent() == null && inside) {
            Sites.Depot depot = location.getWarehouse() != null || plan.mainId() != 0
                    ? plan.depot(location.getWarehouse()) : null;
            if (depot != null) {
                location.setParent(depot.stockLocationId());
            }
        }
        place(location, plan);
        sites.changed(access.caller().companyId());
    }

    @Override
    public void beforeUpdate(LocationEntity location, Set<String> changed) {
        Sites.Plan plan = sites.plan();
        Site before = plan.site(location.getId());
        if (changed.contains("parent")) {
            place(location, plan);
            boolean children = plan.sites().values().stream().anyMatch(s -> s.ancestors().startsWith(before.below()));
            if (children && !location.getAncestors().equals(before.ancestors())) {
                throw Problem.rule("parent", "inventory.location.hasChildren", location.getCode());
            }
        }
        if (changed.contains("active") && !location.isActive() && holdsStock(location)) {
            throw Problem.rule("active", "inventory.location.holdsStock", location.getCode());
        }
        sites.changed(access.caller().companyId());
    }

    @Override
    public void beforeDelete(LocationEntity location) {
        boolean used = sql.any(ctx -> ctx.fetchOne("SELECT COUNT(*) FROM inventory_move WHERE company_id = ?"
                + " AND (from_location_id = ? OR to_location_id = ?)", location.getCompanyId(), location.getId(),
                location.getId()).get(0, Long.class)) > 0;
        boolean root = sites.plan().depots().values().stream()
                .anyMatch(d -> location.getId().equals(d.stockLocationId()));
        if (used || root || location.getKind() != LocationKind.INTERNAL) {
            throw Problem.of(ProblemKind.RULE, "inventory.location.used", location.getCode());
        }
        sites.changed(access.caller().companyId());
    }

    private static void place(LocationEntity location, Sites.Plan plan) {
        Site parent = location.getParent() == null ? null : plan.site(location.getParent());
        if (parent == null) {
            location.setAncestors("/");
            return;
        }
        if (location.getId() != null && (parent.id() == location.getId()
                || parent.ancestors().contains("/" + location.getId() + "/"))) {
            throw Problem.rule("parent", "inventory.location.circle", location.getCode());
        }
        if (parent.kind().valued() != location.getKind().valued()) {
            throw Problem.rule("parent", "inventory.location.parentKind", parent.code(), parent.kind().name());
        }
        location.setAncestors(parent.below());
        location.setWarehouse(parent.warehouseId());
    }

    private boolean holdsStock(LocationEntity location) {
        return sql.any(ctx -> ctx.fetchOne("SELECT COUNT(*) FROM inventory_quant WHERE company_id = ?"
                + " AND location_id = ? AND on_hand <> 0", location.getCompanyId(), location.getId())
                .get(0, Long.class)) > 0;
    }
}
