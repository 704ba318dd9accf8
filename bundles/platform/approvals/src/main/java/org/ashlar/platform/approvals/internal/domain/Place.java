package org.ashlar.platform.approvals.internal.domain;

/** Where an added approver decides. */
public enum Place {
    /** In a step of his own before the present one goes on. */
    BEFORE,
    /** In a step of his own after the present one. */
    AFTER,
    /** In the present step, beside the others. */
    WITH
}
