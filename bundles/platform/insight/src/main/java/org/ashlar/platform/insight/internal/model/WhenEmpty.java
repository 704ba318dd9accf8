package org.ashlar.platform.insight.internal.model;

/** What happens when there are no rows. */
public enum WhenEmpty {
    /** It is sent all the same. */
    SEND,
    /** Nothing is sent. */
    SKIP
}
