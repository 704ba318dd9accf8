package org.ashlar.platform.approvals.internal.domain;

import org.ashlar.platform.approvals.internal.model.StepMode;
import org.ashlar.platform.approvals.internal.model.StepState;

/** One step of a running approval. Belongs to one {@link Flow}; not thread-safe. */
public final class FlowStep {

    private final String code;
    private final StepMode mode;
    private final int needed;
    private StepState state;
    private int round;

    /** {@code needed} counts for {@link StepMode#COUNT} only. */
    public FlowStep(String code, StepMode mode, int needed, StepState state, int round) {
        this.code = code;
        this.mode = mode;
        this.needed = needed;
        this.state = state;
        this.round = round;
    }

    /** Name inside the flow. */
    public String code() {
        return code;
    }

    /** How many must approve. */
    public StepMode mode() {
        return mode;
    }

    /** Where it stands. */
    public StepState state() {
        return state;
    }

    /** Which time it runs; tasks of earlier rounds do not count any more. */
    public int round() {
        return round;
    }

    void state(StepState next) {
        state = next;
    }

    void nextRound() {
        round++;
        state = StepState.WAITING;
    }

    /** Approvals that decide, given how many people can still approve or have. */
    int quorum(int living) {
        return switch (mode) {
            case ALL -> living;
            case ANY -> 1;
            case COUNT -> Math.min(needed, living);
        };
    }
}
