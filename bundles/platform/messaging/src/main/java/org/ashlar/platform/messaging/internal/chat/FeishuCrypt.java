package org.ashlar.platform.messaging.internal.chat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.ashlar.platform.messaging.internal.domain.Digests;
import org.ashlar.platform.messaging.internal.domain.NotProved;

/** How Feishu signs and seals: SHA-256 over time, nonce, key and body; AES-256-CBC with the key's SHA-256, vector first. Pure. */
final class FeishuCrypt {

    private FeishuCrypt() {
    }

    /** The signature. */
    static String sign(String time, String nonce, String key, byte[] body) {
        return HexFormat.of().formatHex(Digests.of("SHA-256", Digests.bytes(time + nonce + key), body));
    }

    /** The text of a sealed one. */
    static String open(String key, String sealed) {
        try {
            byte[] all = Base64.getDecoder().decode(sealed);
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(Digests.of("SHA-256", Digests.bytes(key)), "AES"),
                    new IvParameterSpec(all, 0, 16));
            return new String(cipher.doFinal(all, 16, all.length - 16), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new NotProved(false);
        }
    }
}
