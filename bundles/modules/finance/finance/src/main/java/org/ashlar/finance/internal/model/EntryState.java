package org.ashlar.finance.internal.model;

/** States of an entry. */
public enum EntryState {
    DRAFT, POSTED
}
