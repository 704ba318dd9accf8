package org.ashlar.inventory.internal.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ashlar.inventory.LineQuantity;
import org.ashlar.inventory.MoveView;
import org.ashlar.inventory.ReservationRequest;
import org.ashlar.inventory.TransferDraft;
import org.ashlar.inventory.TransferId;
import org.ashlar.inventory.TransferKind;
import org.ashlar.inventory.TransferLineDraft;
import org.ashlar.inventory.TransferState;
import org.ashlar.inventory.TransferView;
import org.ashlar.inventory.Transfers;
import org.ashlar.inventory.internal.domain.Site;
import org.ashlar.inventory.internal.model.TransferEntity;
import org.ashlar.inventory.internal.model.TransferLineEntity;
import org.ashlar.masters.ProductView;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Transfers over the entity store; {@link Completion} moves the goods. */
@Component(service = {Transfers.class, DefaultTransfers.class})
public class DefaultTransfers implements Transfers {

    private static final String TRANSFER = "inventory.transfer";

    private final Access access;
    private final Transactions transactions;
    private final EntityStore store;
    private final Completion completion;
    private final DefaultReservations reservations;
    private final ReservationStore held;
    private final StockMath math;
    private final Sites sites;
    private final Sql sql;

    /** With the services that it writes through. */
    @Activate
    public DefaultTransfers(@Reference Access access, @Reference Transactions transactions, @Reference EntityStore store,
            @Reference Completion completion, @Reference DefaultReservations reservations,
            @Reference ReservationStore held, @Reference StockMath math, @Reference Sites sites,
            @Reference Sql sql) {
        this.access = access;
        this.transactions = transactions;
        this.store = store;
        this.completion = completion;
        this.reservations = reservations;
        this.held = held;
        this.math = math;
        this.sites = sites;
        this.sql = sql;
    }

    @Override
    public TransferId create(TransferDraft draft) {
        access.require("inventory.transfer.create");
        return transactions.required(() -> {
            TransferEntity transfer = entity(draft);
            return empty(transfer, draft) ? null : new TransferId(store.insert(transfer).getId());
        });
    }

    @Override
    public TransferId move(TransferDraft draft) {
        access.require("inventory.transfer.create");
        access.require("inventory.transfer.complete");
        return transactions.required(() -> {
            TransferEntity transfer = entity(draft);
            if (empty(transfer, draft)) {
                return null;
            }
            // Done before it is handed to JPA, so that the row is written once.
            LocalDate date = draft.date() == null ? access.today() : draft.date();
            transfer.setDate(date);
            transfer.setState(TransferState.DONE);
            transfer.getLines().forEach(line -> line.setDoneQuantity(line.getQuantity()));
            completion.moveAll(store.insert(transfer), date);
            return new TransferId(transfer.getId());
        });
    }

    private static boolean empty(TransferEntity transfer, TransferDraft draft) {
        return transfer.getLines().isEmpty() && !draft.lines().isEmpty();
    }

    private TransferEntity entity(TransferDraft draft) {
        Map<Long, ProductView> products =
                math.products(draft.lines().stream().map(TransferLineDraft::productId).toList());
        TransferEntity transfer = new TransferEntity();
        transfer.setKind(draft.kind());
        transfer.setWarehouse(draft.warehouseId());
        transfer.setParty(draft.partyId());
        transfer.setDate(draft.date());
        transfer.setSourceModel(draft.sourceModel());
        transfer.setSourceId(draft.sourceModel() == null ? null : draft.sourceId());
        for (TransferLineDraft line : draft.lines()) {
            ProductView product = products.get(line.productId());
            if (product == null || product.goods()) {
                TransferLineEntity entity = new TransferLineEntity();
                entity.setProduct(line.productId());
                entity.setQuantity(line.quantity());
                entity.setUnit(line.unit());
                entity.setUnitCost(line.unitCost());
                entity.setOriginMove(line.originMoveId());
                entity.setSourceLineId(line.sourceLineId() == 0 ? null : line.sourceLineId());
                transfer.add(entity);
            }
        }
        return transfer;
    }

    @Override
    public void complete(TransferId id) {
        complete(id, access.today(), null, true);
    }

    @Override
    public void complete(TransferId id, List<LineQuantity> done) {
        complete(id, access.today(), done, true);
    }

