package org.ashlar.platform.approvals.internal.domain;

import org.ashlar.platform.approvals.internal.model.TaskOrigin;
import org.ashlar.platform.approvals.internal.model.TaskState;

/** What one approver has to decide in one round of a step. Once it is not open any more it never changes. Not thread-safe. */
public final class FlowTask {

    private final String step;
    private final int round;
    private final long user;
    private final TaskOrigin origin;
    private TaskState state;

    public FlowTask(String step, int round, long user, TaskState state, TaskOrigin origin) {
        this.step = step;
        this.round = round;
        this.user = user;
        this.state = state;
        this.origin = origin;
    }

    /** Code of its step. */
    public String step() {
        return step;
    }

    /** Round of its step. */
    public int round() {
        return round;
    }

    /** Who decides. */
    public long user() {
        return user;
    }

    /** Where it came from. */
    public TaskOrigin origin() {
        return origin;
    }

    /** What became of it. */
    public TaskState state() {
        return state;
    }

    void close(TaskState end) {
        if (state != TaskState.OPEN) {
            throw new IllegalStateException("A decision is never changed: " + state + " to " + end);
        }
        state = end;
    }

    /** Whether it counts for the quorum: still to decide, or decided. */
    boolean living() {
        return state == TaskState.OPEN || state == TaskState.APPROVED || state == TaskState.REJECTED;
    }
}
