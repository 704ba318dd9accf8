package org.ashlar.bridge.purchasing.sales.internal.model;

/** Where the mirrored order stands, the same on both sides. */
public enum MirrorState {
    /** Waits for the receiving company. */
    DRAFT,
    /** The first company reopened its order; what it confirms next replaces the draft. */
    CHANGING,
    /** Both companies are bound. */
    CONFIRMED,
    /** One of them gave it up. */
    ENDED
}
