package org.ashlar.finance.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.ashlar.finance.EntryPosted;
import org.ashlar.finance.internal.support.TestLedger;
import org.ashlar.platform.problem.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Posting on a real database: what is written, in which order, and how many statements it takes. */
class EntryPosterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 10);

    private final TestLedger ledger = new TestLedger();

    @Test
    @DisplayName("two statements of its own; with the number and the audit row that makes four")
    void staysInsideTheBudget() {
        ledger.poster.post(ledger.entry(DAY, 1, 2, "100", false));
        assertThat(ledger.beforeNumber).containsExactly("finance_entry_line");
        assertThat(ledger.tables.executed()).containsExactly("finance_entry");
        assertThat(ledger.audited).hasSize(1);
    }

    @Test
    void aGroupTakesTheStatementsOfOneEntryAndConsecutiveNumbers() {
        List<PreparedEntry> group = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            group.add(ledger.entry(DAY, 1, 2, "1", false));
        }
        List<PostedEntry> posted = ledger.poster.postAll(group);
        assertThat(ledger.beforeNumber).containsExactly("finance_entry_line", "finance_period");
        assertThat(ledger.tables.executed()).hasSize(1);
        assertThat(posted).extracting(PostedEntry::number).startsWith("GEN-1", "GEN-2").endsWith("GEN-20");
        assertThat(posted).extracting(PostedEntry::id).containsExactlyElementsOf(
                group.stream().map(PreparedEntry::id).toList());
        assertThat(ledger.tables.value("SELECT COUNT(*) FROM finance_entry WHERE folded = FALSE")).isEqualTo("20");
    }

    @Test
    void openItemsCostOneStatementMore() {
        ledger.poster.post(ledger.entry(DAY, 1, 2, "100", true));
        assertThat(ledger.tables.executed()).containsExactly("finance_entry", "finance_open_item");
        assertThat(ledger.tables.value("SELECT residual FROM finance_open_item WHERE party_id = 55")).isEqualTo("100.0000");
        assertThat(ledger.tables.value("SELECT doc_number FROM finance_open_item")).isEqualTo("GEN-1");
    }

    @Test
    void aLockedPeriodLetsNobodyIn() {
        ledger.tables.update("UPDATE finance_period SET state = 'LOCKED' WHERE id = 102");
        assertThatThrownBy(() -> ledger.poster.post(ledger.entry(DAY, 1, 2, "100", false))).isInstanceOf(Problem.class)
                .hasMessageContaining("finance.period.locked");
        assertThat(ledger.tables.value("SELECT COUNT(*) FROM finance_entry")).isEqualTo("0");
        assertThat(ledger.events).isEmpty();
    }

    @Test
    void aSoftLockLetsOnlyTheAuthorisedIn() {
        ledger.tables.update("UPDATE finance_period SET state = 'SOFT_LOCKED' WHERE id = 102");
        PreparedEntry entry = ledger.entry(DAY, 1, 2, "100", false);
        assertThatThrownBy(() -> ledger.poster.post(entry)).hasMessageContaining("finance.period.softLocked");
        PreparedEntry authorised = new PreparedEntry(entry.id(), entry.stamp(), true, entry.journal(), entry.date(),
                entry.period(), entry.text(), entry.lines());
        assertThat(ledger.poster.post(authorised).number()).startsWith("GEN-");
        assertThat(ledger.tables.value("SELECT COUNT(*) FROM finance_entry")).isEqualTo("1");
    }

    @Test
    void tellsOthersInsideTheTransaction() {
        PostedEntry posted = ledger.poster.post(ledger.entry(DAY, 1, 2, "100", false));
        assertThat(ledger.events).containsExactly(
                new EntryPosted(posted.id(), TestLedger.COMPANY, DAY, "GEN-1", "GEN", null, 0));
    }
}
