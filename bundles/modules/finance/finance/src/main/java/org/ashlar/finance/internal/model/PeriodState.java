package org.ashlar.finance.internal.model;

/** Open to all, open to callers with {@code finance.period.postSoftLocked}, or to nobody. */
public enum PeriodState {
    OPEN, SOFT_LOCKED, LOCKED
}
