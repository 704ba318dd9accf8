package org.ashlar.platform.messaging.internal.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Digests that signatures are made of. Pure. */
public final class Digests {
    /** How far the two clocks may differ. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private Digests() {
    }

    /** A digest of bytes in a row. */
    public static byte[] of(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** HMAC-SHA256. */
    public static byte[] hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(key), "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** UTF-8. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether two texts are the same, without telling by the time it takes where they differ. */
    public static boolean same(String expected, String given) {
        return given != null && MessageDigest.isEqual(bytes(expected), bytes(given));
    }

    /**
     * Refuses a wrong signature first, then one of another time.
     *
     * @param seconds the signed time, a number as text
     * @throws NotProved if either is wrong
     */
    public static void require(boolean right, String seconds, Instant now) {
        if (!right || seconds == null || !seconds.matches("\\d{1,12}")) {
            throw new NotProved(false);
        }
        if (Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), now).abs().compareTo(TOLERANCE) > 0) {
            throw new NotProved(true);
        }
    }
}
