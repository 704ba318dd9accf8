package org.ashlar.platform.messaging.internal.model;

/**
 * Secrets to keep sealed; what is {@code null} stays as it is, what is empty is removed.
 *
 * @param secret secret of the application, or key that text messages are signed with
 * @param callbackToken token of callbacks (WeCom: Token, Feishu: Verification Token)
 * @param callbackKey key of callbacks (WeCom: EncodingAESKey, Feishu: Encrypt Key, DingTalk: apiSecret)
 */
public record SetSecrets(String secret, String callbackToken, String callbackKey) {
    @Override
    public String toString() {
        return "SetSecrets[]";
    }
}
