package org.ashlar.platform.insight.internal.model;

/** How the last sending went. */
public enum SendOutcome {
    /** Everybody got it. */
    SENT,
    /** Somebody did not get it. */
    PARTLY,
    /** There was nothing to send. */
    SKIPPED,
    /** Nobody got it. */
    FAILED
}
