package org.ashlar.platform.approvals.internal.model;

/** How many of a step's approvers must approve. */
public enum StepMode {
    /** Everybody must approve. */
    ALL,
    /** The first decision counts. */
    ANY,
    /** So many as needed must approve. */
    COUNT
}
