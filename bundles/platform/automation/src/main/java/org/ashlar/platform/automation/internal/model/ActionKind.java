package org.ashlar.platform.automation.internal.model;

/** What a rule does. */
public enum ActionKind {
    /** Changes the record. */
    SET,
    /** Creates a record. */
    CREATE,
    /** Calls an action of the record. */
    ACT,
    /** Sends a mail. */
    MAIL,
    /** Tells users. */
    NOTIFY,
    /** Plans an activity. */
    ACTIVITY,
    /** Comments the record. */
    COMMENT,
    /** Publishes the outbound event automation.triggered. */
    WEBHOOK
}
