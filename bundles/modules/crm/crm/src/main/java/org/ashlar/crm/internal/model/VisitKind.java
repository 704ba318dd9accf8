package org.ashlar.crm.internal.model;

/** How people met. */
public enum VisitKind {
    /** At the customer's. */
    VISIT,
    /** By phone. */
    CALL,
    /** By mail, WeChat or the like. */
    MESSAGE,
    /** Elsewhere or online. */
    MEETING
}
