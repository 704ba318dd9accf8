package org.ashlar.platform.insight.internal.search;

/**
 * A record that holds what was typed; whether the caller may see it is asked next.
 *
 * @param label what stands for it
 */
record Candidate(String model, long record, String label) {
}
