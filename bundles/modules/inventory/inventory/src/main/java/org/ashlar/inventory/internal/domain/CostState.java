package org.ashlar.inventory.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.ashlar.inventory.Against;

/** What one product is worth at one moment, as far as its costing method needs to know. Not thread-safe. */
public final class CostState {

    private record Shortage(long eventId, long moveId, BigDecimal quantity, Against against) {
    }

    private final CostMethod method;
    private final TreeSet<Layer> layers = new TreeSet<>();
    private final Map<Long, Layer> layerOf = new HashMap<>();
    private final Map<Long, Origin> origins = new HashMap<>();
    private final Deque<Shortage> shortages = new ArrayDeque<>();
    private BigDecimal quantity = BigDecimal.ZERO;
    private BigDecimal value = BigDecimal.ZERO;
    private LocalDate lastDate;
    private LocalDate lastDependent;

    /** A product that never moved. */
    public CostState(CostMethod method) {
        this.method = method;
    }

    /** A product as stored. */
    public CostState(CostMethod method, BigDecimal quantity, BigDecimal value, LocalDate lastDate,
            LocalDate lastDependent) {
        this.method = method;
        this.quantity = quantity;
        this.value = value;
        this.lastDate = lastDate;
        this.lastDependent = lastDependent;
    }

    public CostMethod method() {
        return method;
    }

    public BigDecimal quantity() {
        return quantity;
    }

    public BigDecimal value() {
        return value;
    }

    /** Latest day of any event. */
    public LocalDate lastDate() {
        return lastDate;
    }

    /** Latest day of an event that depends on what was before it. */
    public LocalDate lastDependent() {
        return lastDependent;
    }

    /** Open layers, oldest first. */
    public List<Layer> layers() {
        return List.copyOf(layers);
    }

    /** Puts in an open layer as stored. */
    public void restore(Layer layer) {
        layers.add(layer);
        layerOf.put(layer.moveId(), layer);
    }

    /** Makes a move known that may be given back or get late costs. */
    public void know(long moveId, Origin origin) {
        origins.put(moveId, origin);
    }

    /**
     * Whether the event may simply be applied to this state although other events may be later than it. If not, the
     * product's history has to be replayed in order of date.
     */
    public boolean accepts(CostEvent event) {
        if (event.type() == CostEvent.Type.OUT || event.type() == CostEvent.Type.RETURN_OUT) {
            if (event.quantity().compareTo(quantity) > 0) {
                return false;
            }
        }
        if (lastDate == null || !event.date().isBefore(lastDate)) {
            return true;
        }
        return method != CostMethod.STANDARD && shortages.isEmpty() && !event.dependsOnPast()
                && (lastDependent == null || !event.date().isBefore(lastDependent));
    }

    Origin origin(Long moveId) {
        return moveId == null ? null : origins.get(moveId);
    }

    void saw(CostEvent event) {
        lastDate = later(lastDate, event.date());
        if (event.dependsOnPast()) {
            lastDependent = later(lastDependent, event.date());
        }
    }

    void change(BigDecimal quantityDelta, BigDecimal valueDelta) {
        quantity = quantity.add(quantityDelta);
        value = value.add(valueDelta);
    }

    void owe(CostEvent event, BigDecimal missing, Against against) {
        shortages.addLast(new Shortage(event.id(), event.moveId(), missing, against));
    }

    /** Serves issues that took more than there was from what comes in now; answers what is left of it. */
    BigDecimal[] settle(BigDecimal incoming, BigDecimal incomingValue, CostEngine.Share share, Collection<Posting> out) {
        BigDecimal left = incoming;
        BigDecimal leftValue = incomingValue;
        while (left.signum() > 0 && !shortages.isEmpty()) {
            Shortage shortage = shortages.removeFirst();
            BigDecimal part = shortage.quantity().min(left);
            BigDecimal cost = share.of(leftValue, part, left);
            if (cost.signum() != 0) {
                out.add(new Posting(shortage.eventId(), shortage.moveId(), cost.negate(), shortage.against()));
            }
            left = left.subtract(part);
            leftValue = leftValue.subtract(cost);
            if (part.compareTo(shortage.quantity()) < 0) {
                shortages.addFirst(new Shortage(shortage.eventId(), shortage.moveId(),
                        shortage.quantity().subtract(part), shortage.against()));
            }
        }
        return new BigDecimal[] {left, leftValue};
    }

    Layer layer(long moveId) {
        return layerOf.get(moveId);
    }

    void replace(Layer old, Layer now) {
        layers.remove(old);
        if (now.quantity().signum() == 0) {
            layerOf.remove(old.moveId());
        } else {
            layers.add(now);
            layerOf.put(now.moveId(), now);
        }
    }

    /** Takes a quantity out of the layers, the preferred one first, then the oldest; answers the value taken. */
    BigDecimal take(BigDecimal wanted, Long preferredMoveId, CostEngine.Share share) {
        BigDecimal taken = BigDecimal.ZERO;
        BigDecimal left = wanted;
        Layer preferred = preferredMoveId == null ? null : layerOf.get(preferredMoveId);
        while (left.signum() > 0) {
            Layer layer = preferred != null ? preferred : oldest();
            preferred = null;
            BigDecimal part = layer.quantity().min(left);
            BigDecimal cost = share.of(layer.value(), part, layer.quantity());
            replace(layer, layer.less(part, cost));
            left = left.subtract(part);
            taken = taken.add(cost);
        }
        return taken;
    }

    private Layer oldest() {
        Iterator<Layer> iterator = layers.iterator();
        if (!iterator.hasNext()) {
            throw new IllegalStateException("Layers hold less than the quantity on hand");
        }
        return iterator.next();
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a == null || b.isAfter(a) ? b : a;
    }
}
