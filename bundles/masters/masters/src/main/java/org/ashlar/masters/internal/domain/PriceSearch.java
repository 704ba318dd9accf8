package org.ashlar.masters.internal.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ashlar.masters.PriceStep;
import org.ashlar.masters.internal.domain.PriceTable.Row;

/** Looks for the row of a price list that prices a quantity of a product, and notes why. Not thread-safe: one per request. */
public final class PriceSearch {

    /**
     * What is looked for.
     *
     * @param productId product
     * @param categories its category and that one's ancestors, nearest first
     * @param partyId customer or {@code null}
     * @param date day
     * @param unit wanted unit
     * @param baseUnit the product's base unit
     * @param quantity the quantity in any unit
     */
    public record Subject(long productId, List<Long> categories, Long partyId, LocalDate date, String unit,
            String baseUnit, InUnit quantity) {

        private String unitOf(Row row) {
            return row.unit() == null ? baseUnit : row.unit();
        }

        private BigDecimal quantityFor(Row row) {
            return quantity.in(unitOf(row));
        }

        /** How much of the quantity is needed to reach the row: comparable over different units. */
        private BigDecimal threshold(Row row) {
            return row.minQuantity().divide(quantityFor(row), MathContext.DECIMAL64);
        }
    }

    /** The wanted quantity expressed in a unit. */
    public interface InUnit {
        /** Quantity in the unit, {@code null} if it does not convert. */
        BigDecimal in(String unit);
    }

    /**
     * What was found.
     *
     * @param row winning row
     * @param tiers tiers of the same kind that the quantity reaches, lowest first, the winner last
     * @param quantity the quantity in the winner's unit
     */
    public record Found(Row row, List<Row> tiers, BigDecimal quantity) {
    }

    private final List<PriceStep> steps = new ArrayList<>();

    /** Rows considered so far, in order. */
    public List<PriceStep> steps() {
        return steps;
    }

    /** Notes that something was considered. */
    public void note(String source, Row row, String verdict) {
        steps.add(row == null ? new PriceStep(source, null, verdict, null, null)
                : new PriceStep(source, row.id(), verdict, row.price(), row.minQuantity()));
    }

    /** The row that wins in a list; the winner itself is not noted yet. */
    public Optional<Found> find(PriceTable table, Subject subject) {
        if (!table.validity().holds(subject.date())) {
            note(table.code(), null, "NOT_VALID_ON_DATE");
            return Optional.empty();
        }
        List<List<Row>> groups = new ArrayList<>();
        List<List<Row>> levels = table.levels(subject.productId(), subject.categories());
        if (subject.partyId() != null) {
            levels.forEach(level -> groups.add(of(level, subject.partyId())));
        }
        levels.forEach(level -> groups.add(of(level, null)));
        Found found = null;
        for (List<Row> group : groups) {
            if (found == null) {
                found = best(table, group, subject);
            } else {
                group.forEach(row -> note(table.code(), row, "LESS_SPECIFIC"));
            }
        }
        if (found == null && groups.stream().allMatch(List::isEmpty)) {
            note(table.code(), null, "NO_ROW");
        }
        return Optional.ofNullable(found);
    }

    private static Comparator<Row> worstFirst(Subject subject) {
        return Comparator.comparing(subject::threshold)
                .thenComparing(row -> subject.unitOf(row).equals(subject.unit()))
                .thenComparing(row -> row.validity().from(), Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Row::id);
    }

    private static List<Row> of(List<Row> rows, Long party) {
        return rows.stream().filter(row -> Objects.equals(row.partyId(), party)).toList();
    }

    private Found best(PriceTable table, List<Row> rows, Subject subject) {
        List<Row> reached = new ArrayList<>();
        for (Row row : rows) {
            BigDecimal quantity = subject.quantityFor(row);
            if (!row.validity().holds(subject.date())) {
                note(table.code(), row, "NOT_VALID_ON_DATE");
            } else if (quantity == null) {
                note(table.code(), row, "OTHER_UNIT");
            } else if (row.minQuantity().compareTo(quantity) > 0) {
                note(table.code(), row, "QUANTITY_TOO_SMALL");
            } else {
                reached.add(row);
            }
        }
        if (reached.isEmpty()) {
            return null;
        }
        reached.sort(worstFirst(subject));
        Row winner = reached.get(reached.size() - 1);
        for (Row row : reached) {
            if (row != winner) {
                note(table.code(), row, table.slab() ? "LOWER_TIER" : "LESS_SPECIFIC");
            }
        }
        return new Found(winner, tiers(reached, winner, subject), subject.quantityFor(winner));
    }

    /** One row per tier: of two that start at the same quantity the better one. */
    private static List<Row> tiers(List<Row> worstFirst, Row winner, Subject subject) {
        List<Row> tiers = new ArrayList<>();
        for (Row row : worstFirst) {
            if (!subject.unitOf(row).equals(subject.unitOf(winner))) {
                continue;
            }
            if (!tiers.isEmpty() && tiers.get(tiers.size() - 1).minQuantity().compareTo(row.minQuantity()) == 0) {
                tiers.remove(tiers.size() - 1);
            }
            tiers.add(row);
        }
        return tiers;
    }
}
