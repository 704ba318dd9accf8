package org.ashlar.bridge.inventory.purchasing.internal;

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
import org.ashlar.purchasing.LineQuantity;
import org.ashlar.purchasing.PurchaseOrderId;
import org.ashlar.purchasing.PurchaseOrderLineView;
import org.ashlar.purchasing.PurchaseOrderView;
import org.ashlar.purchasing.PurchaseOrders;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells purchasing what came in and what went back, whoever completed the transfer; purchasing refuses more than was
 * ordered and its tolerance.
 * Thread-safe.
 */
@Component
@Handles(TransferCompleted.class)
public final class MovedGoods implements DomainEventHandler<TransferCompleted> {

    /** What splitting a line over several places and converting units may lose. */
    private static final BigDecimal DUST = new BigDecimal("0.00001");

    private final PurchaseOrders orders;
    private final Units units;
    private final Access access;

    /** Used by DS. */
    @Activate
    public MovedGoods(@Reference PurchaseOrders orders, @Reference Units units, @Reference Access access) {
        this.orders = orders;
        this.units = units;
        this.access = access;
    }

    @Override
    public void on(TransferCompleted event) {
        boolean in = event.kind() == TransferKind.RECEIPT;
        if (ExpectedReceipts.ORDER.equals(event.sourceModel()) && (in || event.kind() == TransferKind.VENDOR_RETURN)) {
            access.as(access.system(event.companyId()), () -> {
                record(event, in);
                return null;
            });
        }
    }

    private void record(TransferCompleted event, boolean in) {
        PurchaseOrderView order = orders.get(new PurchaseOrderId(event.sourceId()));
        Map<Long, BigDecimal> moved = new LinkedHashMap<>();
        for (DoneLine line : event.lines()) {
            order.line(line.sourceLineId()).ifPresent(ordered -> moved.merge(ordered.id(),
                    units.convert(line.quantity(), line.unit(), ordered.unit(), line.productId()), BigDecimal::add));
        }
        List<LineQuantity> quantities = new ArrayList<>();
        moved.forEach((lineId, quantity) -> {
            PurchaseOrderLineView line = order.line(lineId).orElseThrow();
            BigDecimal open = in ? line.quantity().subtract(line.received())
                    : line.received().subtract(line.rejected()).subtract(line.returned());
            BigDecimal exact = quantity.subtract(open).abs().compareTo(DUST) <= 0 ? open : Rounding.rate(quantity);
            quantities.add(new LineQuantity(lineId, in ? exact : exact.negate()));
        });
        if (!quantities.isEmpty()) {
            orders.recordReceived(new PurchaseOrderId(order.id()), quantities);
        }
    }
}
