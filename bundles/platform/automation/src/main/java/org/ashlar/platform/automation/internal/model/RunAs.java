package org.ashlar.platform.automation.internal.model;

/** In whose name a rule acts. */
public enum RunAs {
    /** The company's system, with every right in it. */
    SYSTEM,
    /** Whoever saved the record. */
    CALLER,
    /** A named user. */
    USER
}
