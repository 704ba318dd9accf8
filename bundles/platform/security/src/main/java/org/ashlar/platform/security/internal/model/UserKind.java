package org.ashlar.platform.security.internal.model;

/** Whose people a user belongs to. */
public enum UserKind {
    /** Our own. */
    INTERNAL,
    /** A partner's: sees only records of its party, by roles made for that. */
    PORTAL
}
