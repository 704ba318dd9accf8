package org.ashlar.purchasing;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Purchase orders. Each call joins the running transaction or has one of its own, checks the permission named like the
 * method ({@code purchasing.order.create}, {@code .confirm}, ...) and the caller's company. Thread-safe.
 */
@ProviderType
public interface PurchaseOrders {

    /**
     * Creates a purchase order (state DRAFT).
     *
     * @throws org.ashlar.platform.problem.Problem with one error per wrong field
     */
    PurchaseOrderId create(PurchaseOrderDraft draft);

    /**
     * Makes an order binding; checks and expected receipts of other modules happen in the same transaction.
     *
     * @throws org.ashlar.platform.problem.Problem UNAVAILABLE while a module that validates orders is away
     */
    void confirm(PurchaseOrderId order);

    /** Gives up an order of which nothing is received or billed. */
    void cancel(PurchaseOrderId order);

    /**
     * The order as it stands; needs {@code purchasing.order.read}. Inside a running transaction it stays locked until that
     * ends, so that the quantities recorded afterwards rest on what was read.
     */
    PurchaseOrderView get(PurchaseOrderId order);

    /**
     * Says that goods of a confirmed order came in (positive) or went back to the vendor (negative); needs
     * {@code purchasing.order.receive}.
     *
     * @throws org.ashlar.platform.problem.Problem {@code purchasing.order.receive.tooMuch} beyond the tolerance,
     *     {@code purchasing.order.return.tooMuch}
     */
    void recordReceived(PurchaseOrderId order, List<LineQuantity> quantities);

    /**
     * Says that quantities were billed (positive) or credited by the vendor (negative); needs
     * {@code purchasing.order.bill}.
     *
     * @throws org.ashlar.platform.problem.Problem {@code purchasing.order.bill.tooMuch}, {@code purchasing.order.credit.tooMuch}
     */
    void recordBilled(PurchaseOrderId order, List<LineQuantity> quantities);
}
