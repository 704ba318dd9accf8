package org.ashlar.platform.approvals.internal.model;

/** Where a request stands. */
public enum RequestState {
    /** Waits for decisions. */
    PENDING,
    /** Approved; what was asked for has not been carried out. */
    APPROVED,
    /** Approved and carried out. */
    DONE,
    /** Rejected. */
    REJECTED,
    /** Taken back by the requester. */
    WITHDRAWN,
    /** Approved, but the record changed for the worse since. */
    OUTDATED
}
