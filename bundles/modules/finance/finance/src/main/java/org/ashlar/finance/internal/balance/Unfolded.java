package org.ashlar.finance.internal.balance;

/**
 * Lines of posted entries that are not in the balances yet, found by the index of entries without looking at the others. Both
 * databases are told the way, because their statistics lag behind entries that come and are folded within seconds. On Derby the
 * way is also what keeps entries whole: an entry is written after its lines, so whoever reads the entry first and then looks up
 * its lines finds all of them; a hash of lines made beforehand would miss some. Pure.
 */
public final class Unfolded {

    private static final String POSTGRES = "(SELECT id FROM finance_entry WHERE NOT folded AND state = 'POSTED' OFFSET 0) e"
            + " CROSS JOIN LATERAL (SELECT * FROM finance_entry_line x WHERE x.entry_id = e.id OFFSET 0) l";
    private static final String DERBY = "--DERBY-PROPERTIES joinOrder=FIXED\n"
            + " finance_entry e --DERBY-PROPERTIES index=IX_FINANCE_ENTRY_UNFOLDED\n"
            + " JOIN finance_entry_line l --DERBY-PROPERTIES index=IX_FINANCE_ENTRY_LINE_ENTRY, joinStrategy=NESTEDLOOP\n"
            + " ON l.entry_id = e.id AND e.folded = FALSE AND e.state = 'POSTED'";

    private Unfolded() {
    }

    /** What follows FROM: entries as {@code e} with their lines as {@code l}. */
    public static String lines(boolean derby) {
        return derby ? DERBY : POSTGRES;
    }
}
