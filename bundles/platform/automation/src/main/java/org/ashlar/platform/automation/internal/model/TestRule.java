package org.ashlar.platform.automation.internal.model;

/**
 * Body of the action {@code test}.
 *
 * @param record id of the record to test the rule on
 */
public record TestRule(Long record) {
}
