package org.ashlar.inventory;

import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Transfers of goods. Works in the running or a new transaction, checks the {@code inventory.transfer.*} permissions.
 * Thread-safe.
 */
@ProviderType
public interface Transfers {

    /**
     * Creates a transfer in state DRAFT.
     *
     * @return its id, or {@code null} if every line is a product without stock
     * @throws org.ashlar.platform.problem.Problem {@code inventory.transfer.*} with the line, {@code masters.unit.wrong}
     */
    TransferId create(TransferDraft draft);

    /**
     * Moves everything planned, dated today. What leaves stock is taken from the reservations of the transfer's source
     * lines first, then from free stock.
     *
     * @throws org.ashlar.platform.problem.Problem {@code inventory.stock.insufficient} per line; {@code inventory.transfer.state}
     *             if it is done or cancelled already
     */
    void complete(TransferId id);

    /** Moves the given quantities, dated today; lines that are not named do not move; the rest becomes a backorder transfer. */
    void complete(TransferId id, List<LineQuantity> done);

    /**
     * As {@link #complete(TransferId, List)} with the date of the moves; not in the future. An earlier date than that of moves
     * already there recosts the products concerned.
     *
     * @param done {@code null}: everything planned
     * @param backorder whether the rest becomes a backorder transfer
     * @return the backorder's id, or {@code null} if nothing is left
     */
    TransferId complete(TransferId id, LocalDate date, List<LineQuantity> done, boolean backorder);

    /**
     * Creates a transfer and moves everything at once, dated as the draft says, today without: as {@link #create} followed by
     * {@link #complete(TransferId, LocalDate, List, boolean)}, but the transfer is written once, done.
     *
     * @return its id, or {@code null} if every line is a product without stock
     */
    TransferId move(TransferDraft draft);

    /** Gives up a transfer that is not done and frees what it reserved itself. */
    void cancel(TransferId id);

    /** One transfer of the caller's company. */
    TransferView get(TransferId id);

    /** Transfers of a source document, oldest first. */
    List<TransferView> of(String sourceModel, long sourceId);

    /** Moves done for a source document, oldest first; for returns and three-way matching. */
    List<MoveView> moves(String sourceModel, long sourceId);
}
