package org.ashlar.platform.approvals.internal.model;

/** What became of one approver's task. */
public enum TaskState {
    /** To be decided. */
    OPEN,
    /** Approved. */
    APPROVED,
    /** Rejected. */
    REJECTED,
    /** Given to somebody else. */
    TRANSFERRED,
    /** Timed out; somebody else decides. */
    ESCALATED,
    /** Decided without this one. */
    DROPPED
}
