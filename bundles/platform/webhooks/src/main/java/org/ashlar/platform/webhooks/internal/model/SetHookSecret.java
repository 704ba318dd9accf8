package org.ashlar.platform.webhooks.internal.model;

/**
 * A secret that the sender gave.
 *
 * @param secret at least 16 characters
 */
public record SetHookSecret(String secret) {
    @Override
    public String toString() {
        return "SetHookSecret[]";
    }
}
