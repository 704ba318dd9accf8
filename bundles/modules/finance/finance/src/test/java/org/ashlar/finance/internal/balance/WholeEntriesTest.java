package org.ashlar.finance.internal.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

import org.ashlar.finance.internal.support.TestLedger;
import org.junit.jupiter.api.Test;

/** Reads that do not add up are repeated, and not for ever. */
class WholeEntriesTest {

    private final TestLedger ledger = new TestLedger();
    private final WholeEntries entries = new WholeEntries(ledger, ledger);
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void aWholeAnswerIsReadOnce() {
        assertThat(readUntil(1)).isEqualTo(1);
        assertThat(reads).hasValue(1);
    }

    @Test
    void aHalfOneIsReadAgain() {
        assertThat(readUntil(2)).isEqualTo(2);
        assertThat(reads).hasValue(2);
    }

    @Test
    void booksThatReallyDoNotAddUpAreShownAsTheyAre() {
        assertThat(readUntil(Integer.MAX_VALUE)).isEqualTo(4);
        assertThat(reads).hasValue(4);
    }

    private int readUntil(int whole) {
        return entries.<Integer>read(db -> reads.incrementAndGet(), answer -> answer == whole);
    }
}
