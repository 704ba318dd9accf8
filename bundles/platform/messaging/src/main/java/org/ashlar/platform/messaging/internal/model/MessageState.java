package org.ashlar.platform.messaging.internal.model;

/** Where a message stands. */
public enum MessageState {
    /** Waits for its next attempt. */
    QUEUED,
    /** A node is sending it. */
    SENDING,
    /** The service took it over. */
    SENT,
    /** The connection broke before the service's answer: it may have left. */
    UNCERTAIN,
    /** It was refused for good or was too old. */
    FAILED
}
