package org.ashlar.sales;

/** How much of an order is delivered or invoiced. */
public enum Progress {
    NONE, PARTLY, FULLY
}
