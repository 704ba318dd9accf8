package org.ashlar.purchasing;

/** How much of an order is received or billed. */
public enum Progress {
    NONE, PARTLY, FULLY
}
