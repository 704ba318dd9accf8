package org.ashlar.platform.approvals.internal.model;

/** Why somebody has a task. */
public enum TaskOrigin {
    /** Named by the policy. */
    POLICY,
    /** Added by an approver. */
    ADDED,
    /** Transferred. */
    TRANSFER,
    /** By time-out. */
    ESCALATION
}
