package org.ashlar.platform.approvals.internal.model;

/**
 * Body of the action {@code test}.
 *
 * @param record id of the record to try the policy on
 */
public record TestPolicy(Long record) {
}
