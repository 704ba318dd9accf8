package org.ashlar.inventory.internal.service;

import org.ashlar.inventory.Costing;
import org.ashlar.inventory.internal.action.AdjustCost;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Adds a late cost to a receipt; answers where it went. */
@Component(service = RecordAction.class)
@ForModel("inventory.move")
@ForAction("adjustCost")
public class AdjustCostAction implements RecordAction {

    private final Costing costing;
    private final Access access;

    /** Carried out by the service. */
    @Activate
    public AdjustCostAction(@Reference Costing costing, @Reference Access access) {
        this.costing = costing;
        this.access = access;
    }

    @Override
    public Object run(ActionCall call) {
        AdjustCost body = call.body(AdjustCost.class);
        if (body == null) {
            throw Problem.rule("amount", "inventory.cost.zero");
        }
        return costing.adjustCost(call.id(), body.amount(), body.date() == null ? access.today() : body.date(),
                body.reference());
    }
}
