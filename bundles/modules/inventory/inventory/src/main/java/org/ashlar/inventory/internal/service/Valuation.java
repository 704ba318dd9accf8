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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.ashlar.inventory.internal.domain.CostEngine;
import org.ashlar.inventory.internal.domain.CostEvent;
import org.ashlar.inventory.internal.domain.CostState;
import org.ashlar.inventory.internal.domain.Layer;
import org.ashlar.inventory.internal.domain.Posting;
import org.ashlar.inventory.internal.domain.Recost;
import org.ashlar.inventory.internal.model.ValueKind;
import org.ashlar.inventory.spi.PostingDates;
import org.ashlar.masters.ProductView;
import org.ashlar.platform.problem.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Values moves and late costs under the lock of each product. An event that is not older than what was valued before is
 * applied to the stored state; an older one replays the product's history and adds what the written entries lack. Such
 * corrections carry the date of the event that they correct, or the first open day after it. Thread-safe.
 */
@Component(service = Valuation.class)
public class Valuation {

    private final CostStore costs;
    private final MoveStore moves;
    private final ValueEntries entries;
    private final StockMath math;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile PostingDates postingDates;

    /** With the stores that it writes through. */
    @Activate
    public Valuation(@Reference CostStore costs, @Reference MoveStore moves, @Reference ValueEntries entries,
            @Reference StockMath math) {
        this.costs = costs;
        this.moves = moves;
        this.entries = entries;
        this.math = math;
    }

    /** A cost event with the product that it belongs to and, for late costs, its document. */
    private record Fresh(CostEvent event, ProductView product, Document document, Long adjustmentId) {

        BigDecimal signedQuantity() {
            return switch (event.type()) {
                case IN, RETURN_IN -> event.quantity();
                case OUT, RETURN_OUT -> event.quantity().negate();
                case LATE_COST -> BigDecimal.ZERO;
            };
        }
    }

    /** Events worked out and saved, with the entries to write. */
    private record Worked(Map<Long, CostEvent> events, List<ValueEntries.Entry> entries) {
    }

    /** Writes moves and their value. {@link #publish} must follow once the document itself is written. */
    List<ValueEntries.Entry> move(Document document, List<Movement> movements, Map<Long, String> fields) {
        List<Movement> valued = movements.stream().filter(m -> m.valued() != 0).toList();
        if (valued.isEmpty()) {
            moves.insert(document, movements, Map.of());
            return List.of();
        }
        Map<ProductView, Integer> counts = valued.stream().collect(Collectors.toMap(Movement::product, m -> 1, Integer::sum));
        Set<Long> returned = valued.stream().map(Movement::originMoveId).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        // What comes back is checked against what went out, which only the lock keeps still.
        Optional<Worked> worked = returned.isEmpty()
                ? costs.read(counts).flatMap(seen -> work(document, valued, seen, Map.of())) : Optional.empty();
        if (worked.isEmpty()) {
            SortedMap<Long, CostStore.Locked> locked = costs.lock(counts);
            Map<Long, MoveStore.Known> origins = moves.known(returned);
            checkReturns(document, valued, origins, fields);
            worked = work(document, valued, locked, origins);
        }
        Worked done = worked.orElseThrow();
        moves.insert(document, movements, done.events());
        entries.insert(done.entries());
        return done.entries();
    }

    /** Empty if the products were not locked and somebody was faster or the past has to be replayed. */
    private Optional<Worked> work(Document document, List<Movement> valued, SortedMap<Long, CostStore.Locked> locked,
            Map<Long, MoveStore.Known> origins) {
        Map<Long, CostEvent> events = new LinkedHashMap<>();
        Map<Long, Long> next = new HashMap<>();
        locked.forEach((product, l) -> next.put(product, l.firstSequence()));
        List<Fresh> fresh = new ArrayList<>();
        for (Movement m : valued) {
            long sequence = next.merge(m.product().id(), 1L, Long::sum) - 1;
            CostStore.Locked product = locked.get(m.product().id());
            CostEvent event = new CostEvent(m.type(), m.id(), m.id(), document.date(), sequence, m.quantity(),
                    worth(m, product.state()), m.originMoveId(), m.against(), m.standardCost());
            if (product.seen() != null && !product.state().accepts(event)) {
                return Optional.empty();
            }
            events.put(m.id(), event);
            fresh.add(new Fresh(event, m.product(), document, null));
        }
        return value(locked, fresh, origins).map(written -> new Worked(events, written));
    }

