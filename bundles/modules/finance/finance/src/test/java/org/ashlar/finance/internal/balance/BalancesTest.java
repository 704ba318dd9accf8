package org.ashlar.finance.internal.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;

import org.ashlar.finance.internal.support.TestLedger;
import org.junit.jupiter.api.Test;

/** Kept balances equal the lines, folded or not, at any cut. */
class BalancesTest {

    private final TestLedger ledger = new TestLedger();
    private final FoldGate gate = new FoldGate(ledger.database);
    private final FoldBalances fold = new FoldBalances(ledger.database, ledger, gate);
    private final Turnovers turnovers = new Turnovers(new WholeEntries(ledger, ledger), gate);

    @Test
    void foldingMarksTheEntriesAndKeepsTheSums() {
        post(30, 1);
        fold.run();
        assertThat(ledger.tables.value("SELECT COUNT(*) FROM finance_entry WHERE folded = FALSE")).isEqualTo("0");
        compare(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31));
        post(30, 2);
        fold.run();
        fold.run();
        compare(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31));
    }

    @Test
    void halfFoldedAndInTheMiddleOfPeriodsTheyAreTheSame() {
        post(40, 3);
        fold.run();
        post(40, 4);
        compare(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31));
        compare(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28));
        compare(LocalDate.of(2026, 1, 17), LocalDate.of(2026, 3, 9));
        compare(LocalDate.of(2026, 2, 5), LocalDate.of(2026, 2, 5));
        compare(LocalDate.of(2026, 2, 10), LocalDate.of(2026, 2, 20));
    }

    private void compare(LocalDate from, LocalDate to) {
        var recomputed = turnovers.recomputed(ledger.books(), from, to);
        assertThat(recomputed).isNotEmpty();
        recomputed.forEach((account, turnover) -> {
            Turnovers.Turnover kept = turnovers.kept(ledger.books(), from, to).get(account);
            assertThat(kept.opening()).as("opening %s", account).isEqualByComparingTo(turnover.opening());
            assertThat(kept.debit()).as("debit %s", account).isEqualByComparingTo(turnover.debit());
            assertThat(kept.credit()).as("credit %s", account).isEqualByComparingTo(turnover.credit());
        });
    }

    private void post(int entries, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < entries; i++) {
            LocalDate date = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(90));
            ledger.poster.post(ledger.entry(date, 1 + random.nextInt(3), 4 + random.nextInt(3),
                    (random.nextInt(100_000) + 1) + "e-2", false));
        }
    }
}
