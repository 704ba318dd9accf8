package org.ashlar.platform.messaging.internal.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ashlar.platform.messaging.internal.domain.Account;
import org.ashlar.platform.messaging.internal.domain.Card;
import org.ashlar.platform.messaging.internal.domain.ChatProblem;
import org.ashlar.platform.messaging.internal.domain.Digests;
import org.ashlar.platform.messaging.internal.domain.Heard;
import org.ashlar.platform.messaging.internal.domain.Inbound;
import org.ashlar.platform.messaging.internal.domain.NotProved;
import org.ashlar.platform.messaging.internal.domain.Text;
import org.ashlar.platform.messaging.internal.model.ChannelKind;

/**
 * 飞书: messages of an application's robot, cards with a field for the comment, sealed callbacks. It drops a message with
 * a known uuid, so what may have arrived is sent again. All that comes from documents is plain text. Thread-safe.
 */
public final class Feishu implements ChatService {
    private static final Set<Integer> EXPIRED = Set.of(99_991_661, 99_991_663, 99_991_664, 99_991_668, 99_991_671);
    /** Receivers that it does not know or that the robot does not see. */
    private static final Set<Integer> NOBODY = Set.of(230_013, 99_992_351, 99_992_352, 99_992_353, 99_992_361);
    private static final String MESSAGES = "/open-apis/im/v1/messages";

    private final Gateway gateway;

    /** Through a gateway. */
    public Feishu(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.FEISHU;
    }

    @Override
    public void text(Errand errand, Text text) throws ChatProblem {
        message(errand, "text", Map.of("text", text.words()));
    }

    @Override
    public Sent card(Errand errand, Card card) throws ChatProblem {
        return new Sent(message(errand, "interactive", card(card)).body().path("data").path("message_id").asText(null), null);
    }

    private Gateway.Answer message(Errand errand, String type, Object content) throws ChatProblem {
        return send(errand, "POST", MESSAGES + "?receive_id_type=" + idType(errand.to()), Map.of("receive_id", errand.to(),
                "msg_type", type, "content", gateway.write(content), "uuid", errand.key()));
    }

    private static String idType(String address) {
        return address.startsWith("ou_") ? "open_id" : address.startsWith("on_") ? "union_id"
                : address.contains("@") ? "email" : "user_id";
    }

    private static Map<String, Object> card(Card card) {
        List<Object> elements = new ArrayList<>();
        elements.add(Map.of("tag", "div", "text", plain(card.by())));
        if (card.reason() != null) {
            elements.add(Map.of("tag", "div", "text", plain(card.reason())));
        }
        elements.add(Map.of("tag", "div", "fields", card.facts().stream()
                .map(f -> Map.of("is_short", true, "text", plain(f.label() + "\n" + f.value()))).toList()));
        if (!card.lines().isEmpty()) {
            elements.add(Map.of("tag", "div", "text", plain(card.words().lines() + "\n" + String.join("\n", card.lines()))));
        }
        if (card.open()) {
            elements.add(Map.of("tag", "form", "name", "decision", "elements", List.of(
                    Map.of("tag", "input", "name", "comment", "placeholder", plain(card.words().comment())),
                    button(card, "approve", card.words().approve(), "primary"),
                    button(card, "reject", card.words().reject(), "danger"))));
        } else {
            elements.add(Map.of("tag", "note", "elements", List.of(plain(card.state()))));
        }
        if (card.url() != null) {
            elements.add(Map.of("tag", "action", "actions", List.of(Map.of("tag", "button", "text", plain(card.words().look()),
                    "type", "default", "url", card.url()))));
        }
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("config", Map.of("wide_screen_mode", true, "update_multi", true));
        content.put("header", Map.of("title", plain(card.title()), "template", card.open() ? "blue" : "grey"));
        content.put("elements", elements);
        return content;
    }

    private static Map<String, Object> button(Card card, String verb, String label, String type) {
        return Map.of("tag", "button", "name", verb, "text", plain(label), "type", type, "action_type", "form_submit", "value",
                Map.of("token", card.token(), "verb", verb));
    }

