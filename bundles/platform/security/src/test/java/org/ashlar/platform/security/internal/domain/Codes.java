package org.ashlar.platform.security.internal.domain;

import java.time.Instant;

/** Codes as an authenticator app shows them. */
public final class Codes {
    private Codes() {
    }

    /** The present code. */
    public static String of(String secret, Instant now) {
        return Totp.code(secret, now.getEpochSecond() / 30);
    }
}
