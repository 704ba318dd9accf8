package org.ashlar.inventory.internal.rule;

import java.util.Set;
import org.ashlar.inventory.internal.model.WarehouseEntity;
import org.ashlar.inventory.internal.service.Depots;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A warehouse has a root location; one that was used stays. */
@Component(service = RecordRules.class)
@ForModel("inventory.warehouse")
public class WarehouseRules implements RecordRules<WarehouseEntity> {

    private final Depots depots;

    /** New warehouses are completed at the end of their transaction. */
    @Activate
    public WarehouseRules(@Reference Depots depots) {
        this.depots = depots;
    }

    @Override
    public void beforeInsert(WarehouseEntity warehouse) {
        oneMain(warehouse);
        depots.expect();
    }

    @Override
    public void beforeUpdate(WarehouseEntity warehouse, Set<String> changed) {
        if (changed.contains("main")) {
            oneMain(warehouse);
        }
        if (changed.contains("active") && !warehouse.isActive() && warehouse.isMain()) {
            throw Problem.rule("active", "inventory.warehouse.main", warehouse.getCode());
        }
    }

    private void oneMain(WarehouseEntity warehouse) {
        String other = warehouse.isMain() ? depots.otherMain(warehouse.getId()) : null;
        if (other != null) {
            throw Problem.rule("main", "inventory.warehouse.oneMain", other);
        }
    }

    @Override
    public void beforeDelete(WarehouseEntity warehouse) {
        throw Problem.of(ProblemKind.RULE, "inventory.warehouse.deactivate", warehouse.getCode());
    }
}
