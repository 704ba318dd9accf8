package org.ashlar.inventory.internal.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.inventory.Against;
import org.ashlar.inventory.TransferKind;
import org.ashlar.inventory.internal.domain.CostEvent;
import org.ashlar.inventory.internal.domain.Origin;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moves that happened: written once, never changed. Thread-safe. */
@Component(service = MoveStore.class)
public class MoveStore {

    private static final String INSERT = "INSERT INTO inventory_move (" + Stamp.COLUMNS + ", reference, kind, move_date,"
            + " seq, product_id, quantity, unit, from_location_id, to_location_id, transfer_id, transfer_line_id,"
            + " origin_move_id, source_model, source_id, source_line_id, valued, against, input_value, standard_cost)"
            + " VALUES (" + Batch.marks(26) + ")";

    private final Sql sql;
    private final Stamp stamp;

    /**
     * A move that others refer to.
     *
     * @param id move
     * @param productId what
     * @param date when
     * @param quantity how much, base unit
     * @param valued 1 in, -1 out, 0 neither
     * @param against other side of its value or {@code null}
     * @param transferId its transfer
     * @param kind why
     * @param reference the transfer's number
     * @param origin what it was worth and what came back of it
     */
    record Known(long id, long productId, LocalDate date, BigDecimal quantity, int valued, Against against,
            long transferId, TransferKind kind, String reference, Origin origin) {
    }

    /**
     * An event of a product's history with the document behind it.
     *
     * @param event for the costing engine
     * @param transferId transfer of its move
     * @param kind kind of that transfer
     * @param reference number of that transfer
     */
    record Past(CostEvent event, long transferId, TransferKind kind, String reference) {
    }

    /**
     * A receipt from a vendor.
     *
     * @param id move
     * @param productId what
     * @param quantity base unit
     * @param value at which it was received
     */
    record Received(long id, long productId, BigDecimal quantity, BigDecimal value) {
    }

    /** Works on the connection of the running transaction. */
    @Activate
    public MoveStore(@Reference Sql sql, @Reference Stamp stamp) {
        this.sql = sql;
        this.stamp = stamp;
    }

    /** Writes moves; {@code events} holds sequence and value of the valued ones by move id. */
    void insert(Document document, List<Movement> movements, Map<Long, CostEvent> events) {
        List<Object[]> rows = new ArrayList<>();
        for (Movement m : movements) {
            CostEvent event = events.get(m.id());
            rows.add(stamp.row(m.id(), document.number(), document.kind(), document.date(),
                    event == null ? 0L : event.sequence(), m.product().id(), m.quantity(), m.product().unit(),
                    m.from().id(), m.to().id(), document.transferId(), m.lineId(),
                    Batch.NullOf.LONG.or(m.originMoveId()), Batch.NullOf.TEXT.or(document.sourceModel()),
                    document.sourceModel() == null ? Batch.NullOf.LONG : (Object) document.sourceId(),
                    m.sourceLineId() == 0 ? Batch.NullOf.LONG : (Object) m.sourceLineId(), m.valued(),
                    Batch.NullOf.TEXT.or(m.against()), event == null ? BigDecimal.ZERO : event.value(),
                    m.standardCost()));
        }
        sql.inTransaction(ctx -> Batch.run(ctx, INSERT, rows));
    }

