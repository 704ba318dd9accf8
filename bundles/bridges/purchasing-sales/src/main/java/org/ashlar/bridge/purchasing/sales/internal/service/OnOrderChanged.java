package org.ashlar.bridge.purchasing.sales.internal.service;

import org.ashlar.bridge.purchasing.sales.internal.domain.Trade;
import org.ashlar.masters.CompanyParties;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.record.RecordChanged;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a user changes on an order itself: the date goes on to the other company, party and currency stay. */
@Component
@Handles(RecordChanged.class)
public final class OnOrderChanged implements DomainEventHandler<RecordChanged> {

    private final CompanyParties parties;
    private final Counterparts orders;
    private final KeptOrders kept;
    private final Mirroring mirroring;
    private final Access access;

    /** Used by DS. */
    @Activate
    public OnOrderChanged(@Reference CompanyParties parties, @Reference Counterparts orders, @Reference KeptOrders kept,
            @Reference Mirroring mirroring, @Reference Access access) {
        this.parties = parties;
        this.orders = orders;
        this.kept = kept;
        this.mirroring = mirroring;
        this.access = access;
    }

    @Override
    public void on(RecordChanged event) {
        if ("updated".equals(event.kind())) {
            for (Trade.Kind kind : Trade.Kind.values()) {
                if (kind.model().equals(event.model())) {
                    access.as(access.system(event.companyId()), () -> {
                        changed(kind, event);
                        return null;
                    });
                }
            }
        }
    }

    private void changed(Trade.Kind kind, RecordChanged event) {
        if (parties.all().isEmpty()) {
            return;
        }
        if (event.fields().contains("party") || event.fields().contains("currency")) {
            kept.refuse(kind, event.id(), event.fields().contains("party") ? "party" : "currency",
                    "purchasing-sales.order.kept");
        }
        if (event.fields().contains(Counterparts.dateField(kind))) {
            Trade order = orders.get(kind, event.id());
            if (order.stage() == Trade.Stage.BINDING) {
                mirroring.dateChanged(order);
            }
        }
    }
}
