package org.ashlar.masters.internal.model;

/** How stock of a product is valued. */
public enum CostMethod {
    /** 先进先出. */
    FIFO,
    /** 移动加权平均. */
    AVERAGE,
    /** 标准成本. */
    STANDARD
}
