package org.ashlar.itests.browser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.ashlar.itests.support.Api;

/** A small OpenID Connect provider at which one person always agrees: discovery, keys, authorization code, RS256. */
final class PersonAtProvider implements AutoCloseable {
    static final String CLIENT = "ashlar-browser";
    static final String SECRET = "secret-of-the-client";
    private static final int MINUTES = 300;

    private final HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    private final KeyPair keys;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final String login;

    PersonAtProvider(String login) throws IOException, GeneralSecurityException {
        this.login = login;
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        server.createContext("/", this::answer);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" -> send(exchange, discovery());
                case "/jwks" -> send(exchange, jwks());
                case "/authorize" -> authorize(exchange);
                case "/token" -> token(exchange);
                default -> exchange.sendResponseHeaders(404, -1);
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private ObjectNode discovery() {
        ObjectNode metadata = Api.JSON.createObjectNode().put("issuer", issuer()).put("authorization_endpoint", issuer() + "/authorize")
                .put("token_endpoint", issuer() + "/token").put("jwks_uri", issuer() + "/jwks");
        metadata.putArray("response_types_supported").add("code");
        metadata.putArray("subject_types_supported").add("public");
        metadata.putArray("id_token_signing_alg_values_supported").add("RS256");
        return metadata;
    }

    private ObjectNode jwks() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        ObjectNode set = Api.JSON.createObjectNode();
        set.putArray("keys").addObject().put("kty", "RSA").put("kid", "one").put("use", "sig").put("alg", "RS256")
                .put("n", number(key.getModulus())).put("e", number(key.getPublicExponent()));
        return set;
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = query(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        exchange.getResponseHeaders().set("Location", asked.get("redirect_uri") + "?code=" + code + "&state="
                + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(303, -1);
    }

    private void token(HttpExchange exchange) throws IOException, GeneralSecurityException {
        Map<String, String> form = query(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
        if (asked == null) {
            exchange.sendResponseHeaders(400, -1);
            return;
        }
        long now = Instant.now().getEpochSecond();
        ObjectNode claims = Api.JSON.createObjectNode().put("iss", issuer()).put("aud", CLIENT).put("sub", login).put("iat", now)
                .put("exp", now + MINUTES).put("nonce", asked.get("nonce")).put("preferred_username", login)
                .put("name", "Person " + login).put("email", login + "@example.org").put("email_verified", true);
        ObjectNode header = Api.JSON.createObjectNode().put("alg", "RS256").put("kid", "one").put("typ", "JWT");
        String signed = coded(header.toString().getBytes(StandardCharsets.UTF_8)) + "."
                + coded(claims.toString().getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        send(exchange, Api.JSON.createObjectNode().put("access_token", UUID.randomUUID().toString()).put("token_type", "Bearer")
                .put("expires_in", MINUTES).put("id_token", signed + "." + coded(signature.sign())));
    }

    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        return coded(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String coded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Map<String, String> query(String text) {
        Map<String, String> found = new HashMap<>();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            found.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return found;
    }

    private static void send(HttpExchange exchange, ObjectNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