    /** Moves by id with their worth; one statement. */
    Map<Long, Known> known(Collection<Long> ids) {
        Map<Long, Known> result = new HashMap<>();
        if (ids.isEmpty()) {
            return result;
        }
        List<Object> binds = new ArrayList<>();
        binds.add(stamp.company());
        binds.addAll(ids);
        sql.inTransaction(ctx -> ctx.fetch("SELECT m.id, m.product_id, m.move_date, m.quantity, m.valued, m.against,"
                + " m.transfer_id, m.kind, m.reference,"
                + " (SELECT SUM(v.amount) FROM inventory_value_entry v WHERE v.company_id = m.company_id"
                + " AND v.move_id = m.id AND v.against = m.against),"
                + " (SELECT SUM(r.quantity) FROM inventory_move r WHERE r.company_id = m.company_id"
                + " AND r.origin_move_id = m.id)"
                + " FROM inventory_move m WHERE m.company_id = ? AND m.id IN (" + Batch.marks(ids.size()) + ")",
                binds.toArray())).forEach(r -> {
                    BigDecimal quantity = r.get(3, BigDecimal.class);
                    String against = r.get(5, String.class);
                    result.put(r.get(0, Long.class), new Known(r.get(0, Long.class), r.get(1, Long.class),
                            r.get(2, LocalDate.class), quantity, r.get(4, Integer.class),
                            against == null ? null : Against.valueOf(against), r.get(6, Long.class),
                            TransferKind.valueOf(r.get(7, String.class)), r.get(8, String.class),
                            new Origin(quantity, zero(r.get(9, BigDecimal.class)).abs(),
                                    zero(r.get(10, BigDecimal.class)))));
                });
        return result;
    }

    /** One move. */
    Known get(long id) {
        Known known = known(List.of(id)).get(id);
        if (known == null) {
            throw Problem.notFound("inventory.move", id);
        }
        return known;
    }

    /** Goods received from vendors for a line of a document, oldest first. */
    List<Received> received(String sourceModel, long sourceLineId) {
        return sql.inTransaction(ctx -> ctx.resultQuery("SELECT id, product_id, quantity, input_value FROM inventory_move"
                + " WHERE company_id = ? AND source_line_id = ? AND source_model = ? AND valued = 1 AND against = 'SUPPLY'"
                + " AND origin_move_id IS NULL ORDER BY move_date, id", stamp.company(), sourceLineId, sourceModel)
                .fetch(r -> new Received(r.get(0, Long.class), r.get(1, Long.class), r.get(2, BigDecimal.class),
                        r.get(3, BigDecimal.class))));
    }

    /** All valued moves and late costs of a product. */
    List<Past> history(long productId) {
        long company = stamp.company();
        List<Past> events = new ArrayList<>();
        sql.inTransaction(ctx -> ctx.fetch("SELECT id, move_date, seq, quantity, input_value, origin_move_id, against,"
                + " standard_cost, valued, transfer_id, kind, reference FROM inventory_move"
                + " WHERE company_id = ? AND product_id = ? AND valued <> 0", company, productId)).forEach(r -> {
                    long id = r.get(0, Long.class);
                    Long origin = r.get(5, Long.class);
                    boolean in = r.get(8, Integer.class) > 0;
                    CostEvent.Type type = in ? origin == null ? CostEvent.Type.IN : CostEvent.Type.RETURN_IN
                            : origin == null ? CostEvent.Type.OUT : CostEvent.Type.RETURN_OUT;
                    events.add(new Past(new CostEvent(type, id, id, r.get(1, LocalDate.class), r.get(2, Long.class),
                            r.get(3, BigDecimal.class), r.get(4, BigDecimal.class), origin,
                            Against.valueOf(r.get(6, String.class)), r.get(7, BigDecimal.class)), r.get(9, Long.class),
                            TransferKind.valueOf(r.get(10, String.class)), r.get(11, String.class)));
                });
        sql.inTransaction(ctx -> ctx.fetch("SELECT a.id, a.adjustment_date, a.seq, a.amount, a.move_id, a.against,"
                + " m.transfer_id, m.kind, a.reference FROM inventory_cost_adjustment a"
                + " JOIN inventory_move m ON m.id = a.move_id WHERE a.company_id = ? AND a.product_id = ?", company,
                productId)).forEach(r -> events.add(new Past(new CostEvent(CostEvent.Type.LATE_COST,
                        r.get(0, Long.class), r.get(4, Long.class), r.get(1, LocalDate.class), r.get(2, Long.class),
                        BigDecimal.ZERO, r.get(3, BigDecimal.class), null, Against.valueOf(r.get(5, String.class)),
                        BigDecimal.ZERO), r.get(6, Long.class), TransferKind.valueOf(r.get(7, String.class)),
                        r.get(8, String.class))));
        return events;
    }

    private static BigDecimal zero(BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }
}
