package org.ashlar.bridge.inventory.sales.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.inventory.DoneLine;
import org.ashlar.inventory.TransferCompleted;
import org.ashlar.inventory.TransferKind;
import org.ashlar.masters.Units;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.value.Rounding;
import org.ashlar.sales.LineQuantity;
import org.ashlar.sales.OrderId;
import org.ashlar.sales.OrderLineView;
import org.ashlar.sales.OrderView;
import org.ashlar.sales.Orders;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells sales what left and what came back, whoever completed the transfer; sales refuses more than was ordered.
 * Thread-safe.
 */
@Component
@Handles(TransferCompleted.class)
public final class MovedGoods implements DomainEventHandler<TransferCompleted> {

    /** What splitting a line over several places and converting units may lose. */
    private static final BigDecimal DUST = new BigDecimal("0.00001");

    private final Orders orders;
    private final Units units;
    private final Access access;

    /** Used by DS. */
    @Activate
    public MovedGoods(@Reference Orders orders, @Reference Units units, @Reference Access access) {
        this.orders = orders;
        this.units = units;
        this.access = access;
    }

    @Override
    public void on(TransferCompleted event) {
        boolean out = event.kind() == TransferKind.DELIVERY;
        if (StockHolding.ORDER.equals(event.sourceModel()) && (out || event.kind() == TransferKind.CUSTOMER_RETURN)) {
            access.as(access.system(event.companyId()), () -> {
                record(event, out);
                return null;
            });
        }
    }

    private void record(TransferCompleted event, boolean out) {
        OrderView order = orders.get(new OrderId(event.sourceId()));
        Map<Long, BigDecimal> moved = new LinkedHashMap<>();
        for (DoneLine line : event.lines()) {
            order.line(line.sourceLineId()).ifPresent(ordered -> moved.merge(ordered.id(),
                    units.convert(line.quantity(), line.unit(), ordered.unit(), line.productId()), BigDecimal::add));
        }
        List<LineQuantity> quantities = new ArrayList<>();
        moved.forEach((lineId, quantity) -> {
            OrderLineView line = order.line(lineId).orElseThrow();
            BigDecimal open = out ? line.quantity().subtract(line.delivered()) : line.delivered().subtract(line.returned());
            BigDecimal exact = quantity.subtract(open).abs().compareTo(DUST) <= 0 ? open : Rounding.rate(quantity);
            quantities.add(new LineQuantity(lineId, out ? exact : exact.negate()));
        });
        if (!quantities.isEmpty()) {
            orders.recordDelivered(new OrderId(order.id()), quantities);
        }
    }
}
