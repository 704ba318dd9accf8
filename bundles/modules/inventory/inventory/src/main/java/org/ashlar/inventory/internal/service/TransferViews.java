package org.ashlar.inventory.internal.service;

import java.math.BigDecimal;
import java.util.Map;
import org.ashlar.inventory.TransferId;
import org.ashlar.inventory.TransferLineView;
import org.ashlar.inventory.TransferView;
import org.ashlar.inventory.internal.model.TransferEntity;
import org.ashlar.inventory.internal.model.TransferLineEntity;

/** Transfers as other modules see them. */
final class TransferViews {

    private TransferViews() {
    }

    static TransferView of(TransferEntity t) {
        return of(t, Map.of());
    }

    /** With the quantities about to be done, by line. */
    static TransferView of(TransferEntity t, Map<TransferLineEntity, BigDecimal> doing) {
        return new TransferView(new TransferId(t.getId()), t.getNumber(), t.getKind(), t.getState(), t.getWarehouse(),
                t.getParty(), t.getDate(), t.getSourceModel(), zero(t.getSourceId()),
                t.getBackorderOf() == null ? null : new TransferId(t.getBackorderOf()),
                t.getLines().stream().map(l -> new TransferLineView(l.getId(), l.getProduct(), l.getQuantity(),
                        doing.getOrDefault(l, l.getDoneQuantity()), l.getUnit(), zero(l.getSourceLineId()),
                        l.getOriginMove())).toList());
    }

    static long zero(Long id) {
        return id == null ? 0 : id;
    }
}
