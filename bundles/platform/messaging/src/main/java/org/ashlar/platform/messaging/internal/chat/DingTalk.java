package org.ashlar.platform.messaging.internal.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * 钉钉: messages of a robot to one person, cards by a template of the card platform, signed callbacks. It does not drop
 * what it has already, so what may have arrived waits for a person. Its signature covers the time alone; therefore it
 * counts once and only with the unguessable name of a card that was sent. Thread-safe.
 */
public final class DingTalk implements ChatService {
    private static final String HEADER = "x-acs-dingtalk-access-token";
    private static final String CARDS = "/v1.0/card/instances";

    private final Gateway gateway;

    /** Through a gateway. */
    public DingTalk(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.DINGTALK;
    }

    @Override
    public void text(Errand errand, Text text) throws ChatProblem {
        Gateway.Answer answer = send(errand, "POST", "/v1.0/robot/oToMessages/batchSend", Map.of("robotCode",
                errand.account().agent(), "userIds", List.of(errand.to()), "msgKey", "sampleText", "msgParam",
                gateway.write(Map.of("content", text.words()))));
        for (String field : List.of("invalidStaffIdList", "flowControlledStaffIdList")) {
            if (!answer.body().path(field).isEmpty()) {
                throw Gateway.refused(answer, field.startsWith("invalid"));
            }
        }
    }

    @Override
    public Sent card(Errand errand, Card card) throws ChatProblem {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("cardTemplateId", errand.account().cardTemplate());
        body.put("outTrackId", card.token());
        body.put("callbackType", "HTTP");
        body.put("callbackRouteKey", routeKey(errand.account()));
        body.put("userIdType", 1);
        body.put("cardData", Map.of("cardParamMap", parameters(card)));
        body.put("openSpaceId", "dtv1.card//IM_ROBOT." + errand.to());
        body.put("imRobotOpenSpaceModel", Map.of("supportForward", false));
        body.put("imRobotOpenDeliverModel", Map.of("spaceType", "IM_ROBOT", "robotCode", errand.account().agent()));
        Gateway.Answer answer = send(errand, "POST", CARDS + "/createAndDeliver", body);
        for (JsonNode one : answer.body().path("result").path("deliverResults")) {
            if (one.has("success") && !one.path("success").asBoolean()) {
                throw Gateway.refused(answer, true);
            }
        }
        return new Sent(card.token(), null);
    }

    private static Map<String, String> parameters(Card card) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("title", card.title());
        all.put("by", card.by());
        all.put("reason", card.reason() == null ? "" : card.reason());
        all.put("facts", card.factsText());
        all.put("lines", String.join("\n", card.lines()));
        all.put("status", card.open() ? "open" : "closed");
        all.put("state", card.state());
        all.put("approve", card.words().approve());
        all.put("reject", card.words().reject());
        all.put("comment", card.words().comment());
        all.put("url", card.url() == null ? "" : card.url());
        all.put("message", "");
        return all;
    }

    @Override
    public void update(Errand errand, Card card, Sent before) throws ChatProblem {
        send(errand, "PUT", CARDS, Map.of("outTrackId", card.token(), "cardData", Map.of("cardParamMap", parameters(card)),
                "cardUpdateOptions", Map.of("updateCardDataByKey", true)));
    }

    @Override
    public void register(Errand errand, String suiteAddress) throws ChatProblem {
        Account account = errand.account();
        if (account.cards()) {
            send(errand, "POST", "/v1.0/card/callbacks/register", Map.of("callbackRouteKey", routeKey(account), "callbackUrl",
                    suiteAddress + account.callbackPath(), "apiSecret", account.callbackKey(), "forceUpdate", true));
        }
    }

    private static String routeKey(Account account) {
        return "ashlar-" + account.id();
    }

    private Gateway.Answer send(Errand errand, String method, String path, Object body) throws ChatProblem {
        Account account = errand.account();
        Gateway.Answer answer = gateway.withToken(account, () -> token(account), a -> a.status() == 401
                || a.body().path("code").asText("").contains("AccessTokenExpired")
                || a.body().path("code").asText("").equals("InvalidAuthentication"),
                token -> gateway.send(errand, method, account.url() + path, Map.of(HEADER, token), body));
        if (answer.status() >= 400) {
            throw Gateway.refused(answer, answer.body().path("code").asText("").toLowerCase(java.util.Locale.ROOT)
                    .contains("staffid") || answer.body().path("code").asText("").startsWith("invalidUser"));
        }
        return answer;
    }

    private Gateway.Fetched token(Account account) throws ChatProblem {
        Gateway.Answer answer = gateway.call("POST", account.url() + "/v1.0/oauth2/accessToken", Map.of(),
                Map.of("appKey", String.valueOf(account.app()), "appSecret", String.valueOf(account.secret())));
        if (!answer.body().has("accessToken")) {
            throw Gateway.refused(answer, false);
        }
        return new Gateway.Fetched(answer.body().path("accessToken").asText(), answer.number("expireIn"));
    }

    /** The signature of a time in milliseconds. */
    static String sign(String secret, String millis) {
        return Base64.getEncoder().encodeToString(Digests.hmac(secret, millis));
    }

    @Override
    public Heard hear(Account account, Inbound call) {
        String millis = call.headers().getOrDefault("x-ddpaas-signature-timestamp", "");
        if (!millis.matches("\\d{4,15}")) {
            throw new NotProved(false);
        }
        String proof = sign(account.callbackKey(), millis);
        Digests.require(Digests.same(proof, call.headers().get("x-ddpaas-signature")),
                millis.substring(0, millis.length() - 3), call.now());
        JsonNode event = gateway.read(new String(call.body(), StandardCharsets.UTF_8));
        JsonNode data = gateway.read(event.path("content").asText("")).path("cardPrivateData");
        JsonNode parameters = data.path("params");
        String verb = parameters.path("action").asText(data.path("actionIds").path(0).asText(""));
        if (!"approve".equals(verb) && !"reject".equals(verb)) {
            return Heard.answer("application/json", "{}");
        }
        String comment = parameters.path("comment").asText("").strip();
        return new Heard(null, new Heard.Press(event.path("userId").asText(""), event.path("outTrackId").asText(""),
                "approve".equals(verb), comment.isEmpty() ? null : comment, proof, null));
    }

    @Override
    public Heard.Reply reply(Account account, Heard.Press press, boolean done, String words, Inbound call) {
        Map<String, String> shown = done ? Map.of("status", "closed", "state", words, "message", words) : Map.of("message", words);
        return new Heard.Reply("application/json", gateway.write(Map.of("cardUpdateOptions",
                Map.of("updateCardDataByKey", true), "cardData", Map.of("cardParamMap", shown))));
    }
}
