package org.ashlar.bridge.inventory.purchasing.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.inventory.MoveView;
import org.ashlar.inventory.ReturnOrigins;
import org.ashlar.inventory.TransferDraft;
import org.ashlar.inventory.TransferId;
import org.ashlar.inventory.TransferKind;
import org.ashlar.inventory.TransferLineDraft;
import org.ashlar.inventory.TransferView;
import org.ashlar.inventory.Transfers;
import org.ashlar.masters.Products;
import org.ashlar.masters.Units;
import org.ashlar.purchasing.LineQuantity;
import org.ashlar.purchasing.PurchaseOrderLineView;
import org.ashlar.purchasing.PurchaseOrderView;
import org.ashlar.purchasing.spi.DocumentRef;
import org.ashlar.purchasing.spi.ReceiptProvider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Receipts and vendor returns of orders as transfers. What really moved reaches the order through {@link MovedGoods}.
 * Thread-safe.
 */
@Component
public final class StockReceiving implements ReceiptProvider {

    private static final String TRANSFER = "inventory.transfer";

    private final ExpectedReceipts expected;
    private final Transfers transfers;
    private final Products products;
    private final Units units;

    /** Used by DS. */
    @Activate
    public StockReceiving(@Reference ExpectedReceipts expected, @Reference Transfers transfers,
            @Reference Products products, @Reference Units units) {
        this.expected = expected;
        this.transfers = transfers;
        this.products = products;
        this.units = units;
    }

    @Override
    public DocumentRef receive(PurchaseOrderView order, List<LineQuantity> quantities, LocalDate date) {
        Map<Long, BigDecimal> wanted = new LinkedHashMap<>();
        quantities.forEach(q -> wanted.merge(q.lineId(), q.quantity(), BigDecimal::add));
        boolean more = order.lines().stream().filter(PurchaseOrderLineView::goods).anyMatch(line -> line.quantity()
                .subtract(line.received()).compareTo(wanted.getOrDefault(line.id(), BigDecimal.ZERO)) > 0);
        return expected.asSystem(order, () -> {
            List<TransferView> open = expected.open(order);
            TransferView announced = open.isEmpty() || expected.foreign(order) ? null : open.get(0);
            if (announced != null && covers(announced, wanted)) {
                transfers.complete(announced.id(), date, done(announced, wanted), more);
                return ref(announced.id());
            }
            return afresh(order, wanted, date, open, more);
        });
    }

    /**
     * Receives by a transfer of its own: history has none announced, over-receipts go beyond it, and in a foreign
     * currency the cost is that of the day. What is left is announced anew.
     */
    private DocumentRef afresh(PurchaseOrderView order, Map<Long, BigDecimal> wanted, LocalDate date,
            List<TransferView> open, boolean more) {
        open.forEach(t -> transfers.cancel(t.id()));
        TransferId id = expected.create(order, date, date, line -> wanted.getOrDefault(line.id(), BigDecimal.ZERO));
        transfers.complete(id, date, null, false);
        if (more) {
            expected.create(order, order.expectedDate() == null ? date : order.expectedDate(), date,
                    line -> line.quantity().subtract(line.received())
                            .subtract(wanted.getOrDefault(line.id(), BigDecimal.ZERO)).max(BigDecimal.ZERO));
        }
        return ref(id);
    }

    private static boolean covers(TransferView transfer, Map<Long, BigDecimal> wanted) {
        return wanted.entrySet().stream().allMatch(w -> transfer.lines().stream()
                .anyMatch(l -> l.sourceLineId() == w.getKey() && l.quantity().compareTo(w.getValue()) >= 0));
    }

    private static List<org.ashlar.inventory.LineQuantity> done(TransferView transfer, Map<Long, BigDecimal> wanted) {
        return transfer.lines().stream().filter(l -> wanted.containsKey(l.sourceLineId()))
                .map(l -> new org.ashlar.inventory.LineQuantity(l.id(), wanted.get(l.sourceLineId()))).toList();
    }

    @Override
    public DocumentRef sendBack(PurchaseOrderView order, List<LineQuantity> quantities, LocalDate date, String reason) {
        return expected.asSystem(order, () -> {
            List<MoveView> moves = transfers.moves(ExpectedReceipts.ORDER, order.id()).stream()
                    .filter(m -> m.kind() == TransferKind.RECEIPT).toList();
            List<TransferLineDraft> lines = new ArrayList<>();
            for (LineQuantity quantity : quantities) {
                lines.addAll(returned(order.line(quantity.lineId()).orElseThrow(), quantity.quantity(), moves));
            }
            TransferId id = transfers.move(new TransferDraft(TransferKind.VENDOR_RETURN, order.warehouseId(),
                    order.partyId(), date, ExpectedReceipts.ORDER, order.id(), lines));
            return ref(id);
        });
    }

    private List<TransferLineDraft> returned(PurchaseOrderLineView line, BigDecimal quantity, List<MoveView> moves) {
        String unit = products.get(line.productId()).unit();
        BigDecimal base = units.convert(quantity, line.unit(), unit, line.productId());
        List<MoveView> own = moves.stream().filter(m -> m.sourceLineId() == line.id()).toList();
        return ReturnOrigins.spread(base, own).stream().map(part -> new TransferLineDraft(line.productId(), part.quantity(),
                unit, null, line.id(), part.moveId())).toList();
    }

    private DocumentRef ref(TransferId id) {
        return new DocumentRef(TRANSFER, id.value(), transfers.get(id).number());
    }
}
