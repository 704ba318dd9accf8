package org.ashlar.bridge.inventory.sales.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ashlar.inventory.MoveView;
import org.ashlar.inventory.ReturnOrigins;
import org.ashlar.inventory.TransferDraft;
import org.ashlar.inventory.TransferId;
import org.ashlar.inventory.TransferKind;
import org.ashlar.inventory.TransferLineDraft;
import org.ashlar.inventory.Transfers;
import org.ashlar.masters.Products;
import org.ashlar.masters.Units;
import org.ashlar.platform.access.Access;
import org.ashlar.sales.LineQuantity;
import org.ashlar.sales.OrderLineView;
import org.ashlar.sales.OrderView;
import org.ashlar.sales.spi.DocumentRef;
import org.ashlar.sales.spi.FulfilmentProvider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Deliveries and returns of orders as transfers. What really moved reaches the order through {@link MovedGoods}.
 * Thread-safe.
 */
@Component
public final class StockFulfilment implements FulfilmentProvider {

    private static final String TRANSFER = "inventory.transfer";

    private final Transfers transfers;
    private final Products products;
    private final Units units;
    private final Access access;

    /** Used by DS. */
    @Activate
    public StockFulfilment(@Reference Transfers transfers, @Reference Products products, @Reference Units units,
            @Reference Access access) {
        this.transfers = transfers;
        this.products = products;
        this.units = units;
        this.access = access;
    }

    @Override
    public DocumentRef plan(OrderView order, List<LineQuantity> quantities, LocalDate date) {
        return access.as(access.system(order.companyId()), () -> {
            TransferId id = transfers.create(draft(TransferKind.DELIVERY, order, lines(order, quantities), date));
            return new DocumentRef(TRANSFER, id.value(), transfers.get(id).number());
        });
    }

    @Override
    public DocumentRef deliver(OrderView order, List<LineQuantity> quantities, LocalDate date) {
        return move(TransferKind.DELIVERY, order, lines(order, quantities), date);
    }

    private static List<TransferLineDraft> lines(OrderView order, List<LineQuantity> quantities) {
        List<TransferLineDraft> lines = new ArrayList<>();
        for (LineQuantity quantity : quantities) {
            OrderLineView line = order.line(quantity.lineId()).orElseThrow();
            lines.add(new TransferLineDraft(line.productId(), quantity.quantity(), line.unit(), null, line.id(), null));
        }
        return lines;
    }

    @Override
    public DocumentRef takeBack(OrderView order, List<LineQuantity> quantities, LocalDate date, String reason) {
        return access.as(access.system(order.companyId()), () -> {
            List<MoveView> moves = transfers.moves(StockHolding.ORDER, order.id()).stream()
                    .filter(m -> m.kind() == TransferKind.DELIVERY).toList();
            List<TransferLineDraft> lines = new ArrayList<>();
            for (LineQuantity quantity : quantities) {
                lines.addAll(returned(order.line(quantity.lineId()).orElseThrow(), quantity.quantity(), moves));
            }
            return move(TransferKind.CUSTOMER_RETURN, order, lines, date);
        });
    }

    private List<TransferLineDraft> returned(OrderLineView line, BigDecimal quantity, List<MoveView> moves) {
        String unit = products.get(line.productId()).unit();
        BigDecimal base = units.convert(quantity, line.unit(), unit, line.productId());
        List<MoveView> own = moves.stream().filter(m -> m.sourceLineId() == line.id()).toList();
        return ReturnOrigins.spread(base, own).stream().map(part -> new TransferLineDraft(line.productId(), part.quantity(),
                unit, null, line.id(), part.moveId())).toList();
    }

    private static TransferDraft draft(TransferKind kind, OrderView order, List<TransferLineDraft> lines, LocalDate date) {
        return new TransferDraft(kind, order.warehouseId(), order.partyId(), date, StockHolding.ORDER, order.id(), lines);
    }

    private DocumentRef move(TransferKind kind, OrderView order, List<TransferLineDraft> lines, LocalDate date) {
        return access.as(access.system(order.companyId()), () -> {
            TransferId id = transfers.move(draft(kind, order, lines, date));
            return new DocumentRef(TRANSFER, id.value(), transfers.get(id).number());
        });
    }
}
