package org.ashlar.platform.approvals.internal.model;

/** How the approvers of a step are found. */
public enum ApproverKind {
    /** A user by login. */
    USER,
    /** Everybody who has a role in the company. */
    ROLE,
    /** Everybody in a group. */
    GROUP,
    /** The requester's manager; the value says how many levels up, 1 if empty. */
    MANAGER,
    /** The user that a field of the record names. */
    FIELD
}
