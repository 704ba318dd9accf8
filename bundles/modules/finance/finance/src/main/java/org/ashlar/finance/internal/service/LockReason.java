package org.ashlar.finance.internal.service;

/**
 * Why a period is locked or opened again.
 *
 * @param reason words for the audit log; needed to open a locked period again
 */
public record LockReason(String reason) {
}
