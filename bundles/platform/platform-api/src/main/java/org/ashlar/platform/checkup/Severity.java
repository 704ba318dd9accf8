package org.ashlar.platform.checkup;

/** How soon somebody should look. */
public enum Severity {
    /** Good to know. */
    INFO,
    /** Look at it in the next days. */
    WARN,
    /** Something does not work, or will soon not. */
    BAD
}
