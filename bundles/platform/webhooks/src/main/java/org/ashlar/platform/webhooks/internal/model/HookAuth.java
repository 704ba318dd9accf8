package org.ashlar.platform.webhooks.internal.model;

/** How a sender proves who it is. */
public enum HookAuth {
    /** {@code Ashlar-Signature: t=<seconds>,v1=<hex>}: HMAC-SHA256 of {@code <seconds>.<body>}, at most five minutes old. */
    SIGNATURE,
    /** {@code X-Hub-Signature-256: sha256=<hex>}: HMAC-SHA256 of the body alone, as several services send it. */
    BODY_SIGNATURE,
    /** {@code X-Ashlar-Token}: the secret itself; only over TLS. */
    TOKEN
}
