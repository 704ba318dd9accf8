package org.ashlar.inventory.internal.service;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ashlar.inventory.LocationKind;
import org.ashlar.inventory.ReservationRequest;
import org.ashlar.inventory.ReservationResult;
import org.ashlar.inventory.Reservations;
import org.ashlar.inventory.internal.domain.Picking;
import org.ashlar.inventory.internal.domain.Site;
import org.ashlar.inventory.internal.model.ReservationEntity;
import org.ashlar.masters.ProductView;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Holds stock by conditional updates: what was read only proposes, the update decides. */
@Component(service = {Reservations.class, DefaultReservations.class})
public class DefaultReservations implements Reservations {

    private static final int ATTEMPTS = 20;

    private final Access access;
    private final Transactions transactions;
    private final Sites sites;
    private final StockMath math;
    private final Quants quants;
    private final ReservationStore store;

    /** With the services that it writes through. */
    @Activate
    public DefaultReservations(@Reference Access access, @Reference Transactions transactions, @Reference Sites sites,
            @Reference StockMath math, @Reference Quants quants, @Reference ReservationStore store) {
        this.access = access;
        this.transactions = transactions;
        this.sites = sites;
        this.math = math;
        this.quants = quants;
        this.store = store;
    }

    @Override
    public ReservationResult reserve(ReservationRequest request) {
        access.require("inventory.reservation.create");
        return transactions.required(() -> {
            Site root = sites.plan().stock(request.warehouseId());
            return reserve(request, i -> root);
        });
    }

    @Override
    public void release(String sourceModel, long sourceId) {
        access.require("inventory.reservation.create");
        transactions.run(() -> release(store.of(sourceModel, sourceId)));
    }

    /** Frees the given reservations. */
    void release(List<ReservationStore.Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        quants.apply(rows.stream().map(r -> new Quants.Change(r.productId(), r.locationId(), r.unit(), BigDecimal.ZERO,
                r.quantity().negate())).toList());
        store.use(rows.stream().collect(Collectors.toMap(ReservationStore.Row::id, ReservationStore.Row::quantity)), rows);
    }

    /** Holds stock, each line below the location that the function names by the line's index. */
    ReservationResult reserve(ReservationRequest request, Function<Integer, Site> rootOf) {
        Map<Long, ProductView> products =
                math.products(request.lines().stream().map(ReservationRequest.Line::productId).toList());
        List<Picking.Want> wants = new ArrayList<>();
        Map<Long, String> fields = new HashMap<>();
        Sites.Plan plan = sites.plan();
        Map<Site, Set<Long>> allowed = new HashMap<>();
        for (int i = 0; i < request.lines().size(); i++) {
            ReservationRequest.Line line = request.lines().get(i);
            String path = "lines[" + i + "].";
            ProductView product = products.get(line.productId());
            if (product == null) {
                throw Problem.rule(path + "product", "inventory.product.unknown", line.productId());
            }
            if (!product.goods()) {
                continue;
            }
            if (line.quantity() == null || line.quantity().signum() <= 0) {
                throw Problem.rule(path + "quantity", "inventory.quantity.positive");
            }
            Set<Long> places = allowed.computeIfAbsent(rootOf.apply(i), root -> new HashSet<>(plan.storing(root).stream()
                    .filter(id -> plan.site(id).kind() == LocationKind.INTERNAL).toList()));
            fields.put((long) i, path + "quantity");
            wants.add(new Picking.Want(i, product.id(),
                    math.base(line.quantity(), line.unit(), product, path + "unit"), places::contains));
        }
        if (wants.isEmpty()) {
            return new ReservationResult(List.of());
        }
        List<Picking.Pick> picks = hold(wants, products, fields, request.partial());
        store.insert(picks.stream().map(p -> new ReservationStore.Row(0, request.sourceModel(), request.sourceId(),
                request.lines().get((int) p.lineId()).sourceLineId(), p.productId(), p.locationId(), p.quantity(),
                products.get(p.productId()).unit())).toList());
        Map<Long, BigDecimal> held = picks.stream().collect(Collectors.groupingBy(Picking.Pick::lineId,
                Collectors.reducing(BigDecimal.ZERO, Picking.Pick::quantity, BigDecimal::add)));
        return new ReservationResult(wants.stream().map(w -> new ReservationResult.Line(
                request.lines().get((int) w.lineId()).sourceLineId(), w.productId(), w.quantity(),
                held.getOrDefault(w.lineId(), BigDecimal.ZERO), products.get(w.productId()).unit())).toList());
    }

    /** Holds stock for a reservation about to be written; further rows where it takes more than one place. */
    public void holdFor(ReservationEntity reservation, ProductView product) {
        Sites.Plan plan = sites.plan();
        Site root = reservation.getLocation() == null ? plan.stock(null) : plan.site(reservation.getLocation());
        Set<Long> places = new HashSet<>(plan.storing(root));
        List<Picking.Pick> picks = hold(
                List.of(new Picking.Want(0, product.id(), reservation.getQuantity(), places::contains)),
                Map.of(product.id(), product), Map.of(0L, "quantity"), false);
        reservation.setLocation(picks.get(0).locationId());
        reservation.setQuantity(picks.get(0).quantity());
        store.insert(picks.stream().skip(1).map(p -> new ReservationStore.Row(0, reservation.getSourceModel(),
                reservation.getSourceId(), reservation.getSourceLineId(), p.productId(), p.locationId(), p.quantity(),
                product.unit())).toList());
    }

    /** Gives back what a reservation about to be deleted holds. */
    public void letGo(ReservationEntity reservation) {
        quants.apply(List.of(new Quants.Change(reservation.getProduct(), reservation.getLocation(),
                reservation.getUnit(), BigDecimal.ZERO, reservation.getQuantity().negate())));
    }

    private List<Picking.Pick> hold(List<Picking.Want> wants, Map<Long, ProductView> products,
            Map<Long, String> fields, boolean partial) {
        List<Long> ids = wants.stream().map(Picking.Want::productId).distinct().sorted().toList();
        Picking.Plan probable = new Picking(quants.probable(ids), List.of()).plan(wants);
        if (probable.shortages().isEmpty()) {
            if (quants.apply(changes(probable, products)).isEmpty()) {
                return probable.picks();
            }
            quants.forget(ids);
        }
        for (int attempt = 1;; attempt++) {
            Picking.Plan plan = new Picking(quants.free(ids), List.of()).plan(wants);
            if (!plan.shortages().isEmpty() && !partial) {
                throw math.insufficient("inventory.reservation.insufficient", plan.shortages(), fields);
            }
            List<Quants.Change> refused = quants.apply(changes(plan, products));
            if (refused.isEmpty()) {
                return plan.picks();
            }
            if (attempt == ATTEMPTS) {
                throw math.insufficient("inventory.reservation.insufficient", wants.stream()
                        .filter(w -> refused.stream().anyMatch(c -> c.productId() == w.productId()))
                        .map(w -> new Picking.Shortage(w.lineId(), w.productId(), BigDecimal.ZERO, w.quantity())).toList(),
                        fields);
            }
        }
    }

    private static List<Quants.Change> changes(Picking.Plan plan, Map<Long, ProductView> products) {
        return plan.picks().stream().map(p -> new Quants.Change(p.productId(), p.locationId(),
                products.get(p.productId()).unit(), BigDecimal.ZERO, p.quantity())).toList();
    }
}
