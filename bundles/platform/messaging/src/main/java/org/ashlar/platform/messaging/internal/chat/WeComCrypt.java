package org.ashlar.platform.messaging.internal.chat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.ashlar.platform.messaging.internal.domain.Digests;
import org.ashlar.platform.messaging.internal.domain.NotProved;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * How WeCom signs and seals what it sends: SHA-1 over the sorted texts; AES-256-CBC over 16 random bytes, a length, the text
 * and the receiver, padded to 32 bytes. Pure.
 */
final class WeComCrypt {
    private static final int RANDOM = 16;
    private static final int BLOCK = 32;

    private WeComCrypt() {
    }

    /** The signature. */
    static String sign(String token, String time, String nonce, String sealed) {
        String[] parts = {token, time, nonce, sealed};
        Arrays.sort(parts);
        return HexFormat.of().formatHex(Digests.of("SHA-1", Digests.bytes(String.join("", parts))));
    }

    /** The text of a sealed one that was meant for this receiver. */
    static String open(String key, String sealed, String receiver) {
        try {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, key).doFinal(Base64.getDecoder().decode(sealed));
            int padding = plain[plain.length - 1];
            int end = plain.length - padding;
            int length = ByteBuffer.wrap(plain, RANDOM, 4).getInt();
            int from = RANDOM + 4;
            if (padding < 1 || padding > BLOCK || length < 0 || length > end - from || !Digests.same(receiver,
                    new String(plain, from + length, end - from - length, StandardCharsets.UTF_8))) {
                throw new NotProved(false);
            }
            return new String(plain, from, length, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new NotProved(false);
        }
    }

    /** Seals a text. */
    static String seal(String key, String text, String receiver, byte[] random) {
        byte[] words = Digests.bytes(text);
        byte[] to = Digests.bytes(receiver);
        int size = RANDOM + 4 + words.length + to.length;
        int padding = BLOCK - size % BLOCK;
        byte[] pad = new byte[padding];
        Arrays.fill(pad, (byte) padding);
        byte[] plain = ByteBuffer.allocate(size + padding).put(random, 0, RANDOM).putInt(words.length).put(words).put(to).put(pad)
                .array();
        try {
            return Base64.getEncoder().encodeToString(cipher(Cipher.ENCRYPT_MODE, key).doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cipher cipher(int mode, String key) throws GeneralSecurityException {
        byte[] aes = Base64.getDecoder().decode(key + "=");
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(mode, new SecretKeySpec(aes, "AES"), new IvParameterSpec(aes, 0, 16));
        return cipher;
    }

    /** The first element of that name; empty if there is none. No document type is read. */
    static String element(String xml, String name) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Element root = builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
            NodeList found = root.getElementsByTagName(name);
            return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new NotProved(false);
        }
    }
}
