package org.ashlar.platform.approvals.internal.model;

/** Where a step stands. */
public enum StepState {
    /** Its turn has not come. */
    WAITING,
    /** Its turn. */
    ACTIVE,
    /** Quorum reached. */
    APPROVED,
    /** Rejected. */
    REJECTED,
    /** Its condition did not hold. */
    SKIPPED
}
