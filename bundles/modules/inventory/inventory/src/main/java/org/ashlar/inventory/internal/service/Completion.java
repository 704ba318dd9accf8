package org.ashlar.inventory.internal.service;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ashlar.inventory.DoneLine;
import org.ashlar.inventory.LineQuantity;
import org.ashlar.inventory.TransferCompleted;
import org.ashlar.inventory.TransferKind;
import org.ashlar.inventory.TransferState;
import org.ashlar.inventory.internal.domain.Picking;
import org.ashlar.inventory.internal.domain.Site;
import org.ashlar.inventory.internal.model.TransferEntity;
import org.ashlar.inventory.internal.model.TransferLineEntity;
import org.ashlar.inventory.spi.TransferCheck;
import org.ashlar.masters.ProductView;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.event.Events;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.IdSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Moves the goods of a transfer: takes what is reserved for it and then free stock, writes the moves, values them, and
 * leaves the rest as a backorder. Locks in this order: transfer, stock by product and location, cost by product.
 */
@Component(service = Completion.class)
public class Completion {

    private static final int ATTEMPTS = 10;
    private static final String TRANSFER = "inventory.transfer";

    private final Access access;
    private final Modules modules;
    private final Sites sites;
    private final StockMath math;
    private final Quants quants;
    private final ReservationStore reservations;
    private final Valuation valuation;
    private final Events events;
    private final IdSource ids;
    private final Backorders backorders;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<TransferCheck> checks = List.of();

    /** With everything that takes part. */
    @Activate
    public Completion(@Reference Access access, @Reference Modules modules, @Reference Sites sites,
            @Reference StockMath math, @Reference Quants quants, @Reference ReservationStore reservations,
            @Reference Valuation valuation, @Reference Events events, @Reference IdSource ids,
            @Reference Backorders backorders) {
        this.access = access;
        this.modules = modules;
        this.sites = sites;
        this.math = math;
        this.quants = quants;
        this.reservations = reservations;
        this.valuation = valuation;
        this.events = events;
        this.ids = ids;
        this.backorders = backorders;
    }

    /** A line with what is done of it and between which ends. */
    private record Doing(TransferLineEntity line, int index, ProductView product, BigDecimal done, BigDecimal base,
            Site from, Site to) {
    }

    private record Outcome(List<Picking.Pick> picks, Map<Long, BigDecimal> used) {
    }

    /** Completes a locked transfer; answers the id of the backorder or {@code null}. */
    Long complete(TransferEntity transfer, LocalDate date, List<LineQuantity> done, boolean backorder) {
        modules.requireValidators(TRANSFER);
        if (transfer.getState() != TransferState.DRAFT && transfer.getState() != TransferState.READY) {
            throw Problem.of(ProblemKind.CONFLICT, "inventory.transfer.state", transfer.getNumber(),
                    transfer.getState().name());
        }
        return move(transfer, date, done, backorder);
    }

    /** Moves the goods of a transfer that was made by this transaction in its final state. */
    void moveAll(TransferEntity transfer, LocalDate date) {
        modules.requireValidators(TRANSFER);
        move(transfer, date, null, false);
    }

    private Long move(TransferEntity transfer, LocalDate date, List<LineQuantity> done, boolean backorder) {
        if (date.isAfter(access.today())) {
            throw Problem.rule("date", "inventory.transfer.future", date.toString());
        }
        List<Doing> doing = doing(transfer, done);
        Map<TransferLineEntity, BigDecimal> quantities = new HashMap<>();
        doing.forEach(d -> quantities.put(d.line(), d.done()));
        if (!checks.isEmpty()) {
            var view = TransferViews.of(transfer, quantities);
            checks.forEach(c -> c.check(view));
        }
        boolean ready = transfer.getState() == TransferState.READY;
        // Before the first statement, which writes what has changed so far.
        transfer.getLines().forEach(l -> l.setDoneQuantity(quantities.getOrDefault(l, BigDecimal.ZERO)));
        transfer.setState(TransferState.DONE);
        transfer.setDate(date);
        List<ReservationStore.Row> held = held(transfer, ready);
        Outcome outcome = take(transfer, doing, held);
        reservations.use(outcome.used(), held);
        List<Movement> movements = movements(transfer, doing, outcome.picks());
        Document document = new Document(transfer.getId(), transfer.getNumber(), transfer.getKind(), date,
                transfer.getSourceModel(), TransferViews.zero(transfer.getSourceId()));
        Map<Long, String> fields = new HashMap<>();
        doing.forEach(d -> fields.put(d.line().getId(), path(d)));
        List<ValueEntries.Entry> values = valuation.move(document, movements, fields);
        Long rest = backorders.leave(transfer, held, outcome.used(), backorder);
        events.publish(new TransferCompleted(transfer.getId(), transfer.getKind(), access.caller().companyId(), date,
                transfer.getSourceModel(), document.sourceId(), doneLines(doing, movements)));
        valuation.publish(values);
        return rest;
    }

