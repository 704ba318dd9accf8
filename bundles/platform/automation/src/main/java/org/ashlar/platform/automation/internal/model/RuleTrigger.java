package org.ashlar.platform.automation.internal.model;

/** What sets a rule off. */
public enum RuleTrigger {
    /** A record was created. */
    CREATED,
    /** A record was changed; only of the named fields, if there are any. */
    UPDATED,
    /** A record was created or changed. */
    SAVED,
    /** A record reached a state. */
    STATE,
    /** A record was deleted. */
    DELETED,
    /** A record that matches is refused, in words. */
    REFUSE,
    /** The clock struck. */
    SCHEDULE
}
