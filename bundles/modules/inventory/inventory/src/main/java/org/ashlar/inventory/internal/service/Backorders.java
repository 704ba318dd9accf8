package org.ashlar.inventory.internal.service;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.inventory.TransferState;
import org.ashlar.inventory.internal.model.TransferEntity;
import org.ashlar.inventory.internal.model.TransferLineEntity;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.record.DocumentFlow;
import org.ashlar.platform.record.EntityStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was not done of a transfer: a transfer of its own that keeps what was reserved, or nothing. */
@Component(service = Backorders.class)
public class Backorders {

    private static final String TRANSFER = "inventory.transfer";

    private final EntityStore store;
    private final ReservationStore reservations;
    private final DefaultReservations release;
    private final DocumentFlow flow;
    private final Access access;

    /** Writes through the entity store. */
    @Activate
    public Backorders(@Reference EntityStore store, @Reference ReservationStore reservations,
            @Reference DefaultReservations release, @Reference DocumentFlow flow, @Reference Access access) {
        this.store = store;
        this.reservations = reservations;
        this.release = release;
        this.flow = flow;
        this.access = access;
    }

    /** Deals with the rest of a transfer whose lines say what was done; answers the backorder's id or {@code null}. */
    Long leave(TransferEntity transfer, List<ReservationStore.Row> held, Map<Long, BigDecimal> used, boolean wanted) {
        List<ReservationStore.Row> own = left(transfer, held, used);
        boolean open = transfer.getLines().stream().anyMatch(l -> rest(l).signum() != 0);
        if (!open || !wanted) {
            release.release(own);
            return null;
        }
        TransferEntity backorder = new TransferEntity();
        backorder.setKind(transfer.getKind());
        backorder.setParty(transfer.getParty());
        backorder.setDate(access.today());
        backorder.setWarehouse(transfer.getWarehouse());
        backorder.setFromLocation(transfer.getFromLocation());
        backorder.setToLocation(transfer.getToLocation());
        backorder.setSourceModel(transfer.getSourceModel());
        backorder.setSourceId(transfer.getSourceId());
        backorder.setBackorderOf(transfer.getId());
        Map<Long, TransferLineEntity> copies = new HashMap<>();
        for (TransferLineEntity line : transfer.getLines()) {
            if (rest(line).signum() != 0) {
                TransferLineEntity copy = copy(line);
                backorder.add(copy);
                copies.put(line.getId(), copy);
            }
        }
        store.insert(backorder);
        if (!own.isEmpty()) {
            backorder.setState(TransferState.READY);
            store.flush();
            Map<Long, Long> lineOf = new HashMap<>();
            copies.forEach((id, copy) -> lineOf.put(id, copy.getId()));
            reservations.hand(lineOf, own, backorder.getId());
        }
        flow.link(TRANSFER, transfer.getId(), TRANSFER, backorder.getId());
        return backorder.getId();
    }

    private static List<ReservationStore.Row> left(TransferEntity transfer, List<ReservationStore.Row> held,
            Map<Long, BigDecimal> used) {
        List<ReservationStore.Row> left = new ArrayList<>();
        for (ReservationStore.Row r : held) {
            BigDecimal open = r.quantity().subtract(used.getOrDefault(r.id(), BigDecimal.ZERO));
            if (r.sourceModel().equals(TRANSFER) && r.sourceId() == transfer.getId() && open.signum() > 0) {
                left.add(new ReservationStore.Row(r.id(), r.sourceModel(), r.sourceId(), r.sourceLineId(), r.productId(),
                        r.locationId(), open, r.unit()));
            }
        }
        return left;
    }

    private static TransferLineEntity copy(TransferLineEntity line) {
        TransferLineEntity copy = new TransferLineEntity();
        copy.setProduct(line.getProduct());
        copy.setQuantity(rest(line));
        copy.setUnit(line.getUnit());
        copy.setUnitCost(line.getUnitCost());
        copy.setFromLocation(line.getFromLocation());
        copy.setToLocation(line.getToLocation());
        copy.setOriginMove(line.getOriginMove());
        copy.setSourceLineId(line.getSourceLineId());
        return copy;
    }

    private static BigDecimal rest(TransferLineEntity line) {
        return line.getQuantity().subtract(line.getDoneQuantity());
    }
}
