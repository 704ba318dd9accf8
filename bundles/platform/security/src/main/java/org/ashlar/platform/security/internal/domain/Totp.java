package org.ashlar.platform.security.internal.domain;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time codes by time (RFC 6238 with SHA-1, six digits, 30 seconds: what authenticator apps speak). Thread-safe. */
public final class Totp {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_BYTES = 10;
    private static final int PERIOD = 30;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    /** Steps before and after the present one that count too, for clocks that differ. */
    private static final int DRIFT = 1;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {
    }

    /** A new secret of 160 bits in Base32. */
    public static String newSecret() {
        return random(SECRET_BYTES);
    }

    /** A new recovery code of 80 bits, in groups of four. */
    public static String newRecoveryCode() {
        return random(RECOVERY_BYTES).replaceAll("(.{4})(?=.)", "$1-").toLowerCase(java.util.Locale.ROOT);
    }

    /** Address that authenticator apps read from a QR code. */
    public static String uri(String issuer, String login, String secret) {
        return "otpauth://totp/" + encode(issuer) + ":" + encode(login) + "?secret=" + secret + "&issuer=" + encode(issuer)
                + "&algorithm=SHA1&digits=" + DIGITS + "&period=" + PERIOD;
    }

    /** The step to which a code belongs, if it is right now and later than the last one used. */
    public static OptionalLong match(String secret, String code, Instant now, long lastStep) {
        String digits = code == null ? "" : code.replaceAll("\\s", "");
        if (!digits.matches("[0-9]{" + DIGITS + "}")) {
            return OptionalLong.empty();
        }
        long present = now.getEpochSecond() / PERIOD;
        for (long step = present - DRIFT; step <= present + DRIFT; step++) {
            if (step > lastStep && Secrets.same(code(secret, step), digits)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /** The code of a step. */
    static String code(String secret, long step) {
        byte[] message = new byte[Long.BYTES];
        long rest = step;
        for (int i = Long.BYTES - 1; i >= 0; i--) {
            message[i] = (byte) rest;
            rest >>>= Byte.SIZE;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(decode(secret), "HmacSHA1"));
            byte[] hash = mac.doFinal(message);
            int at = hash[hash.length - 1] & 0xf;
            int number = (hash[at] & 0x7f) << 24 | (hash[at + 1] & 0xff) << 16 | (hash[at + 2] & 0xff) << 8 | hash[at + 3] & 0xff;
            return String.format("%0" + DIGITS + "d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA1", e);
        }
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : random) {
            buffer = buffer << Byte.SIZE | b & 0xff;
            bits += Byte.SIZE;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt(buffer >> bits & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        return text.toString();
    }

    private static byte[] decode(String base32) {
        byte[] bytes = new byte[base32.length() * 5 / Byte.SIZE];
        int buffer = 0;
        int bits = 0;
        int at = 0;
        for (char c : base32.toCharArray()) {
            buffer = buffer << 5 | BASE32.indexOf(c);
            bits += 5;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes[at++] = (byte) (buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }
        return bytes;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
