package org.ashlar.bridge.purchasing.sales.internal.service;

import org.ashlar.bridge.purchasing.sales.internal.domain.Trade;
import org.ashlar.platform.model.BaseEntity;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Purchase orders between companies are cancelled before they are deleted: the other company is told then. */
@Component(service = RecordRules.class)
@ForModel("purchasing.order")
public final class PurchaseOrdersKept implements RecordRules<BaseEntity> {

    private final KeptOrders kept;

    /** Used by DS. */
    @Activate
    public PurchaseOrdersKept(@Reference KeptOrders kept) {
        this.kept = kept;
    }

    @Override
    public void beforeDelete(BaseEntity order) {
        kept.deleted(Trade.Kind.PURCHASE, order.getId());
    }
}
