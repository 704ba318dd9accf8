package org.ashlar.inventory.internal.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Decides from which locations the lines of a document take their goods: first what is reserved for the line, then free
 * stock in order of location. Deterministic; plain arithmetic on what was read, the database decides in the end.
 */
public final class Picking {

    /**
     * What a line wants.
     *
     * @param lineId line
     * @param productId what
     * @param quantity how much, base unit
     * @param allowed locations that it may take from
     */
    public record Want(long lineId, long productId, BigDecimal quantity, Predicate<Long> allowed) {
    }

    /**
     * Stock in a location.
     *
     * @param productId what
     * @param locationId where
     * @param available not reserved
     */
    public record Free(long productId, long locationId, BigDecimal available) {
    }

    /**
     * Stock held for a line.
     *
     * @param id reservation
     * @param lineId line of the transfer that it is for
     * @param productId what
     * @param locationId where
     * @param quantity how much
     */
    public record Held(long id, long lineId, long productId, long locationId, BigDecimal quantity) {
    }

    /**
     * Goods taken for a line from one location.
     *
     * @param lineId line
     * @param productId what
     * @param locationId where
     * @param quantity how much
     * @param held part of it that was reserved
     */
    public record Pick(long lineId, long productId, long locationId, BigDecimal quantity, BigDecimal held) {
    }

    /**
     * A line that cannot be served.
     *
     * @param lineId line
     * @param productId what
     * @param available what it could have
     * @param wanted what it asked for
     */
    public record Shortage(long lineId, long productId, BigDecimal available, BigDecimal wanted) {
    }

    /**
     * The plan.
     *
     * @param picks what to take
     * @param used how much of each reservation is used up, by reservation id
     * @param shortages lines that cannot be served in full
     */
    public record Plan(List<Pick> picks, Map<Long, BigDecimal> used, List<Shortage> shortages) {
    }

    private final Map<Long, List<Free>> free = new HashMap<>();
    private final Map<Long, List<Held>> held = new HashMap<>();
    private final Map<List<Long>, BigDecimal> left = new HashMap<>();

    /** With free stock in the order in which it is to be used. */
    public Picking(List<Free> free, List<Held> held) {
        for (Free f : free) {
            this.free.computeIfAbsent(f.productId(), p -> new ArrayList<>()).add(f);
            left.put(List.of(f.productId(), f.locationId()), f.available());
        }
        for (Held h : held) {
            this.held.computeIfAbsent(h.lineId(), l -> new ArrayList<>()).add(h);
        }
    }

    /** Plans all lines in order. */
    public Plan plan(List<Want> wants) {
        List<Pick> picks = new ArrayList<>();
        Map<Long, BigDecimal> used = new HashMap<>();
        List<Shortage> shortages = new ArrayList<>();
        for (Want want : wants) {
            BigDecimal open = want.quantity();
            Map<Long, BigDecimal[]> byLocation = new java.util.TreeMap<>();
            for (Held h : held.getOrDefault(want.lineId(), List.of())) {
                if (h.productId() == want.productId() && want.allowed().test(h.locationId())) {
                    BigDecimal part = h.quantity().subtract(used.getOrDefault(h.id(), BigDecimal.ZERO)).min(open);
                    if (part.signum() > 0) {
                        used.merge(h.id(), part, BigDecimal::add);
                        add(byLocation, h.locationId(), part, part);
                        open = open.subtract(part);
                    }
                }
            }
            for (Free f : free.getOrDefault(want.productId(), List.of())) {
                if (open.signum() > 0 && want.allowed().test(f.locationId())) {
                    List<Long> key = List.of(f.productId(), f.locationId());
                    BigDecimal part = left.get(key).min(open);
                    if (part.signum() > 0) {
                        left.put(key, left.get(key).subtract(part));
                        add(byLocation, f.locationId(), part, BigDecimal.ZERO);
                        open = open.subtract(part);
                    }
                }
            }
            byLocation.forEach((location, amounts) -> picks
                    .add(new Pick(want.lineId(), want.productId(), location, amounts[0], amounts[1])));
            if (open.signum() > 0) {
                shortages.add(new Shortage(want.lineId(), want.productId(), want.quantity().subtract(open),
                        want.quantity()));
            }
        }
        return new Plan(picks, used, shortages);
    }

    private static void add(Map<Long, BigDecimal[]> byLocation, long location, BigDecimal quantity, BigDecimal held) {
        BigDecimal[] amounts = byLocation.computeIfAbsent(location,
                l -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
        amounts[0] = amounts[0].add(quantity);
        amounts[1] = amounts[1].add(held);
    }
}
