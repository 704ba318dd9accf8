package org.ashlar.platform.messaging.internal.domain;

import java.time.Instant;
import java.util.Map;

/**
 * A call of a service.
 *
 * @param query parameters of the address
 * @param headers headers, lower case
 * @param body bytes
 * @param now when it came
 */
public record Inbound(Map<String, String> query, Map<String, String> headers, byte[] body, Instant now) {
}
