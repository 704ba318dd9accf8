package org.ashlar.purchasing.internal.service;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.ashlar.masters.Parties;
import org.ashlar.masters.PartyView;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.event.Events;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.purchasing.PurchaseOrderCancelled;
import org.ashlar.purchasing.PurchaseOrderClosed;
import org.ashlar.purchasing.PurchaseOrderConfirmed;
import org.ashlar.purchasing.PurchaseOrderState;
import org.ashlar.purchasing.internal.domain.LineProgress;
import org.ashlar.purchasing.internal.domain.OrderStep;
import org.ashlar.purchasing.internal.model.PurchaseOrderEntity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moves an order from state to state; runs inside the caller's transaction. Thread-safe. */
@Component(service = OrderLifecycle.class)
public final class OrderLifecycle {

    /** Model of orders, for validators and events. */
    static final String MODEL = "purchasing.order";

    private final EntityStore store;
    private final Modules modules;
    private final Events events;
    private final Access access;
    private final Parties parties;
    private final Partners partners;

    /** Used by DS. */
    @Activate
    public OrderLifecycle(@Reference EntityStore store, @Reference Modules modules, @Reference Events events,
            @Reference Access access, @Reference Parties parties,
            @Reference Partners partners) {
        this.store = store;
        this.modules = modules;
        this.events = events;
        this.access = access;
        this.parties = parties;
        this.partners = partners;
    }

    /** Marks an order as sent. */
    public void send(long id) {
        PurchaseOrderEntity order = begin(id, OrderStep.SEND);
        requireLines(order);
        order.setState(PurchaseOrderState.SENT);
        store.update(order);
    }

    /** Makes an order binding. */
    public void confirm(long id) {
        modules.requireValidators(MODEL);
        PurchaseOrderEntity order = begin(id, OrderStep.CONFIRM);
        requireLines(order);
        requireVendor(order);
        partners.check(OrderViews.of(order));
        order.setState(PurchaseOrderState.CONFIRMED);
        order.setConfirmedDate(access.today());
        store.update(order);
        events.publish(new PurchaseOrderConfirmed(OrderViews.of(order)));
    }

    /** Refuses an order. */
    public void reject(long id) {
        PurchaseOrderEntity order = begin(id, OrderStep.REJECT);
        order.setState(PurchaseOrderState.REJECTED);
        store.update(order);
        events.publish(new PurchaseOrderCancelled(OrderViews.of(order), false));
    }

    /** Ends an order of which less was received than ordered. */
    public void close(long id) {
        modules.requireValidators(MODEL);
        PurchaseOrderEntity order = begin(id, OrderStep.CLOSE);
        List<LineProgress> lines = OrderViews.progress(order);
        boolean open = lines.stream().anyMatch(l -> l.goods() && l.openToBill().signum() > 0);
        if (open) {
            throw Problem.rule("billStatus", "purchasing.order.close.notBilled", order.getNumber());
        }
        done(order);
        store.update(order);
    }

    /** Sets the state DONE and says so. */
    void done(PurchaseOrderEntity order) {
        order.act();
        order.setState(PurchaseOrderState.DONE);
        events.publish(new PurchaseOrderClosed(OrderViews.of(order)));
    }

    /** Gives an order up. */
    public void cancel(long id) {
        PurchaseOrderEntity order = begin(id, OrderStep.CANCEL);
        boolean wasConfirmed = order.getState() == PurchaseOrderState.CONFIRMED;
        if (wasConfirmed) {
            modules.requireValidators(MODEL);
            requireUntouched(order, "purchasing.order.cancel.begun");
        }
        order.setState(PurchaseOrderState.CANCELLED);
        store.update(order);
        events.publish(new PurchaseOrderCancelled(OrderViews.of(order), wasConfirmed));
    }

    /** Makes an order that was sent, refused, confirmed or given up editable again. */
    public void reopen(long id) {
        PurchaseOrderEntity order = begin(id, OrderStep.REOPEN);
        boolean wasConfirmed = order.getState() == PurchaseOrderState.CONFIRMED;
        if (order.isHistoric()) {
            throw Problem.rule("historic", "purchasing.order.historic", order.getNumber());
        }
        if (wasConfirmed) {
            modules.requireValidators(MODEL);
            requireUntouched(order, "purchasing.order.reopen.begun");
        }
        order.setState(PurchaseOrderState.DRAFT);
        store.update(order);
        if (wasConfirmed) {
            events.publish(new PurchaseOrderCancelled(OrderViews.of(order), true));
        }
    }

    private PurchaseOrderEntity begin(long id, OrderStep step) {
        PurchaseOrderEntity order = store.lock(PurchaseOrderEntity.class, id);
        step.require(order.getState(), order.getNumber());
        if (order.isHistoric() && order.getState() != PurchaseOrderState.CONFIRMED) {
            throw Problem.rule("historic", "purchasing.order.historic", order.getNumber());
        }
        order.act();
        return order;
    }

    private static void requireLines(PurchaseOrderEntity order) {
        if (order.getLines().isEmpty()) {
            throw Problem.rule("lines", "purchasing.order.lines.missing", order.getNumber());
        }
    }

    private void requireVendor(PurchaseOrderEntity order) {
        List<FieldError> errors = new ArrayList<>();
        PartyView party = parties.get(order.getParty());
        if (!party.active()) {
            errors.add(FieldError.of("party", "purchasing.order.party.inactive", party.name()));
        } else if (!party.vendor()) {
            errors.add(FieldError.of("party", "purchasing.order.party.noVendor", party.name()));
        }
        if (!errors.isEmpty()) {
            throw Problem.rules(errors.get(0).code(), errors);
        }
    }

    private static void requireUntouched(PurchaseOrderEntity order, String code) {
        boolean begun = order.getLines().stream().anyMatch(
                l -> positive(l.getReceivedQuantity()) || positive(l.getBilledQuantity()));
        if (begun) {
            throw Problem.rule("state", code, order.getNumber());
        }
    }

    private static boolean positive(BigDecimal quantity) {
        return quantity.signum() > 0;
    }
}
