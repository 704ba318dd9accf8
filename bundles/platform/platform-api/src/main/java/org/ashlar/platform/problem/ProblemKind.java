package org.ashlar.platform.problem;

/** Kinds of refusal with their HTTP status. */
public enum ProblemKind {
    BAD_REQUEST(400), UNAUTHENTICATED(401), DENIED(403), NOT_FOUND(404), NOT_ALLOWED(405), CONFLICT(409), STALE(412),
    TOO_LARGE(413), UNSUPPORTED(415), RULE(422), PRECONDITION(428), TOO_MANY(429), UNAVAILABLE(503);

    private final int status;

    ProblemKind(int status) {
        this.status = status;
    }

    /** HTTP status code. */
    public int status() {
        return status;
    }
}
