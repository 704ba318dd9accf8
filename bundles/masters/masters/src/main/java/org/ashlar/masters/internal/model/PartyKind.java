package org.ashlar.masters.internal.model;

/** What a party is. */
public enum PartyKind {
    /** A legal entity, branch or department. */
    ORGANISATION,
    /** A natural person. */
    PERSON
}
