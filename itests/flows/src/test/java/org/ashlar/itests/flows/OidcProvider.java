package org.ashlar.itests.flows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.ashlar.itests.support.Api;

/** A small OpenID Connect provider: discovery, keys, authorization code with PKCE, RS256. Can be told to lie. */
final class OidcProvider implements AutoCloseable {
    /** How the next token lies. */
    enum Lie { NONE, NONCE, AUDIENCE, EXPIRED, ISSUER, KEY, UNSIGNED }

    static final String CLIENT = "ashlar-test";
    static final String SECRET = "s3cret of the client";
    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey other;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, Object> person = new HashMap<>();
    private volatile Lie lie = Lie.NONE;

    OidcProvider() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        other = new RSAKeyGenerator(2048).keyID("one").generate();
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Who signs in next. */
    void person(String subject, String login, String email) {
        person.clear();
        person.putAll(Map.of("sub", subject, "preferred_username", login, "name", "Person " + login, "email", email,
                "email_verified", true));
    }

    void lie(Lie next) {
        lie = next;
    }

    /** What a browser does that is sent here: the person agrees and is sent back. */
    static String agree(String location) {
        Map<String, String> asked = query(URI.create(location).getRawQuery());
        String code = Api.at(location.substring(0, location.indexOf("/authorize"))).get(location.substring(
                location.indexOf("/authorize"))).expect(303).header("Location");
        if (!code.startsWith(asked.get("redirect_uri"))) {
            throw new AssertionError(code);
        }
        return code.substring(code.indexOf("/api/v1") + "/api/v1".length());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" -> send(exchange, 200, discovery());
                case "/jwks" -> send(exchange, 200, "{\"keys\":[" + key.toPublicJWK().toJSONString() + "]}");
                case "/authorize" -> authorize(exchange);
                case "/token" -> token(exchange);
                default -> send(exchange, 404, "{}");
            }
        } catch (JOSEException | GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private String discovery() {
        ObjectNode metadata = Api.JSON.createObjectNode().put("issuer", issuer()).put("authorization_endpoint", issuer() + "/authorize")
                .put("token_endpoint", issuer() + "/token").put("jwks_uri", issuer() + "/jwks");
        metadata.putArray("response_types_supported").add("code");
        metadata.putArray("subject_types_supported").add("public");
        metadata.putArray("id_token_signing_alg_values_supported").add("RS256");
        return metadata.toString();
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = query(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        exchange.getResponseHeaders().set("Location", asked.get("redirect_uri") + "?code=" + code + "&state="
                + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(303, -1);
    }

    private void token(HttpExchange exchange) throws IOException, JOSEException, GeneralSecurityException {
        Map<String, String> form = query(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256")
                .digest(form.getOrDefault("code_verifier", "").getBytes(StandardCharsets.US_ASCII)));
        String basic = "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + URLEncoder.encode(SECRET,
                StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        boolean right = asked != null && "S256".equals(asked.get("code_challenge_method"))
                && challenge.equals(asked.get("code_challenge")) && asked.get("redirect_uri").equals(form.get("redirect_uri"))
                && basic.equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!right) {
            send(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        send(exchange, 200, Api.JSON.createObjectNode().put("access_token", UUID.randomUUID().toString())
                .put("token_type", "Bearer").put("expires_in", 60).put("id_token", idToken(asked)).toString());
    }

    private String idToken(Map<String, String> asked) throws JOSEException {
        Instant now = Instant.now();
        Instant issued = lie == Lie.EXPIRED ? now.minusSeconds(7_200) : now;
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(lie == Lie.ISSUER ? "http://127.0.0.1:1" : issuer())
                .audience(lie == Lie.AUDIENCE ? "somebody-else" : CLIENT).issueTime(Date.from(issued))
                .expirationTime(Date.from(issued.plusSeconds(60))).claim("nonce", lie == Lie.NONCE ? "another" : asked.get("nonce"));
        person.forEach(claims::claim);
        if (lie == Lie.UNSIGNED) {
            return new PlainJWT(claims.build()).serialize();
        }
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims.build());
        token.sign(new RSASSASigner(lie == Lie.KEY ? other : key));
        return token.serialize();
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> query(String text) {
        Map<String, String> values = new HashMap<>();
        for (String pair : text == null ? new String[0] : text.split("&")) {
            int equal = pair.indexOf('=');
            if (equal > 0) {
                values.put(URLDecoder.decode(pair.substring(0, equal), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equal + 1), StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
