package org.ashlar.platform.messaging.internal.domain;

/** A call does not prove where it comes from. */
public final class NotProved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean stale;

    /** A wrong proof; {@code stale}: a right one of another time. */
    public NotProved(boolean stale) {
        super(stale ? "stale" : "wrong", null, false, false);
        this.stale = stale;
    }

    /** Whether only its time is wrong. */
    public boolean stale() {
        return stale;
    }
}
