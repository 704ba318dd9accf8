package org.ashlar.sales.internal.domain;

import static org.ashlar.sales.OrderState.CANCELLED;
import static org.ashlar.sales.OrderState.CONFIRMED;
import static org.ashlar.sales.OrderState.DONE;
import static org.ashlar.sales.OrderState.DRAFT;
import static org.ashlar.sales.OrderState.SENT;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.ashlar.platform.problem.Problem;
import org.ashlar.sales.OrderState;

/** What can be done to an order and in which states. */
public enum OrderStep {
    EDIT(DRAFT, SENT), DELETE(DRAFT, CANCELLED), SEND(DRAFT), CONFIRM(DRAFT, SENT), DELIVER(CONFIRMED),
    INVOICE(CONFIRMED), RETURN(CONFIRMED, DONE), CREDIT(CONFIRMED, DONE), CLOSE(CONFIRMED),
    CANCEL(DRAFT, SENT, CONFIRMED), REOPEN(SENT, CONFIRMED, CANCELLED);

    private final Set<OrderState> from;

    OrderStep(OrderState first, OrderState... more) {
        from = EnumSet.of(first, more);
    }

    /** Whether an order in that state allows it. */
    public boolean allowed(OrderState state) {
        return from.contains(state);
    }

    /**
     * Refuses in other states.
     *
     * @throws Problem at field {@code state}, code {@code sales.order.state.<step>}
     */
    public void require(OrderState state, String number) {
        if (!allowed(state)) {
            throw Problem.rule("state", "sales.order.state." + name().toLowerCase(Locale.ROOT), number, state.name());
        }
    }
}