    @Override
    public TransferId complete(TransferId id, LocalDate date, List<LineQuantity> done, boolean backorder) {
        access.require("inventory.transfer.complete");
        return transactions.required(() -> {
            TransferEntity transfer = lock(id.value());
            Long rest = completion.complete(transfer, date == null ? access.today() : date, done, backorder);
            return rest == null ? null : new TransferId(rest);
        });
    }

    @Override
    public void cancel(TransferId id) {
        access.require("inventory.transfer.cancel");
        transactions.run(() -> {
            TransferEntity transfer = open(id.value(), TransferState.DRAFT, TransferState.READY);
            reservations.release(held.of(TRANSFER, transfer.getId()));
            transfer.setState(TransferState.CANCELLED);
        });
    }

    /** Holds what is to leave stock, for the transfer itself. */
    void reserve(long id) {
        TransferEntity transfer = open(id, TransferState.DRAFT);
        Sites.Plan plan = sites.plan();
        List<ReservationRequest.Line> lines = new ArrayList<>();
        List<Site> roots = new ArrayList<>();
        for (TransferLineEntity line : transfer.getLines()) {
            boolean out = line.getQuantity().signum() < 0;
            Long from = line.getFromLocation() == null ? transfer.getFromLocation() : line.getFromLocation();
            Long to = line.getToLocation() == null ? transfer.getToLocation() : line.getToLocation();
            Site root = plan.site(out ? to : from);
            if (root.kind().valued()) {
                lines.add(new ReservationRequest.Line(line.getId(), line.getProduct(), line.getBaseQuantity().abs(), null));
                roots.add(root);
            }
        }
        reservations.reserve(new ReservationRequest(TRANSFER, id, transfer.getWarehouse(), lines, false), roots::get);
        transfer.setState(TransferState.READY);
    }

    private TransferEntity lock(long id) {
        return store.lock(TransferEntity.class, id);
    }

    private TransferEntity open(long id, TransferState... states) {
        TransferEntity transfer = lock(id);
        if (!List.of(states).contains(transfer.getState())) {
            throw Problem.of(ProblemKind.CONFLICT, "inventory.transfer.state", transfer.getNumber(),
                    transfer.getState().name());
        }
        return transfer;
    }

    @Override
    public TransferView get(TransferId id) {
        access.require("inventory.transfer.read");
        return transactions.required(() -> TransferViews.of(store.get(TransferEntity.class, id.value())));
    }

    @Override
    public List<TransferView> of(String sourceModel, long sourceId) {
        access.require("inventory.transfer.read");
        return transactions.required(() -> {
            store.flush();
            List<Long> ids = sql.inTransaction(ctx -> ctx.resultQuery("SELECT id FROM inventory_transfer"
                    + " WHERE company_id = ? AND source_model = ? AND source_id = ? ORDER BY id",
                    access.caller().companyId(), sourceModel, sourceId).fetch(r -> r.get(0, Long.class)));
            return store.getAll(TransferEntity.class, ids).stream().map(TransferViews::of).collect(Collectors.toList());
        });
    }

    @Override
    public List<MoveView> moves(String sourceModel, long sourceId) {
        access.require("inventory.move.read");
        return sql.any(ctx -> ctx.resultQuery("SELECT m.id, m.transfer_id, m.kind, m.source_line_id, m.product_id,"
                + " m.quantity, m.unit, m.move_date,"
                + " (SELECT SUM(v.amount) FROM inventory_value_entry v WHERE v.company_id = m.company_id"
                + " AND v.move_id = m.id),"
                + " (SELECT SUM(r.quantity) FROM inventory_move r WHERE r.company_id = m.company_id"
                + " AND r.origin_move_id = m.id)"
                + " FROM inventory_move m WHERE m.company_id = ? AND m.source_model = ? AND m.source_id = ?"
                + " ORDER BY m.move_date, m.id", access.caller().companyId(), sourceModel, sourceId)
                .fetch(r -> new MoveView(r.get(0, Long.class), new TransferId(r.get(1, Long.class)),
                        TransferKind.valueOf(r.get(2, String.class)), TransferViews.zero(r.get(3, Long.class)),
                        r.get(4, Long.class), r.get(5, BigDecimal.class), r.get(6, String.class),
                        r.get(7, LocalDate.class), zero(r.get(8, BigDecimal.class)), zero(r.get(9, BigDecimal.class)))));
    }

    private static BigDecimal zero(BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }
}
