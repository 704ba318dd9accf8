package org.ashlar.platform.webhooks.internal.model;

import java.time.Instant;

/**
 * What to send again.
 *
 * @param from deliveries made since then
 * @param deadOnly only those that were given up; otherwise those that the receiver took, too
 */
public record ReplayFrom(Instant from, Boolean deadOnly) {
}
