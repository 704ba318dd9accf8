package org.ashlar.platform.messaging.internal.chat;

import java.util.function.BooleanSupplier;
import org.ashlar.platform.messaging.internal.domain.Account;

/**
 * One message to send.
 *
 * @param account by which channel
 * @param to the receiver's address
 * @param key the same at each attempt
 * @param handOver to be called just before the service may take it
 */
public record Errand(Account account, String to, String key, BooleanSupplier handOver) {
}
