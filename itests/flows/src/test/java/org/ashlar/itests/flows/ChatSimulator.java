package org.ashlar.itests.flows;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.ashlar.itests.support.Api;

/** Stands for 企业微信, 钉钉, 飞书 and a gateway of text messages: checks secrets, tokens and signatures, and can be down. */
final class ChatSimulator implements AutoCloseable {
    static final String SECRET = "app-secret-of-the-test";

    private final HttpServer server;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final Set<String> codes = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger();
    private volatile String token = "token-0";
    volatile boolean down;
    final AtomicInteger refused = new AtomicInteger();
    final AtomicInteger tokens = new AtomicInteger();

    /**
     * What a service took.
     *
     * @param what path without parameters
     * @param to receiver
     * @param body what came
     * @param code what it may be changed by or is called
     */
    record Taken(String what, String to, JsonNode body, String code) {
    }

    ChatSimulator() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newFixedThreadPool(2));
        server.createContext("/", this::handle);
        server.start();
    }

    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String url() {
        return "http://" + host();
    }

    /** Tokens given out so far are worth nothing any more. */
    void expireTokens() {
        token = "token-" + number.incrementAndGet();
    }

    List<Taken> taken(String what, String to) {
        return taken.stream().filter(t -> t.what().equals(what) && t.to().equals(to)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (down) {
            answer(exchange, 503, "{}");
            return;
        }
        String path = exchange.getRequestURI().getPath();
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        JsonNode json = body.length == 0 ? Api.JSON.createObjectNode() : Api.JSON.readTree(body);
        if (path.startsWith("/cgi-bin/")) {
            answer(exchange, 200, weCom(path, query, json));
        } else if (path.startsWith("/v1.0/")) {
            dingTalk(exchange, path, json);
        } else if (path.startsWith("/open-apis/")) {
            answer(exchange, 200, feishu(exchange, path, json));
        } else {
            sms(exchange, body, json);
        }
    }

    private String weCom(String path, String query, JsonNode json) {
        if (path.endsWith("/gettoken")) {
            tokens.incrementAndGet();
            return query.contains("corpid=corp&") && query.contains("corpsecret=" + SECRET)
                    ? "{\"errcode\":0,\"access_token\":\"" + token + "\",\"expires_in\":7200}" : "{\"errcode\":40001,\"errmsg\":\"bad secret\"}";
        }
        if (!query.equals("access_token=" + token)) {
            refused.incrementAndGet();
            return "{\"errcode\":42001,\"errmsg\":\"access_token expired\"}";
        }
        if (path.endsWith("/update_template_card")) {
            if (!codes.remove(json.path("response_code").asText())) {
                return "{\"errcode\":40078,\"errmsg\":\"invalid code\"}";
            }
            taken.add(new Taken(path, json.path("userids").path(0).asText(), json, null));
            return "{\"errcode\":0}";
        }
        String code = code();
        taken.add(new Taken(path, json.path("touser").asText(), json, code));
        return "{\"errcode\":0,\"msgid\":\"m\",\"response_code\":\"" + code + "\"}";
    }

    /** A new code by which a card may be changed once. */
    String code() {
        String code = "code-" + number.incrementAndGet();
        codes.add(code);
        return code;
    }

    private void dingTalk(HttpExchange exchange, String path, JsonNode json) throws IOException {
        if (path.endsWith("/accessToken")) {
            boolean right = json.path("appKey").asText().equals("key") && json.path("appSecret").asText().equals(SECRET);
            answer(exchange, right ? 200 : 400, right ? "{\"accessToken\":\"" + token + "\",\"expireIn\":7200}" : "{\"code\":\"invalidClient\"}");
            return;
        }
        if (!token.equals(exchange.getRequestHeaders().getFirst("x-acs-dingtalk-access-token"))) {
            refused.incrementAndGet();
            answer(exchange, 401, "{\"code\":\"InvalidAuthentication\"}");
            return;
        }
        String to = json.has("userIds") ? json.path("userIds").path(0).asText() : json.path("openSpaceId").asText()
                .replace("dtv1.card//IM_ROBOT.", "");
        taken.add(new Taken(exchange.getRequestMethod() + " " + path, to.isEmpty() ? json.path("outTrackId").asText() : to, json,
                json.path("outTrackId").asText()));
        answer(exchange, 200, "{\"success\":true}");
    }

    private String feishu(HttpExchange exchange, String path, JsonNode json) throws IOException {
        if (path.endsWith("/internal")) {
            return json.path("app_id").asText().equals("cli") && json.path("app_secret").asText().equals(SECRET)
                    ? "{\"code\":0,\"tenant_access_token\":\"" + token + "\",\"expire\":7200}" : "{\"code\":10014,\"msg\":\"bad\"}";
        }
        if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            refused.incrementAndGet();
            return "{\"code\":99991663,\"msg\":\"expired\"}";
        }
        String id = "om_" + number.incrementAndGet();
        String what = exchange.getRequestMethod() + " " + json.path("msg_type").asText();
        taken.add(new Taken(what, json.has("receive_id") ? json.path("receive_id").asText()
                : path.substring(path.lastIndexOf('/') + 1), Api.JSON.readTree(json.path("content").asText()), id));
        return "{\"code\":0,\"data\":{\"message_id\":\"" + id + "\"}}";
    }

    private void sms(HttpExchange exchange, byte[] body, JsonNode json) throws IOException {
        String signature = exchange.getRequestHeaders().getFirst("Ashlar-Signature");
        Map<String, String> parts = Receiver.parts(signature);
        boolean right = Receiver.sign(SECRET, Long.parseLong(parts.get("t")), new String(body, StandardCharsets.UTF_8))
                .equals(signature);
        if (right) {
            taken.add(new Taken("sms", json.path("to").asText(), json, null));
        }
        answer(exchange, right ? 200 : 401, "");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
