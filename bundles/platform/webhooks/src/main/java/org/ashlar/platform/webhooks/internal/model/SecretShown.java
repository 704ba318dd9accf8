package org.ashlar.platform.webhooks.internal.model;

/** A new secret, shown once. */
public record SecretShown(String secret) {
    @Override
    public String toString() {
        return "SecretShown[]";
    }
}
