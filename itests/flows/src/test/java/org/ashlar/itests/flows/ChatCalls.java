package org.ashlar.itests.flows;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;

/** Calls back as the chat services do, signed and sealed by an implementation of its own. */
final class ChatCalls {
    static final String TOKEN = "callback-token";
    static final String WECOM_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    static final String KEY = "callback-key";

    private final Api nobody;

    ChatCalls(Api nobody) {
        this.nobody = nobody;
    }

    Answer weCom(String path, String user, String verb, String card, String code, long seconds) {
        String xml = "<xml><ToUserName>corp</ToUserName><FromUserName><![CDATA[" + user + "]]></FromUserName><MsgType>event</MsgType>"
                + "<Event>template_card_event</Event><EventKey>" + verb + "</EventKey><TaskId>" + card + "</TaskId>"
                + "<CardType>button_interaction</CardType><ResponseCode>" + code + "</ResponseCode><AgentID>7</AgentID></xml>";
        return sealed(path, seal(xml), TOKEN, seconds, UUID.randomUUID().toString());
    }

    /** A call with that content; its signature is right if the token is. */
    Answer sealed(String path, String sealed, String token, long seconds, String nonce) {
        String[] parts = {token, String.valueOf(seconds), nonce, sealed};
        Arrays.sort(parts);
        return nobody.with("Content-Type", "text/xml").send("POST", path + "?msg_signature="
                + hex(digest("SHA-1", String.join("", parts).getBytes(StandardCharsets.UTF_8))) + "&timestamp=" + seconds
                + "&nonce=" + nonce, "<xml><ToUserName>corp</ToUserName><Encrypt><![CDATA[" + sealed + "]]></Encrypt></xml>");
    }

    Answer weComAsks(String path, String words, long seconds) {
        String sealed = seal(words);
        String[] parts = {TOKEN, String.valueOf(seconds), "n", sealed};
        Arrays.sort(parts);
        return nobody.get(path + "?msg_signature=" + hex(digest("SHA-1", String.join("", parts).getBytes(StandardCharsets.UTF_8)))
                + "&timestamp=" + seconds + "&nonce=n&echostr=" + URLEncoder.encode(sealed, StandardCharsets.UTF_8));
    }

    static String seal(String text) {
        byte[] words = text.getBytes(StandardCharsets.UTF_8);
        byte[] to = "corp".getBytes(StandardCharsets.UTF_8);
        int padding = 32 - (20 + words.length + to.length) % 32;
        byte[] pad = new byte[padding];
        Arrays.fill(pad, (byte) padding);
        byte[] key = Base64.getDecoder().decode(WECOM_KEY + "=");
        return Base64.getEncoder().encodeToString(aes("AES/CBC/NoPadding", key, Arrays.copyOf(key, 16),
                ByteBuffer.allocate(20 + words.length + to.length + padding).put(new byte[16]).putInt(words.length).put(words)
                        .put(to).put(pad).array()));
    }

    Answer dingTalk(String path, String user, String verb, String comment, String card, long millis) {
        String content = Api.JSON.createObjectNode().set("cardPrivateData", Api.JSON.createObjectNode()
                .set("params", Api.JSON.createObjectNode().put("action", verb).put("comment", comment))).toString();
        String body = Api.JSON.createObjectNode().put("type", "actionCallback").put("outTrackId", card).put("userId", user)
                .put("content", content).toString();
        return nobody.with("x-ddpaas-signature-timestamp", String.valueOf(millis)).with("x-ddpaas-signature",
                Base64.getEncoder().encodeToString(hmac(KEY, String.valueOf(millis)))).send("POST", path, body);
    }

    Answer feishu(String path, String user, String verb, String comment, String card, long seconds, String key) {
        String event = Api.JSON.createObjectNode().put("schema", "2.0").setAll(java.util.Map.of("header",
                Api.JSON.createObjectNode().put("event_type", "card.action.trigger").put("token", TOKEN), "event",
                Api.JSON.createObjectNode().setAll(java.util.Map.of("operator", Api.JSON.createObjectNode().put("open_id", user),
                        "action", Api.JSON.createObjectNode().setAll(java.util.Map.of("value",
                                Api.JSON.createObjectNode().put("token", card).put("verb", verb), "form_value",
                                Api.JSON.createObjectNode().put("comment", comment))))))).toString();
        return feishu(path, event, seconds, key);
    }

    Answer feishu(String path, String event, long seconds, String key) {
        byte[] vector = new byte[16];
        byte[] sealed = aes("AES/CBC/PKCS5Padding", digest("SHA-256", KEY.getBytes(StandardCharsets.UTF_8)), vector,
                event.getBytes(StandardCharsets.UTF_8));
        String body = "{\"encrypt\":\"" + Base64.getEncoder().encodeToString(ByteBuffer.allocate(16 + sealed.length).put(vector)
                .put(sealed).array()) + "\"}";
        String nonce = UUID.randomUUID().toString();
        return nobody.with("X-Lark-Request-Timestamp", String.valueOf(seconds)).with("X-Lark-Request-Nonce", nonce)
                .with("X-Lark-Signature", hex(digest("SHA-256", (seconds + nonce + key + body).getBytes(StandardCharsets.UTF_8))))
                .send("POST", path, body);
    }

    private static byte[] aes(String how, byte[] key, byte[] vector, byte[] plain) {
        try {
            Cipher cipher = Cipher.getInstance(how);
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(vector));
            return cipher.doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
