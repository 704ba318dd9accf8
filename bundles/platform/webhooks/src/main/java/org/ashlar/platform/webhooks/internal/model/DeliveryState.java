package org.ashlar.platform.webhooks.internal.model;

/** Where a delivery stands. */
public enum DeliveryState {
    /** Waits for its turn, or for the next attempt. */
    WAITING,
    /** The receiver took it. */
    DONE,
    /** It was tried as often as it may be. It can be replayed. */
    DEAD
}
