package org.ashlar.platform.automation.internal.model;

/** What became of a run. */
public enum RunOutcome {
    /** In-transaction work is done, effects outside are due. */
    QUEUED,
    /** All done. */
    DONE,
    /** Given up; see the problem. */
    FAILED
}
