package org.ashlar.platform.automation.internal.model;

/** How often the clock strikes. */
public enum Every {
    /** Every so many minutes. */
    MINUTES,
    /** Every so many hours. */
    HOURS,
    /** Once a day. */
    DAILY,
    /** Once a week. */
    WEEKLY,
    /** Once a month; a day that the month lacks is its last one. */
    MONTHLY,
    /** On the day that a date field says, plus or minus days. */
    DATE,
    /** Every year on month and day of a date field; 29 February is kept on the 28th in other years. */
    ANNIVERSARY
}
