package org.ashlar.platform.messaging.internal.domain;

import org.ashlar.platform.outbox.Outcome;

/** A message did not go through. */
public final class ChatProblem extends Exception {
    private static final long serialVersionUID = 1L;

    private final Outcome.Kind kind;

    /** What is to become of the message, and why in words. */
    public ChatProblem(Outcome.Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What is to become of the message. */
    public Outcome outcome() {
        return new Outcome(kind, getMessage());
    }

    /** Whether it is not known if it arrived. */
    public boolean unsure() {
        return kind == Outcome.Kind.UNCERTAIN;
    }
}
