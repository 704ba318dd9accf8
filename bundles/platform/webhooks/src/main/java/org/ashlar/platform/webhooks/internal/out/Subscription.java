package org.ashlar.platform.webhooks.internal.out;

import java.util.List;
import java.util.Set;

/**
 * What one webhook wants of topics or of a model.
 *
 * @param webhook webhook id
 * @param companyId its company
 * @param user in whose name it reads
 * @param topic pattern or {@code null}
 * @param model model or {@code null}
 * @param kinds kinds of changes; empty: all
 * @param condition RSQL or {@code null}
 * @param fields fields to send
 */
record Subscription(long webhook, long companyId, long user, String topic, String model, Set<String> kinds,
        String condition, List<String> fields) {
}
