package org.ashlar.finance.internal.consolidation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Adds up the translated books of companies and takes out what they owe and sell each other. Amounts are debit less credit in
 * the presentation currency. Three kinds of line keep the result at zero, and each of them is shown:
 * <ul>
 * <li>per company with another currency what translation at different rates leaves (外币报表折算差额; CAS 19 art. 12,
 * IAS 21.39(c));</li>
 * <li>per pair what the two books disagree about, so that nothing is hidden by an elimination;</li>
 * <li>what the same amounts of a pair differ by because the two books translate them at different rates. Such exchange
 * differences concern the group and stay in it (IAS 21.45).</li>
 * </ul>
 * Pure.
 *
 * @param cells what each company brings per account
 * @param reserves translation difference by company, for those with another currency
 * @param differences what the books of a pair disagree about, without zeros
 * @param exchange what rates leave of amounts that both books agree about
 */
public record Consolidation(Map<Cell, Figures> cells, Map<Long, BigDecimal> reserves, List<Difference> differences,
        BigDecimal exchange) {

    /** Account of the results of earlier years, which no account has. */
    public static final long EARLIER = 0;

    /**
     * An account of a company.
     *
     * @param company company
     * @param account its account, {@link #EARLIER} for the results of earlier years
     */
    public record Cell(long company, long account) implements Comparable<Cell> {

        @Override
        public int compareTo(Cell other) {
            return Comparator.comparingLong(Cell::company).thenComparingLong(Cell::account).compare(this, other);
        }
    }

    /**
     * What an account brings.
     *
     * @param sum its balance
     * @param elimination what is taken out, with the sign of the entry that does it
     */
    public record Figures(BigDecimal sum, BigDecimal elimination) {

        static final Figures ZERO = new Figures(BigDecimal.ZERO, BigDecimal.ZERO);

        /** Balance after elimination. */
        public BigDecimal consolidated() {
            return sum.add(elimination);
        }

        /** Both added. */
        public Figures plus(Figures other) {
            return new Figures(sum.add(other.sum), elimination.add(other.elimination));
        }
    }

    /**
     * Translated balance of an account, not rounded.
     *
     * @param cell account
     * @param partner company of the group that it is about, {@code null}: none
     * @param amount debit less credit in the presentation currency
     */
    public record Balance(Cell cell, Long partner, BigDecimal amount) {
    }

    /**
     * What a company has in its books about another one.
     *
     * @param cell account that it is taken out of
     * @param partner the other company
     * @param result sold or bought this year; else owed
     * @param currency currency of the documents
     * @param document debit less credit in that currency
     * @param amount debit less credit in the presentation currency, not rounded
     */
    public record Within(Cell cell, long partner, boolean result, String currency, BigDecimal document, BigDecimal amount) {
    }

    /**
     * Two companies, each pair once.
     *
     * @param first the one with the lower id
     * @param second the other
     */
    public record Pair(long first, long second) implements Comparable<Pair> {

        static Pair of(long one, long other) {
            return new Pair(Math.min(one, other), Math.max(one, other));
        }

        @Override
        public int compareTo(Pair other) {
            return Comparator.comparingLong(Pair::first).thenComparingLong(Pair::second).compare(this, other);
        }
    }

    /**
     * What the books of a pair disagree about.
     *
     * @param pair the two
     * @param result about sales and purchases; else about what is owed
     * @param amount debit less credit over both books
     */
    public record Difference(Pair pair, boolean result, BigDecimal amount) {
    }

    private record Part(Cell cell, long partner) {
    }

    private record Matter(Pair pair, boolean result) {
    }

    /**
     * Consolidates.
     *
     * @param balances translated balances; those of a company in the presentation currency add up to zero
     * @param within what of them is inside the group, under the company that has it in its books
     * @param translated companies with another currency
     * @param decimals of the presentation currency
     */
    public static Consolidation of(List<Balance> balances, List<Within> within, Set<Long> translated, int decimals) {
        Map<Cell, Figures> cells = new TreeMap<>();
        // Rounded by partner as eliminations are, so that what is wholly inside the group ends at zero and not at a cent.
        grouped(balances).forEach((part, amount) -> cells.merge(part.cell(),
                new Figures(rounded(amount, decimals), BigDecimal.ZERO), Figures::plus));
        Map<Long, BigDecimal> reserves = new TreeMap<>();
        cells.forEach((cell, figures) -> {
            if (translated.contains(cell.company())) {
                reserves.merge(cell.company(), figures.sum().negate(), BigDecimal::add);
            }
        });
        Map<Matter, List<Within>> matters = new TreeMap<>(Comparator.comparing(Matter::pair).thenComparing(Matter::result));
        within.forEach(w -> matters.computeIfAbsent(new Matter(Pair.of(w.cell().company(), w.partner()), w.result()),
                matter -> new ArrayList<>()).add(w));
        List<Difference> differences = new ArrayList<>();
        BigDecimal exchange = BigDecimal.ZERO;
        for (Map.Entry<Matter, List<Within>> matter : matters.entrySet()) {
            BigDecimal left = eliminate(matter.getValue(), cells, decimals);
            BigDecimal disagreed = disagreed(matter.getValue(), decimals);
            if (disagreed.signum() != 0) {
                differences.add(new Difference(matter.getKey().pair(), matter.getKey().result(), disagreed));
            }
            exchange = exchange.add(left.subtract(disagreed));
        }
        return new Consolidation(cells, reserves, differences, exchange);
    }

    private static Map<Part, BigDecimal> grouped(List<Balance> balances) {
        Map<Part, BigDecimal> sums = new TreeMap<>(Comparator.comparing(Part::cell).thenComparing(Part::partner));
        balances.forEach(b -> sums.merge(new Part(b.cell(), b.partner() == null ? 0 : b.partner()), b.amount(), BigDecimal::add));
        return sums;
    }

    /** Takes the amounts out of their accounts and answers what is left of them between the two books. */
    private static BigDecimal eliminate(List<Within> amounts, Map<Cell, Figures> cells, int decimals) {
        Map<Part, BigDecimal> sums = new TreeMap<>(Comparator.comparing(Part::cell).thenComparing(Part::partner));
        amounts.forEach(w -> sums.merge(new Part(w.cell(), w.partner()), w.amount(), BigDecimal::add));
        BigDecimal left = BigDecimal.ZERO;
        for (Map.Entry<Part, BigDecimal> sum : sums.entrySet()) {
            BigDecimal amount = rounded(sum.getValue(), decimals);
            cells.merge(sum.getKey().cell(), new Figures(BigDecimal.ZERO, amount.negate()), Figures::plus);
            left = left.add(amount);
        }
        return left;
    }

    /**
     * What does not cancel out in the currencies of the documents, at the rate that both books have them at: what one of them has
     * alone is disagreed about in full.
     */
    private static BigDecimal disagreed(List<Within> amounts, int decimals) {
        Map<String, List<Within>> currencies = new TreeMap<>();
        amounts.forEach(w -> currencies.computeIfAbsent(w.currency(), currency -> new ArrayList<>()).add(w));
        BigDecimal sum = BigDecimal.ZERO;
        for (List<Within> same : currencies.values()) {
            BigDecimal open = same.stream().map(Within::document).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (open.signum() == 0) {
                continue;
            }
            BigDecimal documents = BigDecimal.ZERO;
            BigDecimal worth = BigDecimal.ZERO;
            for (long company : same.stream().map(w -> w.cell().company()).distinct().toList()) {
                List<Within> side = same.stream().filter(w -> w.cell().company() == company).toList();
                BigDecimal document = side.stream().map(Within::document).reduce(BigDecimal.ZERO, BigDecimal::add);
                if (document.signum() != 0) {
                    documents = documents.add(document.abs());
                    worth = worth.add(side.stream().map(Within::amount).reduce(BigDecimal.ZERO, BigDecimal::add).abs());
                }
            }
            sum = sum.add(open.multiply(worth).divide(documents, MathContext.DECIMAL128));
        }
        return rounded(sum, decimals);
    }

    private static BigDecimal rounded(BigDecimal amount, int decimals) {
        return amount.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** What remains of all: zero, unless books of a company in the presentation currency do not balance themselves. */
    public Figures total() {
        Figures sum = cells.values().stream().reduce(Figures.ZERO, Figures::plus);
        BigDecimal reserve = reserves.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal left = differences.stream().map(Difference::amount).reduce(exchange, BigDecimal::add);
        return sum.plus(new Figures(reserve, left));
    }
}
