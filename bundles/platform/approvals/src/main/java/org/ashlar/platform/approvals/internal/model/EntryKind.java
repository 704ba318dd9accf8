package org.ashlar.platform.approvals.internal.model;

/** What happened. */
public enum EntryKind {
    /** Submitted. */
    SUBMITTED,
    /** Approved. */
    APPROVED,
    /** Rejected. */
    REJECTED,
    /** Sent back to a step. */
    SENT_BACK,
    /** Approver added. */
    ADDED,
    /** Transferred. */
    TRANSFERRED,
    /** Withdrawn. */
    WITHDRAWN,
    /** Reminded. */
    REMINDED,
    /** Escalated after time-out. */
    ESCALATED,
    /** Outdated by a change. */
    OUTDATED,
    /** Carried out. */
    DONE,
    /** Could not be carried out. */
    FAILED
}
