package org.ashlar.sales.internal.service;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.ashlar.masters.Parties;
import org.ashlar.masters.PartyView;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.event.Events;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.numbering.NumberSeries;
import org.ashlar.platform.numbering.Numbering;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.sales.OrderCancelled;
import org.ashlar.sales.OrderClosed;
import org.ashlar.sales.OrderConfirmed;
import org.ashlar.sales.OrderReopened;
import org.ashlar.sales.OrderState;
import org.ashlar.sales.internal.domain.LineProgress;
import org.ashlar.sales.internal.domain.OrderStep;
import org.ashlar.sales.internal.model.OrderEntity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moves an order from state to state; runs inside the caller's transaction. Thread-safe. */
@Component(service = OrderLifecycle.class)
public final class OrderLifecycle {

    /** Model of orders, for validators and events. */
    static final String MODEL = "sales.order";

    private static final NumberSeries ORDERS = NumberSeries.plain("sales.order", "SO-{yyyy}-{seq:5}");

    private final EntityStore store;
    private final Modules modules;
    private final Events events;
    private final Numbering numbering;
    private final Access access;
    private final Parties parties;
    private final Partners partners;

    /** Used by DS. */
    @Activate
    public OrderLifecycle(@Reference EntityStore store, @Reference Modules modules, @Reference Events events,
            @Reference Numbering numbering, @Reference Access access, @Reference Parties parties,
            @Reference Partners partners) {
        this.store = store;
        this.modules = modules;
        this.events = events;
        this.numbering = numbering;
        this.access = access;
        this.parties = parties;
        this.partners = partners;
    }

    /** Marks a quotation as sent. */
    public void send(long id) {
        OrderEntity order = begin(id, OrderStep.SEND);
        requireLines(order);
        order.setState(OrderState.SENT);
        store.update(order);
    }

    /** Makes a quotation a binding order. */
    public void confirm(long id) {
        modules.requireValidators(MODEL);
        OrderEntity order = begin(id, OrderStep.CONFIRM);
        requireLines(order);
        requireCustomer(order);
        partners.check(OrderViews.of(order));
        order.setState(OrderState.CONFIRMED);
        order.setConfirmedDate(access.today());
        if (order.getNumber().equals(order.getQuotationNumber())) {
            order.setNumber(numbering.next(ORDERS, order.getConfirmedDate()));
        }
        store.update(order);
        events.publish(new OrderConfirmed(OrderViews.of(order)));
    }

    /** Ends an order of which less was delivered than ordered. */
    public void close(long id) {
        modules.requireValidators(MODEL);
        OrderEntity order = begin(id, OrderStep.CLOSE);
        List<LineProgress> lines = OrderViews.progress(order);
        boolean open = lines.stream().anyMatch(l -> l.goods() && l.openToInvoice().signum() > 0);
        if (open) {
            throw Problem.rule("invoiceStatus", "sales.order.close.notInvoiced", order.getNumber());
        }
        done(order);
        store.update(order);
    }

    /** Sets the state DONE and says so. */
    void done(OrderEntity order) {
        order.act();
        order.setState(OrderState.DONE);
        events.publish(new OrderClosed(OrderViews.of(order)));
    }

    /** Gives an order up. */
    public void cancel(long id) {
        OrderEntity order = begin(id, OrderStep.CANCEL);
        boolean wasConfirmed = order.getState() == OrderState.CONFIRMED;
        if (wasConfirmed) {
            modules.requireValidators(MODEL);
            requireUntouched(order, "sales.order.cancel.begun");
        }
        order.setState(OrderState.CANCELLED);
        store.update(order);
        events.publish(new OrderCancelled(OrderViews.of(order), wasConfirmed));
    }

    /** Makes an order or a quotation that was sent or given up editable again. */
    public void reopen(long id) {
        OrderEntity order = begin(id, OrderStep.REOPEN);
        boolean wasConfirmed = order.getState() == OrderState.CONFIRMED;
        if (order.isHistoric()) {
            throw Problem.rule("historic", "sales.order.historic", order.getNumber());
        }
        if (wasConfirmed) {
            modules.requireValidators(MODEL);
            requireUntouched(order, "sales.order.reopen.begun");
        }
        order.setState(OrderState.DRAFT);
        store.update(order);
        if (wasConfirmed) {
            events.publish(new OrderReopened(OrderViews.of(order)));
        }
    }

    private OrderEntity begin(long id, OrderStep step) {
        OrderEntity order = store.lock(OrderEntity.class, id);
        step.require(order.getState(), order.getNumber());
        if (order.isHistoric() && order.getState() != OrderState.CONFIRMED) {
            throw Problem.rule("historic", "sales.order.historic", order.getNumber());
        }
        order.act();
        return order;
    }

    private static void requireLines(OrderEntity order) {
        if (order.getLines().isEmpty()) {
            throw Problem.rule("lines", "sales.order.lines.missing", order.getNumber());
        }
    }

    private void requireCustomer(OrderEntity order) {
        List<FieldError> errors = new ArrayList<>();
        PartyView party = parties.get(order.getParty());
        if (!party.active()) {
            errors.add(FieldError.of("party", "sales.order.party.inactive", party.name()));
        } else if (!party.customer()) {
            errors.add(FieldError.of("party", "sales.order.party.noCustomer", party.name()));
        }
        if (!errors.isEmpty()) {
            throw Problem.rules(errors.get(0).code(), errors);
        }
    }

    private static void requireUntouched(OrderEntity order, String code) {
        boolean begun = order.getLines().stream().anyMatch(
                l -> positive(l.getDeliveredQuantity()) || positive(l.getInvoicedQuantity()));
        if (begun) {
            throw Problem.rule("state", code, order.getNumber());
        }
    }

    private static boolean positive(BigDecimal quantity) {
        return quantity.signum() > 0;
    }
}
