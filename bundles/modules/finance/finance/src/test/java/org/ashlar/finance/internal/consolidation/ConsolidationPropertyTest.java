package org.ashlar.finance.internal.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.ashlar.finance.internal.consolidation.Consolidation.Balance;
import org.ashlar.finance.internal.consolidation.Consolidation.Cell;
import org.ashlar.finance.internal.consolidation.Consolidation.Difference;
import org.ashlar.finance.internal.consolidation.Consolidation.Within;

/** Whatever balanced books are put together, the result balances, and it does not matter who of a pair is looked at first. */
class ConsolidationPropertyTest {

    private static final long BANK = 1;
    private static final long RECEIVABLE = 2;
    private static final long PAYABLE = 3;
    private static final long SALES = 4;
    private static final long COSTS = 5;

    /** Balanced books of companies, some in another currency with rates of their own for each side, that trade at random. */
    private static final class Group {
        private final Random random;
        private final int companies;
        private final List<Balance> balances = new ArrayList<>();
        private final List<Within> within = new ArrayList<>();

        Group(long seed) {
            random = new Random(seed);
            companies = 2 + random.nextInt(4);
        }

        Set<Long> foreign() {
            return companies > 2 ? Set.of(2L, 3L) : Set.of(2L);
        }

        private BigDecimal amount() {
            return BigDecimal.valueOf(random.nextInt(1_000_000) - 200_000, 2);
        }

        private BigDecimal rate(long company) {
            return foreign().contains(company) ? BigDecimal.valueOf(65_000 + random.nextInt(10_000), 4) : BigDecimal.ONE;
        }

        private void line(long company, long account, Long partner, BigDecimal amount, boolean inside, BigDecimal document) {
            BigDecimal there = amount.multiply(rate(company));
            balances.add(new Balance(new Cell(company, account), partner, there));
            if (inside) {
                within.add(new Within(new Cell(company, account), partner, account >= SALES, "USD", document, there));
            }
        }

        private long company() {
            return 1 + random.nextInt(companies);
        }

        /** A sale as the seller sees it, and as the buyer does, who may see it otherwise or not at all. */
        Group trade(boolean faithful) {
            for (int i = 0; i < 12; i++) {
                long seller = company();
                long buyer = seller % companies + 1;
                BigDecimal amount = amount();
                line(seller, RECEIVABLE, buyer, amount, true, amount);
                line(seller, SALES, buyer, amount.negate(), true, amount.negate());
                if (faithful || random.nextInt(3) > 0) {
                    BigDecimal seen = faithful ? amount : amount();
                    line(buyer, PAYABLE, seller, seen.negate(), true, seen.negate());
                    line(buyer, COSTS, seller, seen, true, seen);
                }
            }
            return this;
        }

        Group world() {
            for (int i = 0; i < 12; i++) {
                long company = company();
                BigDecimal amount = amount();
                line(company, BANK, null, amount, false, null);
                line(company, random.nextBoolean() ? SALES : PAYABLE, null, amount.negate(), false, null);
            }
            return this;
        }

        Consolidation consolidated() {
            return Consolidation.of(balances, within, foreign(), 2);
        }
    }

    @Property(tries = 500)
    void theConsolidationOfBalancedBooksBalances(@ForAll long seed, @ForAll boolean faithful) {
        Consolidation all = new Group(seed).trade(faithful).world().consolidated();
        assertThat(all.total().sum()).isEqualByComparingTo("0");
        assertThat(all.total().elimination()).isEqualByComparingTo("0");
    }

    @Property(tries = 500)
    void whatIsWhollyInsideTheGroupEndsAtZero(@ForAll long seed) {
        Consolidation all = new Group(seed).trade(true).consolidated();
        all.cells().forEach((cell, figures) -> assertThat(figures.consolidated()).as("%s", cell).isEqualByComparingTo("0"));
        assertThat(all.differences()).as("what both books agree about").isEmpty();
    }

    @Property(tries = 500)
    void theOrderOfCompaniesAndLinesDoesNotMatter(@ForAll long seed) {
        Group group = new Group(seed).trade(false).world();
        Consolidation one = group.consolidated();
        Collections.reverse(group.balances);
        Collections.reverse(group.within);
        assertThat(group.consolidated()).isEqualTo(one);
        Map<Long, Long> swapped = Map.of(1L, 2L, 2L, 1L);
        List<Within> mirrored = group.within.stream().filter(w -> swapped.containsKey(w.cell().company())
                && swapped.containsKey(w.partner())).map(w -> new Within(new Cell(swapped.get(w.cell().company()),
                        w.cell().account()), swapped.get(w.partner()), w.result(), w.currency(), w.document(), w.amount())).toList();
        List<Within> plain = group.within.stream().filter(w -> swapped.containsKey(w.cell().company())
                && swapped.containsKey(w.partner())).toList();
        Consolidation first = Consolidation.of(List.of(), plain, Set.of(), 2);
        Consolidation second = Consolidation.of(List.of(), mirrored, Set.of(), 2);
        assertThat(second.differences()).isEqualTo(first.differences());
        assertThat(second.exchange()).isEqualByComparingTo(first.exchange());
        first.cells().forEach((cell, figures) -> assertThat(second.cells().get(new Cell(swapped.get(cell.company()),
                cell.account()))).isEqualTo(figures));
    }

    @Property(tries = 300)
    void whatOneBookHasAloneIsDisagreedAboutInFull(@ForAll long seed) {
        Group group = new Group(seed);
        BigDecimal amount = group.amount();
        group.line(1, RECEIVABLE, 2L, amount, true, amount);
        group.line(1, SALES, 2L, amount.negate(), true, amount.negate());
        Consolidation all = group.consolidated();
        assertThat(all.exchange()).isEqualByComparingTo("0");
        if (amount.signum() != 0) {
            assertThat(all.differences()).extracting(Difference::amount).usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(amount, amount.negate());
        }
    }
}
