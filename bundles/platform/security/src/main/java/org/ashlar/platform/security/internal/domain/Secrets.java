package org.ashlar.platform.security.internal.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random secrets and their digests. Secrets have 256 bits, so a plain SHA-256 of them cannot be searched. Thread-safe. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Secrets() {
    }

    /** A new secret of 256 random bits, 43 URL-safe characters. */
    public static String create() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is stored instead of a secret: SHA-256 as 64 hexadecimal digits. */
    public static String hash(String secret) {
        return HexFormat.of().formatHex(digest(secret));
    }

    /** The CSRF token that belongs to a session secret; derived, so that it needs no storage and changes with the session. */
    public static String csrf(String sessionSecret) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest("csrf:" + sessionSecret));
    }

    /** Compares without telling by its duration where the difference is. {@code null} equals nothing. */
    public static boolean same(String expected, String given) {
        return given != null && MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
                given.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