    private static Map<String, Object> plain(String text) {
        return Map.of("tag", "plain_text", "content", text);
    }

    @Override
    public void update(Errand errand, Card card, Sent before) throws ChatProblem {
        if (before.outsideId() != null) {
            send(errand, "PATCH", MESSAGES + "/" + before.outsideId(), Map.of("content", gateway.write(card(card))));
        }
    }

    private Gateway.Answer send(Errand errand, String method, String path, Object body) throws ChatProblem {
        Account account = errand.account();
        Gateway.Answer answer;
        try {
            answer = gateway.withToken(account, () -> token(account), a -> EXPIRED.contains(a.number("code")),
                    token -> gateway.send(errand, method, account.url() + path, Map.of("Authorization", "Bearer " + token), body));
        } catch (ChatProblem e) {
            throw Gateway.again(e);
        }
        if (answer.status() >= 400 || answer.number("code") != 0 || !answer.body().has("code")) {
            throw Gateway.refused(answer, NOBODY.contains(answer.number("code")));
        }
        return answer;
    }

    private Gateway.Fetched token(Account account) throws ChatProblem {
        Gateway.Answer answer = gateway.call("POST", account.url() + "/open-apis/auth/v3/tenant_access_token/internal", Map.of(),
                Map.of("app_id", String.valueOf(account.app()), "app_secret", String.valueOf(account.secret())));
        if (answer.number("code") != 0 || !answer.body().has("tenant_access_token")) {
            throw Gateway.refused(answer, false);
        }
        return new Gateway.Fetched(answer.body().path("tenant_access_token").asText(), answer.number("expire"));
    }

    @Override
    public Heard hear(Account account, Inbound call) {
        JsonNode outer = gateway.read(new String(call.body(), StandardCharsets.UTF_8));
        if (!outer.path("encrypt").isTextual()) {
            throw new NotProved(false);
        }
        JsonNode event = gateway.read(FeishuCrypt.open(account.callbackKey(), outer.path("encrypt").asText()));
        if ("url_verification".equals(event.path("type").asText())) {
            if (!Digests.same(account.callbackToken(), event.path("token").asText())) {
                throw new NotProved(false);
            }
            return Heard.answer("application/json", gateway.write(Map.of("challenge", event.path("challenge").asText())));
        }
        String time = call.headers().getOrDefault("x-lark-request-timestamp", "");
        String proof = FeishuCrypt.sign(time, call.headers().getOrDefault("x-lark-request-nonce", ""), account.callbackKey(),
                call.body());
        Digests.require(Digests.same(proof, call.headers().get("x-lark-signature"))
                && Digests.same(account.callbackToken(), event.path("header").path("token").asText()), time, call.now());
        JsonNode action = event.path("event").path("action");
        if (!"card.action.trigger".equals(event.path("header").path("event_type").asText())
                || !action.path("value").has("token")) {
            return Heard.answer("application/json", "{}");
        }
        String comment = action.path("form_value").path("comment").asText("").strip();
        return new Heard(null, new Heard.Press(chatUser(event.path("event").path("operator")),
                action.path("value").path("token").asText(), "approve".equals(action.path("value").path("verb").asText()),
                comment.isEmpty() ? null : comment, proof, null));
    }

    /** All names that the person has there; any of them may have been entered. */
    private static String chatUser(JsonNode operator) {
        List<String> names = new ArrayList<>();
        for (String field : List.of("open_id", "user_id", "union_id")) {
            if (operator.path(field).isTextual() && !operator.path(field).asText().isBlank()) {
                names.add(operator.path(field).asText());
            }
        }
        return String.join(" ", names);
    }

    @Override
    public Heard.Reply reply(Account account, Heard.Press press, boolean done, String words, Inbound call) {
        return new Heard.Reply("application/json",
                gateway.write(Map.of("toast", Map.of("type", done ? "success" : "error", "content", words))));
    }
}
