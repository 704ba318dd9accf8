package org.ashlar.masters.internal.domain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The units of measure and how they convert into each other. Immutable, thread-safe. */
public final class UnitTable {

    /**
     * A unit.
     *
     * @param code code
     * @param dimension what it measures
     * @param factor how many base units of the dimension it is, {@code null}: converts only through products
     * @param decimals decimals of quantities in it
     */
    public record Unit(String code, String dimension, Fraction factor, int decimals) {

        boolean comparable(Unit other) {
            return factor != null && other.factor != null && dimension.equals(other.dimension);
        }
    }

    /**
     * A product's own conversion.
     *
     * @param from unit
     * @param to unit
     * @param ratio how many {@code to} one {@code from} is
     */
    public record Conversion(String from, String to, Fraction ratio) {

        Conversion turned() {
            return new Conversion(to, from, ratio.inverse());
        }
    }

    private record Step(Unit unit, Fraction ratio) {
    }

    private final Map<String, Unit> units;

    /** Of units by code. */
    public UnitTable(Map<String, Unit> units) {
        this.units = Map.copyOf(units);
    }

    /** A unit by code. */
    public Optional<Unit> find(String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(units.get(code));
    }

    /**
     * How many {@code to} one {@code from} is: the product's own direct conversion first, then the dimension's factors,
     * then the shortest chain of both. Empty if none leads there or a code is unknown.
     */
    public Optional<Fraction> ratio(String from, String to, List<Conversion> own) {
        Unit start = units.get(from);
        Unit goal = units.get(to);
        if (start == null || goal == null) {
            return Optional.empty();
        }
        if (from.equals(to)) {
            return Optional.of(Fraction.ONE);
        }
        for (Conversion conversion : own) {
            for (Conversion c : List.of(conversion, conversion.turned())) {
                if (c.from().equals(from) && c.to().equals(to)) {
                    return Optional.of(c.ratio());
                }
            }
        }
        return search(start, goal, own);
    }

    private Optional<Fraction> search(Unit start, Unit goal, List<Conversion> own) {
        Deque<Step> open = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        open.add(new Step(start, Fraction.ONE));
        seen.add(start.code());
        while (!open.isEmpty()) {
            Step step = open.remove();
            Fraction reached = within(step.unit(), goal);
            if (reached != null) {
                return Optional.of(step.ratio().times(reached));
            }
            for (Conversion conversion : own) {
                for (Conversion c : List.of(conversion, conversion.turned())) {
                    Unit entry = units.get(c.from());
                    Unit next = units.get(c.to());
                    Fraction there = entry == null || next == null ? null : within(step.unit(), entry);
                    if (there != null && seen.add(next.code())) {
                        open.add(new Step(next, step.ratio().times(there).times(c.ratio())));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Fraction within(Unit from, Unit to) {
        if (from.code().equals(to.code())) {
            return Fraction.ONE;
        }
        return from.comparable(to) ? from.factor().dividedBy(to.factor()) : null;
    }
}
