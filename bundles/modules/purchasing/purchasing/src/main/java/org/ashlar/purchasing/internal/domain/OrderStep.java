package org.ashlar.purchasing.internal.domain;

import static org.ashlar.purchasing.PurchaseOrderState.CANCELLED;
import static org.ashlar.purchasing.PurchaseOrderState.CONFIRMED;
import static org.ashlar.purchasing.PurchaseOrderState.DONE;
import static org.ashlar.purchasing.PurchaseOrderState.DRAFT;
import static org.ashlar.purchasing.PurchaseOrderState.REJECTED;
import static org.ashlar.purchasing.PurchaseOrderState.SENT;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.ashlar.platform.problem.Problem;
import org.ashlar.purchasing.PurchaseOrderState;

/** What can be done to a purchase order and in which states. */
public enum OrderStep {
    EDIT(DRAFT, SENT), DELETE(DRAFT, CANCELLED), SEND(DRAFT), CONFIRM(DRAFT, SENT), REJECT(DRAFT, SENT),
    RECEIVE(CONFIRMED), BILL(CONFIRMED), RETURN(CONFIRMED, DONE), CREDIT(CONFIRMED, DONE), RELEASE(CONFIRMED, DONE),
    CLOSE(CONFIRMED), CANCEL(DRAFT, SENT, CONFIRMED), REOPEN(SENT, REJECTED, CONFIRMED, CANCELLED);

    private final Set<PurchaseOrderState> from;

    OrderStep(PurchaseOrderState first, PurchaseOrderState... more) {
        from = EnumSet.of(first, more);
    }

    /** Whether an order in that state allows it. */
    public boolean allowed(PurchaseOrderState state) {
        return from.contains(state);
    }

    /**
     * Refuses in other states.
     *
     * @throws Problem at field {@code state}, code {@code purchasing.order.state.<step>}
     */
    public void require(PurchaseOrderState state, String number) {
        if (!allowed(state)) {
            throw Problem.rule("state", "purchasing.order.state." + name().toLowerCase(Locale.ROOT), number, state.name());
        }
    }
}
