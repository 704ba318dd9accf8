package org.ashlar.itests.flows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;

/** A browser: keeps cookies and the CSRF value of the session. Not thread-safe. */
final class Browser {
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Api api;
    private String csrf;

    /** At this address of the network, by way of a trusted proxy. */
    Browser(Api anonymous, String address) {
        api = anonymous.with("X-Forwarded-For", address).with("User-Agent", "Flow/1.0");
    }

    /** With another copy of the same cookies. */
    Browser(Browser other) {
        api = other.api;
        cookies.putAll(other.cookies);
        csrf = other.csrf;
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    Answer delete(String path) {
        return send("DELETE", path, null);
    }

    Answer signIn(String login, String password) {
        return post("/session", Api.JSON.createObjectNode().put("login", login).put("password", password));
    }

    String cookie() {
        return cookies.get("ashlar_session");
    }

    Answer send(String method, String path, Object body) {
        Api request = cookies.isEmpty() ? api : api.with("Cookie", cookies.entrySet().stream()
                .map(c -> c.getKey() + "=" + c.getValue()).collect(Collectors.joining("; ")));
        Answer answer = (csrf == null ? request : request.with("X-Ashlar-CSRF", csrf)).send(method, path, body);
        for (String set : answer.headers().allValues("Set-Cookie")) {
            String[] pair = set.split(";")[0].split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        JsonNode session = answer.json().has("session") ? answer.json().path("session") : answer.json();
        if (session.hasNonNull("csrf")) {
            csrf = session.path("csrf").asText();
        }
        return answer;
    }
}
