package org.ashlar.platform.messaging.internal.model;

/** What a message is. */
public enum MessageKind {
    /** A text. */
    TEXT,
    /** A request for approval with buttons. */
    CARD,
    /** The new state of a card that was sent. */
    UPDATE
}
