package org.ashlar.platform.shell.internal.assets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * One file as browsers get it, compressed once when it is first made.
 *
 * @param type media type
 * @param plain its bytes
 * @param packed its bytes in gzip, {@code null} where that would not be smaller
 * @param tag entity tag with its quotes
 */
record Asset(String type, byte[] plain, byte[] packed, String tag) {
    private static final int WORTH_PACKING = 400;
    private static final Map<String, String> TYPES = Map.of("js", "text/javascript;charset=UTF-8", "css",
            "text/css;charset=UTF-8", "svg", "image/svg+xml", "html", "text/html;charset=UTF-8", "json",
            "application/json;charset=UTF-8", "png", "image/png", "webmanifest", "application/manifest+json", "woff2",
            "font/woff2");

    static Asset of(String path, byte[] bytes) {
        String ending = path.substring(path.lastIndexOf('.') + 1);
        byte[] packed = bytes.length < WORTH_PACKING || ending.equals("png") || ending.equals("woff2") ? null : pack(bytes);
        return new Asset(TYPES.getOrDefault(ending, "application/octet-stream"), bytes, packed,
                "\"" + hash(bytes, "SHA-256").substring(0, 16) + "\"");
    }

    String text() {
        return new String(plain, StandardCharsets.UTF_8);
    }

    static String hash(byte[] bytes, String algorithm) {
        return HexFormat.of().formatHex(digest(bytes, algorithm));
    }

    static byte[] digest(byte[] bytes, String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] pack(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(9);
            }
        }) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.size() < bytes.length ? out.toByteArray() : null;
    }
}