    private List<Doing> doing(TransferEntity transfer, List<LineQuantity> done) {
        Map<Long, BigDecimal> asked = new LinkedHashMap<>();
        if (done != null) {
            done.forEach(d -> asked.merge(d.lineId(), d.quantity() == null ? BigDecimal.ZERO : d.quantity(),
                    BigDecimal::add));
        }
        Map<Long, ProductView> products =
                math.products(transfer.getLines().stream().map(TransferLineEntity::getProduct).toList());
        Sites.Plan plan = sites.plan();
        List<Doing> result = new ArrayList<>();
        int index = 0;
        for (TransferLineEntity line : transfer.getLines()) {
            BigDecimal quantity = done == null ? line.getQuantity() : asked.remove(line.getId());
            int at = index++;
            if (quantity == null || quantity.signum() == 0) {
                continue;
            }
            String field = "lines[" + at + "].quantity";
            if (quantity.signum() != line.getQuantity().signum()) {
                throw Problem.rule(field, "inventory.quantity.positive");
            }
            if (quantity.abs().compareTo(line.getQuantity().abs()) > 0) {
                throw Problem.rule(field, "inventory.transfer.tooMuch", StockMath.plain(line.getQuantity()),
                        StockMath.plain(quantity));
            }
            ProductView product = products.get(line.getProduct());
            BigDecimal base = quantity.compareTo(line.getQuantity()) == 0 ? line.getBaseQuantity()
                    : math.base(quantity, line.getUnit(), product, field);
            Site from = plan.site(line.getFromLocation() == null ? transfer.getFromLocation() : line.getFromLocation());
            Site to = plan.site(line.getToLocation() == null ? transfer.getToLocation() : line.getToLocation());
            boolean out = base.signum() < 0;
            result.add(new Doing(line, at, product, quantity, base.abs(), out ? to : from, out ? from : to));
        }
        if (!asked.isEmpty()) {
            throw Problem.rule("lines", "inventory.transfer.unknownLine", asked.keySet().iterator().next());
        }
        if (result.isEmpty()) {
            throw Problem.rule("lines", "inventory.transfer.nothingDone");
        }
        return result;
    }

    private List<ReservationStore.Row> held(TransferEntity transfer, boolean ready) {
        if (transfer.getKind() == TransferKind.RECEIPT || transfer.getKind() == TransferKind.CUSTOMER_RETURN) {
            return List.of();
        }
        boolean source = transfer.getSourceModel() != null;
        if (ready) {
            return source ? reservations.of(transfer.getSourceModel(), transfer.getSourceId(), TRANSFER, transfer.getId())
                    : reservations.of(TRANSFER, transfer.getId());
        }
        return source ? reservations.of(transfer.getSourceModel(), transfer.getSourceId()) : List.of();
    }

    private Outcome take(TransferEntity transfer, List<Doing> doing, List<ReservationStore.Row> held) {
        Sites.Plan plan = sites.plan();
        Map<Site, Set<Long>> below = new HashMap<>();
        List<Picking.Want> wants = new ArrayList<>();
        Map<Long, String> fields = new HashMap<>();
        for (Doing d : doing) {
            if (d.from().kind().valued()) {
                Set<Long> allowed = below.computeIfAbsent(d.from(), s -> new HashSet<>(plan.storing(s)));
                long except = d.to().id();
                wants.add(new Picking.Want(d.line().getId(), d.product().id(), d.base(),
                        location -> location != except && allowed.contains(location)));
                fields.put(d.line().getId(), path(d));
            }
        }
        List<Picking.Held> forLines = forLines(transfer, doing, held);
        for (int attempt = 1;; attempt++) {
            Picking.Plan picked = new Picking(wants.isEmpty() || covered(wants, forLines) ? List.of()
                    : quants.free(wants.stream().map(Picking.Want::productId).distinct().sorted().toList()), forLines)
                    .plan(wants);
            if (!picked.shortages().isEmpty()) {
                throw math.insufficient("inventory.stock.insufficient", picked.shortages(), fields);
            }
            List<Quants.Change> refused = quants.apply(changes(doing, picked.picks()));
            if (refused.isEmpty()) {
                return new Outcome(picked.picks(), picked.used());
            }
            if (attempt == ATTEMPTS) {
                throw Problem.of(ProblemKind.CONFLICT, "inventory.reservation.changed");
            }
        }
    }

