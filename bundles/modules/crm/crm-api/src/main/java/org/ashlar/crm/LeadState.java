package org.ashlar.crm;

/** How far a lead is. */
public enum LeadState {
    /** Nobody has talked to them yet. */
    NEW,
    /** There was a visit, call or message. */
    CONTACTED,
    /** Need, money and somebody who decides are there. */
    QUALIFIED,
    /** Became a customer. */
    CONVERTED,
    /** Given up. */
    LOST
}
