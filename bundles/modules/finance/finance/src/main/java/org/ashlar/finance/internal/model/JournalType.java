package org.ashlar.finance.internal.model;

/** Kinds of journals. */
public enum JournalType {
    GENERAL, SALES, PURCHASE, BANK, CASH, STOCK
}
