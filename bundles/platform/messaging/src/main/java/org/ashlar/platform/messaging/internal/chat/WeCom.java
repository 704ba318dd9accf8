package org.ashlar.platform.messaging.internal.chat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
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
import org.ashlar.platform.messaging.internal.domain.Text;
import org.ashlar.platform.messaging.internal.model.ChannelKind;

/**
 * 企业微信: application messages, template cards with buttons, sealed callbacks. It drops the same message within four
 * hours, so what may have arrived is sent again. Thread-safe.
 */
public final class WeCom implements ChatService {
    private static final Set<Integer> EXPIRED = Set.of(40_014, 41_001, 42_001);
    /** Receivers that it does not know, applications that they do not see. */
    private static final Set<Integer> NOBODY = Set.of(40_003, 60_111, 81_013);
    private static final int LONGEST = 2048;
    private static final int SAME_SECONDS = 14_400;
    private static final int MOST_FACTS = 6;

    private final Gateway gateway;
    private final SecureRandom random = new SecureRandom();

    /** Through a gateway. */
    public WeCom(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.WECOM;
    }

    @Override
    public void text(Errand errand, Text text) throws ChatProblem {
        send(errand, "/cgi-bin/message/send", message(errand, "text", Map.of("content", Text.cut(text.words(), LONGEST))));
    }

    @Override
    public Sent card(Errand errand, Card card) throws ChatProblem {
        Gateway.Answer answer = send(errand, "/cgi-bin/message/send", message(errand, "template_card", card(card)));
        return new Sent(answer.body().path("msgid").asText(null), answer.body().path("response_code").asText(null));
    }

    private static Map<String, Object> message(Errand errand, String type, Object content) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("touser", errand.to());
        message.put("msgtype", type);
        message.put("agentid", Long.valueOf(errand.account().agent()));
        message.put(type, content);
        message.put("enable_duplicate_check", 1);
        message.put("duplicate_check_interval", SAME_SECONDS);
        return message;
    }

    private static Map<String, Object> card(Card card) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("card_type", "button_interaction");
        content.put("main_title", Map.of("title", card.title(), "desc", card.by()));
        if (card.reason() != null) {
            content.put("sub_title_text", Text.shorten(card.reason(), 112));
        }
        content.put("horizontal_content_list", card.facts().stream().limit(MOST_FACTS)
                .map(f -> Map.of("keyname", f.label(), "value", f.value())).toList());
        if (!card.lines().isEmpty()) {
            content.put("quote_area", Map.of("type", 0, "title", card.words().lines(), "quote_text",
                    String.join("\n", card.lines())));
        }
        if (card.url() != null) {
            content.put("card_action", Map.of("type", 1, "url", card.url()));
        }
        content.put("task_id", card.token());
        content.put("button_list", List.of(Map.of("text", card.words().approve(), "style", 1, "key", "approve"),
                Map.of("text", card.words().reject(), "style", 2, "key", "reject")));
        return content;
    }

    @Override
    public void update(Errand errand, Card card, Sent before) throws ChatProblem {
        if (card.open() || before.replyCode() == null) {
            return;
        }
        send(errand, "/cgi-bin/message/update_template_card", Map.of("userids", List.of(errand.to()), "agentid",
                Long.valueOf(errand.account().agent()), "response_code", before.replyCode(), "button", Map.of("replace_name", card.state())));
    }

    private Gateway.Answer send(Errand errand, String path, Object body) throws ChatProblem {
        Account account = errand.account();
        Gateway.Answer answer;
        try {
            answer = gateway.withToken(account, () -> token(account), a -> EXPIRED.contains(a.number("errcode")),
                    token -> gateway.send(errand, "POST", account.url() + path + "?access_token=" + encode(token), Map.of(), body));
        } catch (ChatProblem e) {
            throw Gateway.again(e);
        }
        int code = answer.number("errcode");
        if (answer.status() >= 400 || code != 0 || !answer.body().has("errcode")) {
            throw Gateway.refused(answer, NOBODY.contains(code));
        }
        if (!answer.body().path("invaliduser").asText("").isBlank()) {
            throw Gateway.refused(answer, true);
        }
        return answer;
    }

    private Gateway.Fetched token(Account account) throws ChatProblem {
        Gateway.Answer answer = gateway.call("GET", account.url() + "/cgi-bin/gettoken?corpid=" + encode(account.corp())
                + "&corpsecret=" + encode(account.secret()), Map.of(), null);
        if (answer.number("errcode") != 0 || !answer.body().has("access_token")) {
            throw Gateway.refused(answer, false);
        }
        return new Gateway.Fetched(answer.body().path("access_token").asText(), answer.number("expires_in"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8);
    }

    @Override
    public Heard hear(Account account, Inbound call) {
        String echo = call.query().get("echostr");
        String sealed = echo == null ? WeComCrypt.element(new String(call.body(), StandardCharsets.UTF_8), "Encrypt") : echo;
        String time = call.query().getOrDefault("timestamp", "");
        String proof = WeComCrypt.sign(account.callbackToken(), time, call.query().getOrDefault("nonce", ""), sealed);
        Digests.require(Digests.same(proof, call.query().get("msg_signature")), time, call.now());
        String plain = WeComCrypt.open(account.callbackKey(), sealed, account.corp());
        if (echo != null) {
            return Heard.answer("text/plain", plain);
        }
        if (!"template_card_event".equals(WeComCrypt.element(plain, "Event"))) {
            return Heard.answer("text/plain", "success");
        }
        return new Heard(null, new Heard.Press(WeComCrypt.element(plain, "FromUserName"), WeComCrypt.element(plain, "TaskId"),
                "approve".equals(WeComCrypt.element(plain, "EventKey")), null, proof, WeComCrypt.element(plain, "ResponseCode")));
    }

    /** After a decision the card is changed by the outbox; a refusal is said on its button. */
    @Override
    public Heard.Reply reply(Account account, Heard.Press press, boolean done, String words, Inbound call) {
        if (done) {
            return new Heard.Reply("text/plain", "");
        }
        String time = String.valueOf(call.now().getEpochSecond());
        List<String> xml = new ArrayList<>(List.of("<xml><ToUserName>", cdata(press.chatUser()), "</ToUserName><FromUserName>",
                cdata(account.corp()), "</FromUserName><CreateTime>", time, "</CreateTime><MsgType>update_button</MsgType>"
                + "<Button><ReplaceName>", cdata(Text.shorten(words, 60)), "</ReplaceName></Button></xml>"));
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        String sealed = WeComCrypt.seal(account.callbackKey(), String.join("", xml), account.corp(), salt);
        String nonce = Long.toString(random.nextLong() >>> 1);
        return new Heard.Reply("application/xml", "<xml><Encrypt>" + cdata(sealed) + "</Encrypt><MsgSignature>"
                + cdata(WeComCrypt.sign(account.callbackToken(), time, nonce, sealed)) + "</MsgSignature><TimeStamp>" + time
                + "</TimeStamp><Nonce>" + cdata(nonce) + "</Nonce></xml>");
    }

    private static String cdata(String text) {
        return "<![CDATA[" + text.replace("]]>", "]] >") + "]]>";
    }
}
