package org.ashlar.inventory.internal.service;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.ashlar.inventory.Against;
import org.ashlar.inventory.CostChange;
import org.ashlar.inventory.Costing;
import org.ashlar.inventory.internal.domain.BillSplit;
import org.ashlar.masters.ProductView;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Late costs as documents of their own. */
@Component(service = Costing.class)
public class DefaultCosting implements Costing {

    private static final int UNIT_SCALE = 6;

    private final Access access;
    private final Transactions transactions;
    private final MoveStore moves;
    private final CostStore costs;
    private final Valuation valuation;
    private final StockMath math;
    private final IdSource ids;
    private final Stamp stamp;
    private final Sql sql;

    /** With the stores that it writes through. */
    @Activate
    public DefaultCosting(@Reference Access access, @Reference Transactions transactions, @Reference MoveStore moves,
            @Reference CostStore costs, @Reference Valuation valuation, @Reference StockMath math,
            @Reference IdSource ids, @Reference Stamp stamp, @Reference Sql sql) {
        this.access = access;
        this.transactions = transactions;
        this.moves = moves;
        this.costs = costs;
        this.valuation = valuation;
        this.math = math;
        this.ids = ids;
        this.stamp = stamp;
        this.sql = sql;
    }

    @Override
    public CostChange adjustCost(long moveId, BigDecimal amount, LocalDate date, String reference) {
        access.require("inventory.valueEntry.create");
        return transactions.required(() -> adjust(moveId, amount, date, reference));
    }

    private CostChange adjust(long moveId, BigDecimal given, LocalDate date, String reference) {
        if (given == null || math.money(given).signum() == 0) {
            throw Problem.rule("amount", "inventory.cost.zero");
        }
        BigDecimal amount = math.money(given);
        MoveStore.Known receipt = moves.get(moveId);
        if (receipt.valued() <= 0) {
            throw Problem.rule("move", "inventory.cost.notReceipt", receipt.reference());
        }
        if (date.isBefore(receipt.date())) {
            throw Problem.rule("date", "inventory.cost.beforeReceipt", receipt.date().toString());
        }
        ProductView product = math.product(receipt.productId());
        String text = reference == null || reference.isBlank() ? receipt.reference() : reference;
        long adjustment = ids.next();
        Document document = new Document(receipt.transferId(), text, receipt.kind(), date, null, 0);
        List<ValueEntries.Entry> written = valuation.lateCost(document, adjustment, receipt, product, amount,
                sequence -> insert(adjustment, receipt, amount, date, text, sequence));
        valuation.publish(written);
        BigDecimal own = written.stream().filter(e -> Long.valueOf(adjustment).equals(e.adjustmentId()))
                .map(ValueEntries.Entry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new CostChange(own, amount.subtract(own));
    }

    @Override
    public CostChange billed(String sourceModel, long sourceLineId, BigDecimal quantity, String unit, BigDecimal amount,
            LocalDate date, String reference) {
        access.require("inventory.valueEntry.create");
        return transactions.required(() -> {
            List<MoveStore.Received> receipts = moves.received(sourceModel, sourceLineId);
            if (receipts.isEmpty() || quantity.signum() == 0) {
                return new CostChange(BigDecimal.ZERO, BigDecimal.ZERO);
            }
            ProductView product = math.product(receipts.get(0).productId());
            BigDecimal billed = math.base(quantity, unit, product, "quantity");
            BigDecimal toStock = BigDecimal.ZERO;
            BigDecimal consumed = BigDecimal.ZERO;
            for (BillSplit.Part part : BillSplit.of(receipts.stream()
                    .map(r -> new BillSplit.Receipt(r.id(), r.quantity(), r.value())).toList(), billed,
                    math.money(amount), math.decimals())) {
                LocalDate received = moves.get(part.moveId()).date();
                CostChange change = adjust(part.moveId(), part.difference(), date.isBefore(received) ? received : date,
                        reference);
                toStock = toStock.add(change.toStock());
                consumed = consumed.add(change.consumed());
            }
            return new CostChange(toStock, consumed);
        });
    }

    private void insert(long id, MoveStore.Known receipt, BigDecimal amount, LocalDate date, String reference,
            long sequence) {
        Against against = receipt.against();
        sql.inTransaction(ctx -> Batch.run(ctx, "INSERT INTO inventory_cost_adjustment (" + Stamp.COLUMNS
                + ", reference, adjustment_date, seq, product_id, move_id, amount, against) VALUES (" + Batch.marks(14)
                + ")", List.<Object[]>of(stamp.row(id, reference, date, sequence, receipt.productId(), receipt.id(),
                        amount, against))));
    }

    @Override
    public BigDecimal unitCost(long productId) {
        access.require("inventory.quant.read");
        var worth = costs.worth(productId);
        if (worth != null) {
            Iterator<BigDecimal> values = worth.iterator();
            BigDecimal quantity = values.next();
            if (quantity.signum() > 0) {
                return values.next().divide(quantity, UNIT_SCALE, RoundingMode.HALF_UP);
            }
        }
        BigDecimal standard = math.product(productId).standardCost();
        return standard == null ? BigDecimal.ZERO : standard;
    }
}
