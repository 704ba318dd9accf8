package org.ashlar.platform.security.internal.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D) with a random nonce per text. The form names its key, so that keys can be changed: the first
 * key seals, all open. Immutable, thread-safe.
 */
public final class Sealing {
    /** How every sealed form begins. */
    public static final String MARK = "sealed:";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int NAME = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    private final String first;

    /** With keys of 32 bytes in Base64, of which the first one seals. */
    public Sealing(List<String> encoded) {
        for (String text : encoded) {
            byte[] key = decode(text);
            keys.put(name(key), new SecretKeySpec(key, "AES"));
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("A key is needed");
        }
        first = keys.keySet().iterator().next();
    }

    /** A new random key in Base64. */
    public static String newKey() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** Seals a text. */
    public String seal(String plain) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, first, nonce, plain.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException("Every Java platform has " + CIPHER));
        byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return MARK + first + ":" + Base64.getEncoder().withoutPadding().encodeToString(all);
    }

    /** The text, or empty if the key is not known or the form was changed. */
    public Optional<String> open(String sealed) {
        if (!looksSealed(sealed)) {
            return Optional.empty();
        }
        String name = sealed.substring(MARK.length(), MARK.length() + NAME);
        byte[] all;
        try {
            all = Base64.getDecoder().decode(sealed.substring(MARK.length() + NAME + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (!keys.containsKey(name) || all.length <= NONCE) {
            return Optional.empty();
        }
        return run(Cipher.DECRYPT_MODE, name, Arrays.copyOf(all, NONCE), Arrays.copyOfRange(all, NONCE, all.length))
                .map(plain -> new String(plain, StandardCharsets.UTF_8));
    }

    /** Whether a text has the shape of a sealed form. */
    public static boolean looksSealed(String text) {
        return text != null && text.startsWith(MARK) && text.length() > MARK.length() + NAME + 1
                && text.charAt(MARK.length() + NAME) == ':';
    }

    private Optional<byte[]> run(int mode, String key, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, keys.get(key), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(key.getBytes(StandardCharsets.US_ASCII));
            return Optional.of(cipher.doFinal(input));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static byte[] decode(String text) {
        byte[] key = Base64.getDecoder().decode(text.trim());
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("A key has " + KEY_BYTES + " bytes, this one has " + key.length);
        }
        return key;
    }

    private static String name(byte[] key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key)).substring(0, NAME);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
