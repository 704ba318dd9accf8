package org.ashlar.platform.collaboration.internal.domain;

/** When a channel passes a notice on. */
public enum DeliveryMode {
    /** Never. */
    OFF,
    /** At once, after quiet hours. */
    NOW,
    /** Gathered, at the full hour. */
    HOURLY,
    /** Gathered, once a day. */
    DAILY
}
