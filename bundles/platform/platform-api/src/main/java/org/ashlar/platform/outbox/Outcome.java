package org.ashlar.platform.outbox;

/**
 * What became of an attempt.
 *
 * @param kind what
 * @param problem why not, {@code null} after success
 */
public record Outcome(Kind kind, String problem) {

    /** What became of it. */
    public enum Kind {
        /** The other side has it. */
        SENT,
        /** Not now: it is tried again later. */
        LATER,
        /** The way out itself is closed: what else waits for it is not tried in this round. */
        CLOSED,
        /** The other side may have it; waits for a person. */
        UNCERTAIN,
        /** Refused for good. */
        FAILED
    }

    /** Success. */
    public static Outcome sent() {
        return new Outcome(Kind.SENT, null);
    }

    /** Try again later. */
    public static Outcome later(String problem) {
        return new Outcome(Kind.LATER, problem);
    }

    /** The way out is closed. */
    public static Outcome closed(String problem) {
        return new Outcome(Kind.CLOSED, problem);
    }

    /** It may have left. */
    public static Outcome uncertain(String problem) {
        return new Outcome(Kind.UNCERTAIN, problem);
    }

    /** Refused for good. */
    public static Outcome failed(String problem) {
        return new Outcome(Kind.FAILED, problem);
    }
}
