package org.ashlar.platform.webhooks.internal.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures of webhooks: HMAC-SHA256 over {@code <seconds>.<body>}, with the time inside so that old calls cannot be repeated. */
public final class Signature {
    /** Name of the header. */
    public static final String HEADER = "Ashlar-Signature";
    /** How far the two clocks may differ. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern FORM = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-fA-F]{64})");
    private static final Pattern BODY_FORM = Pattern.compile("(?:sha256=)?([0-9a-fA-F]{64})");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Signature() {
    }

    /** A new secret of 256 bits. */
    public static String secret() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return "whsec_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The header's value. */
    public static String sign(String secret, byte[] body, Instant now) {
        long seconds = now.getEpochSecond();
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(hmac(secret, (seconds + ".").getBytes(StandardCharsets.US_ASCII), body));
    }

    /** Whether the header's value is right and not older (or newer) than five minutes. */
    public static boolean verify(String secret, byte[] body, String header, Instant now) {
        Matcher form = FORM.matcher(header == null ? "" : header.strip());
        if (!form.matches()) {
            return false;
        }
        long seconds = Long.parseLong(form.group(1));
        return MessageDigest.isEqual(hmac(secret, (seconds + ".").getBytes(StandardCharsets.US_ASCII), body),
                HexFormat.of().parseHex(form.group(2)))
                && Math.abs(now.getEpochSecond() - seconds) <= TOLERANCE.toSeconds();
    }

    /** Whether the HMAC of the body alone is right. */
    public static boolean verifyBody(String secret, byte[] body, String header) {
        Matcher form = BODY_FORM.matcher(header == null ? "" : header.strip());
        return form.matches() && MessageDigest.isEqual(hmac(secret, new byte[0], body), HexFormat.of().parseHex(form.group(1)));
    }

    /** Whether two secrets are the same, in constant time. */
    public static boolean same(String one, String other) {
        return other != null && MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256, hex. */
    public static String hash(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(String secret, byte[] head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(head);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
