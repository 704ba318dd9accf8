package org.ashlar.platform.insight.internal.model;

/** What is sent. */
public enum SendWhat {
    /** A report of a module. */
    REPORT,
    /** A list of records. */
    LIST,
    /** A dashboard. */
    DASHBOARD
}
