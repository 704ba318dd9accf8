package org.ashlar.finance;

import java.time.LocalDate;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The general ledger of the caller's company. Posted entries never change; a mistake is reversed by an entry of its own.
 * Needs {@code finance.entry.post} (and {@code .reverse}). Runs in the caller's transaction or begins one. Thread-safe.
 */
@ProviderType
public interface Ledger {

    /** Journal for entries of any kind. */
    String GENERAL = "GEN";
    /** Journal for stock value. */
    String STOCK = "STK";

    /**
     * Posts at once: checks, writes and takes the gapless number last.
     *
     * @throws org.ashlar.platform.problem.Problem RULE: {@code finance.entry.unbalanced}, {@code finance.period.locked},
     *         {@code finance.account.unknown}, {@code finance.account.inactive}, {@code finance.entry.line.partyMissing},
     *         {@code finance.role.unmapped} and others, with the field at fault
     */
    EntryId post(EntryDraft draft);

    /**
     * Posts the opposite of a posted entry (红字冲销): same accounts and sides, negative amounts, both linked.
     *
     * @param date accounting date of the reversal; {@code null}: today
     * @throws org.ashlar.platform.problem.Problem RULE {@code finance.entry.reversed} if it was reversed before
     */
    EntryId reverse(EntryId id, LocalDate date);
}