    /** Values a late cost; answers the entries written. */
    List<ValueEntries.Entry> lateCost(Document document, long adjustmentId, MoveStore.Known receipt, ProductView product,
            BigDecimal amount, java.util.function.LongConsumer sequenceTaken) {
        SortedMap<Long, CostStore.Locked> locked = costs.lock(Map.of(product, 1));
        long sequence = locked.get(product.id()).firstSequence();
        CostEvent event = new CostEvent(CostEvent.Type.LATE_COST, adjustmentId, receipt.id(), document.date(), sequence,
                BigDecimal.ZERO, amount, null, receipt.against(), BigDecimal.ZERO);
        sequenceTaken.accept(sequence);
        Map<Long, MoveStore.Known> origins = moves.known(List.of(receipt.id()));
        List<ValueEntries.Entry> written = value(locked, List.of(new Fresh(event, product, document, adjustmentId)), origins)
                .orElseThrow();
        entries.insert(written);
        return written;
    }

    /** Tells the accounts. */
    void publish(List<ValueEntries.Entry> written) {
        entries.publish(written);
    }

    /** Works the events out and saves the products; empty if that was refused. */
    private Optional<List<ValueEntries.Entry>> value(SortedMap<Long, CostStore.Locked> locked, List<Fresh> fresh,
            Map<Long, MoveStore.Known> origins) {
        Map<Long, CostState> states = new HashMap<>();
        locked.forEach((product, l) -> states.put(product, l.state()));
        origins.forEach((id, known) -> {
            if (states.containsKey(known.productId())) {
                states.get(known.productId()).know(id, known.origin());
            }
        });
        Map<Long, Map<Long, Layer>> before = costs.restoreLayers(looking(states, fresh));
        CostEngine engine = new CostEngine(math.decimals());
        List<ValueEntries.Entry> result = new ArrayList<>();
        Map<Long, List<Fresh>> byProduct = fresh.stream()
                .collect(Collectors.groupingBy(f -> f.product().id(), LinkedHashMap::new, Collectors.toList()));
        byProduct.forEach((product, list) -> {
            CostState state = states.get(product);
            List<Posting> postings = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                if (!state.accepts(list.get(i).event())) {
                    states.put(product, replay(state, list, result));
                    return;
                }
                postings.addAll(engine.apply(state, list.get(i).event()));
            }
            result.addAll(entriesOf(list, postings));
        });
        return costs.save(locked, states, before) ? Optional.of(result) : Optional.empty();
    }

    /** Products whose layers matter: not those that only receive. */
    private static Map<Long, CostState> looking(Map<Long, CostState> states, List<Fresh> fresh) {
        Map<Long, CostState> result = new HashMap<>();
        for (Fresh f : fresh) {
            CostState state = states.get(f.product().id());
            if (f.event().dependsOnPast() || !state.accepts(f.event())) {
                result.put(f.product().id(), state);
            }
        }
        return result;
    }

    private CostState replay(CostState stored, List<Fresh> fresh, List<ValueEntries.Entry> result) {
        ProductView product = fresh.get(0).product();
        Map<Long, MoveStore.Past> past = new HashMap<>();
        moves.history(product.id()).forEach(p -> past.put(p.event().id(), p));
        Map<Long, CostEvent> all = new HashMap<>();
        past.forEach((id, p) -> all.put(id, p.event()));
        Set<Long> own = new HashSet<>();
        fresh.forEach(f -> {
            all.put(f.event().id(), f.event());
            own.add(f.event().id());
        });
        Recost.Result outcome = Recost.replay(stored.method(), math.decimals(), all.values(),
                entries.written(product.id()));
        result.addAll(entriesOf(fresh, outcome.differences().stream().filter(p -> own.contains(p.eventId())).toList()));
        for (Posting posting : outcome.differences()) {
            if (!own.contains(posting.eventId())) {
                MoveStore.Past of = past.get(posting.eventId());
                boolean late = of.event().type() == CostEvent.Type.LATE_COST;
                result.add(new ValueEntries.Entry(ValueKind.RECOST, open(of.event().date()), product, BigDecimal.ZERO,
                        posting.amount(), posting.against(), posting.moveId(), of.transferId(), of.kind(),
                        of.reference(), late ? posting.eventId() : null));
            }
        }
        return outcome.state();
    }

    /** The first entry of a move carries its quantity, also when it is worth nothing. */
    private List<ValueEntries.Entry> entriesOf(List<Fresh> fresh, List<Posting> postings) {
        Map<Long, List<Posting>> byEvent = postings.stream().collect(Collectors.groupingBy(Posting::eventId));
        List<ValueEntries.Entry> result = new ArrayList<>();
        for (Fresh f : fresh) {
            List<Posting> own = new ArrayList<>(byEvent.getOrDefault(f.event().id(), List.of()));
            if (f.adjustmentId() == null && own.stream().noneMatch(p -> p.against() == f.event().against())) {
                own.add(new Posting(f.event().id(), f.event().moveId(), BigDecimal.ZERO, f.event().against()));
            }
            boolean first = true;
            for (Posting p : own) {
                boolean main = first && p.against() == f.event().against();
                result.add(new ValueEntries.Entry(kind(f.event()), f.document().date(), f.product(),
                        main ? f.signedQuantity() : BigDecimal.ZERO, p.amount(), p.against(), p.moveId(),
                        f.document().transferId(), f.document().kind(), f.document().number(), f.adjustmentId()));
                first = first && !main;
            }
        }
        return result;
    }

    private void checkReturns(Document document, List<Movement> valued, Map<Long, MoveStore.Known> origins,
            Map<Long, String> fields) {
        Map<Long, BigDecimal> returning = new HashMap<>();
        for (Movement m : valued) {
            if (m.originMoveId() == null) {
                continue;
            }
            String field = fields.getOrDefault(m.lineId(), "originMove");
            MoveStore.Known origin = origins.get(m.originMoveId());
            if (origin == null || origin.productId() != m.product().id() || origin.valued() + m.valued() != 0) {
                throw Problem.rule(field, "inventory.return.wrongOrigin", m.product().code());
            }
            if (document.date().isBefore(origin.date())) {
                throw Problem.rule(field, "inventory.return.beforeOrigin", m.product().code(), origin.date().toString());
            }
            BigDecimal total = returning.merge(m.originMoveId(), m.quantity(), BigDecimal::add);
            BigDecimal open = origin.quantity().subtract(origin.origin().returned());
            if (total.compareTo(open) > 0) {
                throw Problem.rule(field, "inventory.return.tooMuch", m.product().code(), StockMath.plain(open),
                        StockMath.plain(total), m.product().unit());
            }
        }
    }

    /** What goods coming in bring along: what the document says, else present cost, else standard cost. */
    private BigDecimal worth(Movement m, CostState state) {
        if (m.valued() < 0) {
            return BigDecimal.ZERO;
        }
        if (m.inputValue() != null) {
            return m.inputValue();
        }
        if (state.quantity().signum() > 0) {
            return state.value().multiply(m.quantity()).divide(state.quantity(), math.decimals(), RoundingMode.HALF_UP);
        }
        return math.money(m.standardCost().multiply(m.quantity()));
    }

    private LocalDate open(LocalDate date) {
        PostingDates dates = postingDates;
        return dates == null ? date : dates.firstOpen(date);
    }

    private static ValueKind kind(CostEvent event) {
        return switch (event.type()) {
            case IN -> event.against() == org.ashlar.inventory.Against.ADJUSTMENT ? ValueKind.ADJUSTMENT
                    : ValueKind.RECEIPT;
            case OUT -> event.against() == org.ashlar.inventory.Against.ADJUSTMENT ? ValueKind.ADJUSTMENT
                    : ValueKind.ISSUE;
            case RETURN_IN, RETURN_OUT -> ValueKind.RETURN;
            case LATE_COST -> ValueKind.LATE_COST;
        };
    }
}
