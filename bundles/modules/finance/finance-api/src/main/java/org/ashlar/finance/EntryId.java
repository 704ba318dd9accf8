package org.ashlar.finance;

/** Id of a journal entry, model {@code finance.entry}. */
public record EntryId(long value) {
}
