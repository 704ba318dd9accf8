package org.ashlar.itests.flows;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ashlar.itests.support.Api;

/** A system outside that takes webhooks. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    volatile int status = 200;
    volatile String redirect;

    /** One call that was answered with success. */
    record Call(String signature, String eventId, String topic, String body) {
        JsonNode json() {
            try {
                return Api.JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int answer = status;
            if (redirect != null) {
                exchange.getResponseHeaders().add("Location", redirect);
                answer = 307;
            }
            if (answer == 200) {
                calls.add(new Call(exchange.getRequestHeaders().getFirst("Ashlar-Signature"),
                        exchange.getRequestHeaders().getFirst("Ashlar-Event-Id"),
                        exchange.getRequestHeaders().getFirst("Ashlar-Topic"), body));
            }
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    List<Call> calls() {
        return calls;
    }

    /** Names of the records that it was told of, in order. */
    List<String> names() {
        return calls.stream().map(c -> c.json().path("data").path("record").path("name").asText()).toList();
    }

    static String sign(String secret, long seconds, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal((seconds + "." + body)
                    .getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> parts(String signature) {
        return Map.of("t", signature.substring(2, signature.indexOf(',')), "v1", signature.substring(signature.indexOf("v1=") + 3));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
