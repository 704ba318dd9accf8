package org.ashlar.platform.identity.internal.model;

/**
 * Body of the action that sets a secret.
 *
 * @param secret the secret; empty: none
 */
public record SetSecret(String secret) {
    /** Never shows the secret, wherever it is printed. */
    @Override
    public String toString() {
        return "SetSecret[***]";
    }
}
