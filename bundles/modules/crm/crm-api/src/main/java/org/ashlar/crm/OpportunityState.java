package org.ashlar.crm;

/** How a deal stands; how far an open one is says its stage. */
public enum OpportunityState {
    /** Worked on. */
    OPEN,
    /** The customer decided for us. */
    WON,
    /** The customer decided against us or gave up. */
    LOST
}