    /** Reservations of the transfer itself and of the lines of its source, as reservations of its own lines. */
    private static List<Picking.Held> forLines(TransferEntity transfer, List<Doing> doing,
            List<ReservationStore.Row> held) {
        List<Picking.Held> result = new ArrayList<>();
        for (ReservationStore.Row row : held) {
            boolean own = row.sourceModel().equals(TRANSFER) && row.sourceId() == transfer.getId();
            doing.stream().filter(d -> row.sourceLineId() == (own ? d.line().getId()
                    : TransferViews.zero(d.line().getSourceLineId()))).findFirst().ifPresent(d -> result.add(
                            new Picking.Held(row.id(), d.line().getId(), row.productId(), row.locationId(),
                                    row.quantity())));
        }
        return result;
    }

    private static boolean covered(List<Picking.Want> wants, List<Picking.Held> held) {
        return new Picking(List.of(), held).plan(wants).shortages().isEmpty();
    }

    private static List<Quants.Change> changes(List<Doing> doing, List<Picking.Pick> picks) {
        List<Quants.Change> changes = new ArrayList<>();
        Map<Long, Doing> byLine = new HashMap<>();
        for (Doing d : doing) {
            byLine.put(d.line().getId(), d);
            if (d.to().kind().valued()) {
                changes.add(new Quants.Change(d.product().id(), d.to().id(), d.product().unit(), d.base(),
                        BigDecimal.ZERO));
            }
        }
        for (Picking.Pick p : picks) {
            changes.add(new Quants.Change(p.productId(), p.locationId(), byLine.get(p.lineId()).product().unit(),
                    p.quantity().negate(), p.held().negate()));
        }
        return changes;
    }

    private List<Movement> movements(TransferEntity transfer, List<Doing> doing, List<Picking.Pick> picks) {
        Sites.Plan plan = sites.plan();
        List<Movement> movements = new ArrayList<>();
        for (Doing d : doing) {
            long source = TransferViews.zero(d.line().getSourceLineId());
            if (!d.from().kind().valued()) {
                movements.add(new Movement(ids.next(), d.line().getId(), source, d.product(), d.base(), d.from(), d.to(),
                        inputValue(transfer, d), d.line().getOriginMove()));
                continue;
            }
            for (Picking.Pick p : picks) {
                if (p.lineId() == d.line().getId()) {
                    movements.add(new Movement(ids.next(), d.line().getId(), source, d.product(), p.quantity(),
                            plan.site(p.locationId()), d.to(), null, d.line().getOriginMove()));
                }
            }
        }
        return movements;
    }

    private BigDecimal inputValue(TransferEntity transfer, Doing d) {
        if (d.line().getUnitCost() != null) {
            return math.money(d.line().getUnitCost().multiply(d.done().abs()));
        }
        BigDecimal standard = d.product().standardCost();
        boolean bought = transfer.getKind() == TransferKind.RECEIPT && standard != null && standard.signum() > 0;
        return bought ? math.money(standard.multiply(d.base())) : null;
    }

    private static List<DoneLine> doneLines(List<Doing> doing, List<Movement> movements) {
        Map<Long, Doing> byLine = new HashMap<>();
        doing.forEach(d -> byLine.put(d.line().getId(), d));
        return movements.stream().map(m -> {
            Doing d = byLine.get(m.lineId());
            BigDecimal quantity = m.quantity().compareTo(d.base()) == 0 ? d.done()
                    : d.done().multiply(m.quantity()).divide(d.base(), 6, RoundingMode.HALF_UP);
            return new DoneLine(m.sourceLineId(), m.id(), m.product().id(), quantity, d.line().getUnit());
        }).toList();
    }

    private static String path(Doing d) {
        return "lines[" + d.index() + "].quantity";
    }
}
