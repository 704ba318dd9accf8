package org.ashlar.inventory.internal.domain;

/** How issues are valued. */
public enum CostMethod {
    /** Oldest receipts first (先进先出). */
    FIFO,
    /** Moving average (移动加权平均). */
    AVERAGE,
    /** Carried at standard cost; what was paid beyond it is a price difference (计划成本). */
    STANDARD
}
