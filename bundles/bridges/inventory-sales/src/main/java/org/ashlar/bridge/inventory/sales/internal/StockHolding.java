package org.ashlar.bridge.inventory.sales.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ashlar.inventory.ReservationRequest;
import org.ashlar.inventory.Reservations;
import org.ashlar.inventory.TransferState;
import org.ashlar.inventory.TransferView;
import org.ashlar.inventory.Transfers;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.sales.OrderLineView;
import org.ashlar.sales.OrderView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Stock held for orders, on behalf of the system: who may confirm an order need not be a storekeeper. Thread-safe. */
@Component(service = StockHolding.class)
public final class StockHolding {

    /** Model of orders, as source of reservations and transfers. */
    static final String ORDER = "sales.order";

    private static final Pattern LINE = Pattern.compile("lines\\[(\\d+)](.*)");

    private final Reservations reservations;
    private final Transfers transfers;
    private final Access access;

    /** Used by DS. */
    @Activate
    public StockHolding(@Reference Reservations reservations, @Reference Transfers transfers,
            @Reference Access access) {
        this.reservations = reservations;
        this.transfers = transfers;
        this.access = access;
    }

    /**
     * Holds stock for all goods of an order.
     *
     * @throws Problem {@code inventory.reservation.insufficient} at the order's line, naming product and available
     *     quantity, unless the order allows a partial reservation
     */
    void hold(OrderView order) {
        List<Integer> places = new ArrayList<>();
        List<ReservationRequest.Line> lines = new ArrayList<>();
        for (int i = 0; i < order.lines().size(); i++) {
            OrderLineView line = order.lines().get(i);
            if (line.goods()) {
                places.add(i);
                lines.add(new ReservationRequest.Line(line.id(), line.productId(), line.quantity(), line.unit()));
            }
        }
        if (lines.isEmpty()) {
            return;
        }
        try {
            asSystem(order, () -> reservations.reserve(new ReservationRequest(ORDER, order.id(), order.warehouseId(),
                    lines, order.partialReservation())));
        } catch (Problem e) {
            throw new Problem(e.kind(), e.code(), e.args(), e.errors().stream().map(f -> moved(f, places)).toList());
        }
    }

    /** Inventory counts only goods; the user counts all lines of the order. */
    private static FieldError moved(FieldError error, List<Integer> places) {
        Matcher matcher = LINE.matcher(error.field());
        if (!matcher.matches()) {
            return error;
        }
        int index = Integer.parseInt(matcher.group(1));
        return index >= places.size() ? error
                : new FieldError("lines[" + places.get(index) + "]" + matcher.group(2), error.code(), error.args());
    }

    /** Frees what is held for an order and gives up deliveries that were planned for it. */
    void release(OrderView order) {
        asSystem(order, () -> {
            for (TransferView transfer : transfers.of(ORDER, order.id())) {
                if (transfer.state() == TransferState.DRAFT || transfer.state() == TransferState.READY) {
                    transfers.cancel(transfer.id());
                }
            }
            reservations.release(ORDER, order.id());
            return null;
        });
    }

    private <T> T asSystem(OrderView order, Supplier<T> work) {
        return access.as(access.system(order.companyId()), work);
    }
}
