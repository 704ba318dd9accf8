package org.ashlar.sales;

import java.util.List;
import org.ashlar.platform.value.Money;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Quotations and sales orders. Each call joins the running transaction or has one of its own, checks the permission
 * named like the method ({@code sales.order.create}, {@code .confirm}, ...) and the caller's company. Thread-safe.
 */
@ProviderType
public interface Orders {

    /**
     * Creates a quotation (state DRAFT).
     *
     * @throws org.ashlar.platform.problem.Problem with one error per wrong field
     */
    OrderId create(OrderDraft draft);

    /**
     * Turns a quotation into a binding order; reservation and checks of other modules happen in the same transaction.
     *
     * @throws org.ashlar.platform.problem.Problem UNAVAILABLE while a module that validates orders is away
     */
    void confirm(OrderId order);

    /** Gives up a quotation, or an order of which nothing is delivered or invoiced. */
    void cancel(OrderId order);

    /**
     * The order as it stands; needs {@code sales.order.read}. Inside a running transaction it stays locked until that
     * ends, so that the quantities recorded afterwards rest on what was read.
     */
    OrderView get(OrderId order);

    /**
     * Says that goods of a confirmed order left (positive) or came back (negative); needs {@code sales.order.deliver}.
     *
     * @throws org.ashlar.platform.problem.Problem {@code sales.order.deliver.tooMuch}, {@code sales.order.return.tooMuch}
     */
    void recordDelivered(OrderId order, List<LineQuantity> quantities);

    /**
     * Says that quantities were invoiced (positive) or credited (negative); needs {@code sales.order.invoice}.
     *
     * @throws org.ashlar.platform.problem.Problem {@code sales.order.invoice.tooMuch}, {@code sales.order.credit.tooMuch}
     */
    void recordInvoiced(OrderId order, List<LineQuantity> quantities);

    /**
     * What confirmed orders of a party are still to be invoiced, tax included, one amount per currency; one statement.
     * Needs {@code sales.order.read}.
     */
    List<Money> openAmounts(long partyId);
}
