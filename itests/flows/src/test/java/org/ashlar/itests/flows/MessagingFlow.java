package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Suites;
import org.ashlar.itests.support.Tenant;
import org.ashlar.itests.support.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Notices reach people in their chats, approvals are decided there, and nobody else decides anything. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MessagingFlow {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Databases database;
    private final ChatSimulator chats = new ChatSimulator();
    private final Map<String, Long> channels = new HashMap<>();
    private final Map<String, String> paths = new HashMap<>();
    private final Map<String, Long> users = new HashMap<>();
    private Tenant tenant;
    private Api admin;
    private ChatCalls calls;
    private String suffix;
    private final List<Long> orders = new ArrayList<>();
    private long vendor;
    private long product;

    MessagingFlow(Databases database) {
        this.database = database;
    }

    @BeforeAll
    void givenPeopleWithChats() {
        suffix = database.name().toLowerCase(Locale.ROOT);
        tenant = Tenant.renminbi(Suites.on(database), "CHATS");
        admin = tenant.admin();
        calls = new ChatCalls(tenant.instance().anonymous());
        admin.post("/platform/settings", "{'name':'webhook.allowedHosts','content':'" + chats.host() + "'}").expect(201);
        admin.post("/platform/settings", "{'name':'suite.address','content':'https://erp.example.com/'}").expect(201);
        admin.post("/platform/roles", "{'code':'chat." + suffix + "','title':'Sees orders','grants':'purchasing.order.read"
                + " masters.party.read masters.product.read'}").expect(201);
        channel("wecom", "WECOM", "'corp':'corp','agent':'7'", ChatCalls.TOKEN, ChatCalls.WECOM_KEY);
        channel("dingtalk", "DINGTALK", "'app':'key','agent':'robot','cardTemplate':'tpl'", "", ChatCalls.KEY);
        channel("feishu", "FEISHU", "'app':'cli'", ChatCalls.TOKEN, ChatCalls.KEY);
        JsonNode body = Api.JSON.createObjectNode().put("code", "sms").put("name", "sms").put("kind", "SMS")
                .put("url", chats.url() + "/send").put("body", "{\"to\":\"{to}\",\"words\":\"{text}\",\"key\":\"{key}\"}");
        made("sms", admin.post("/platform/message-channels", body).expect(201).id(), "", "");
        user("wen", "zh-CN", "wecom", "WenZhang");
        user("dora", "en", "dingtalk", "manager9527");
        user("fei", "zh-CN", "feishu", "ou_fei");
        user("sam", "en", "sms", "+86 138-0000-0000");
        vendor = admin.post("/masters/parties", "{'name':'恒通机械','vendor':true}").expect(201).id();
        product = admin.post("/masters/products", "{'code':'W-1','name':'Hydraulic pump','kind':'GOODS','unit':'EA'}").expect(201).id();
        for (String who : List.of("wen", "dora", "fei")) {
            admin.post("/platform/approval-policies", "{'code':'chat-" + who + "','title':'Large orders','model':'purchasing.order',"
                    + "'action':'confirm','toState':'CONFIRMED','condition':'vendorReference==" + who + "','steps':[{'title':'One',"
                    + "'approverKind':'USER','approver':'" + who + "." + suffix + "'}]}").expect(201);
        }
        chats.down = true;
        tell("first-words");
        List.of("wen", "dora", "fei", "fei").forEach(who -> orders.add(ask(who)));
        Waiting.until("all four have been tried", SOON, () -> messages("problem==*503*") >= 4);
        assertThat(texts("wen", "first-words")).isEmpty();
        chats.down = false;
        admin.get("/platform/messages?filter=state==QUEUED&limit=100").expect(200).json().path("rows").forEach(row ->
                admin.post("/platform/messages/" + row.path("id").asLong() + "/retry", "{}"));
    }

    private void channel(String code, String kind, String more, String token, String key) {
        made(code, admin.post("/platform/message-channels", "{'code':'" + code + "','name':'" + code + "','kind':'" + kind
                + "','url':'" + chats.url() + "'," + more + "}").expect(201).id(), token, key);
    }

    private void made(String code, long id, String token, String key) {
        admin.post("/platform/message-channels/" + id + "/setSecrets", "{'secret':'" + ChatSimulator.SECRET
                + "','callbackToken':'" + token + "','callbackKey':'" + key + "'}").expect(200);
        Answer answer = admin.get("/platform/message-channels/" + id).expect(200);
        assertThat(answer.text()).doesNotContain(ChatSimulator.SECRET).doesNotContain(ChatCalls.WECOM_KEY);
        channels.put(code, id);
        paths.put(code, answer.json().path("callbackPath").asText().replace("/api/v1", ""));
    }

    private void user(String login, String locale, String channel, String address) {
        long id = admin.post("/platform/users", "{'login':'" + login + "." + suffix + "','name':'" + login + "','locale':'" + locale
                + "','roles':[{'role':'chat." + suffix + "','company':" + tenant.id() + "},{'role':'platform.user','company':"
                + tenant.id() + "}]}").expect(201).id();
        users.put(login, id);
        token(login).send("PUT", "/message-addresses/mine", "{'channel':" + channels.get(channel) + ",'address':'" + address + "'}")
                .expect(200);
    }

    private Api token(String login) {
        return tenant.instance().anonymous().token(admin.post("/platform/users/" + users.get(login) + "/createToken",
                "{'name':'test'}").expect(200).json().path("result").path("token").asText());
    }

    @AfterAll
    void close() {
        chats.close();
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private void tell(String words) {
        admin.post("/threads/masters/parties/" + vendor + "/comments", "{'text':'@wen." + suffix + " @dora." + suffix + " @fei."
                + suffix + " @sam." + suffix + " " + words + "'}").expect(200);
    }

    private String texts(String login, String words) {
        List<ChatSimulator.Taken> found = switch (login) {
            case "wen" -> chats.taken("/cgi-bin/message/send", "WenZhang");
            case "dora" -> chats.taken("POST /v1.0/robot/oToMessages/batchSend", "manager9527");
            case "fei" -> chats.taken("POST text", "ou_fei");
            default -> chats.taken("sms", "+8613800000000");
        };
        return String.join("\n", found.stream().map(t -> t.body().toString()).filter(t -> t.contains(words)).toList());
    }

    @Test
    void aNoticeReachesEachInHisLanguageOnceAlsoWhenTheServicesWereDown() {
        Waiting.until("all four have it", SOON, () -> List.of("wen", "dora", "fei", "sam").stream()
                .noneMatch(who -> texts(who, "first-words").isEmpty()));
        assertThat(texts("wen", "first-words")).contains("提到了您").contains("https://erp.example.com/app/").doesNotContain("\n");
        assertThat(texts("fei", "first-words")).contains("提到了您").doesNotContain("\n");
        assertThat(texts("dora", "first-words")).contains("mentions you").doesNotContain("\n");
        assertThat(texts("sam", "first-words")).contains("mentions you").doesNotContain("\n");

        assertThat(chats.tokens.get()).as("the token was kept").isEqualTo(1);
        chats.expireTokens();
        tell("second-words");
        Waiting.until("fresh tokens were fetched", SOON, () -> List.of("wen", "dora", "fei", "sam").stream()
                .noneMatch(who -> texts(who, "second-words").isEmpty()));
        assertThat(chats.refused.get()).isPositive();
        Waiting.until("all have left", SOON, () -> messages("state!=SENT;kind==TEXT") == 0);
    }

    private int messages(String filter) {
        return admin.get("/platform/messages?limit=500&filter=" + filter).expect(200).json().path("rows").size();
    }

    @Test
    void everybodyKeepsHisOwnAddressAndChoosesByChannel() {
        Api wen = token("wen");
        JsonNode preferences = wen.get("/notifications/preferences").expect(200).json();
        assertThat(preferences.path("channels").findValuesAsText("id")).contains("wecom").doesNotContain("feishu", "sms");
        assertThat(wen.language("zh").get("/notifications/preferences").json().path("channels").findValuesAsText("title"))
                .contains("企业微信");
        String put = "{'channel':" + channels.get("feishu") + ",'address':'ou_fei'}";
        assertThat(wen.send("PUT", "/message-addresses/mine", put).expect(422).code()).isEqualTo("platform.messaging.taken");
        assertThat(wen.send("PUT", "/message-addresses/mine", "{'channel':" + channels.get("sms") + ",'address':'abc'}").expect(422)
                .code()).isEqualTo("platform.messaging.mobile");
        assertThat(wen.send("PUT", "/message-addresses/mine", "{'channel':" + channels.get("wecom") + ",'address':'@all'}")
                .expect(422).code()).isEqualTo("platform.messaging.address");
        wen.get("/platform/message-channels").expect(403);
        wen.get("/platform/message-addresses").expect(403);
        admin.post("/platform/message-channels/" + channels.get("wecom") + "/test", "{}").expect(422);
        admin.send("PUT", "/message-addresses/mine", "{'channel':" + channels.get("wecom") + ",'address':'Admin'}").expect(200);
        admin.post("/platform/message-channels/" + channels.get("wecom") + "/test", "{}").expect(200);
        assertThat(chats.taken("/cgi-bin/message/send", "Admin")).hasSize(1);
        long broken = admin.post("/platform/message-channels", "{'code':'broken','name':'x','kind':'FEISHU','app':'other','url':'"
                + chats.url() + "'}").expect(201).id();
        admin.post("/platform/message-channels/" + broken + "/setSecrets", "{'secret':'wrong'}").expect(200);
        admin.send("PUT", "/message-addresses/mine", "{'channel':" + broken + ",'address':'ou_admin'}").expect(200);
        assertThat(admin.post("/platform/message-channels/" + broken + "/test", "{}").expect(422).text()).contains("10014");
    }

    private long ask(String who) {
        long order = admin.post("/purchasing/orders", "{'party':" + vendor + ",'vendorReference':'" + who + "','lines':[{'product':"
                + product + ",'quantity':3,'unitPrice':20500}]}").expect(201).id();
        admin.post("/purchasing/orders/" + order + "/confirm", "{}").expect(202);
        return order;
    }

    private JsonNode history(long order) {
        long request = admin.get("/platform/approvals/of/purchasing.order/" + order).expect(200).json().path("rows").get(0)
                .path("request").asLong();
        return admin.get("/platform/approvals/" + request).expect(200).json();
    }

    private String state(long order) {
        return admin.get("/purchasing/orders/" + order + "?fields=state").expect(200).json().path("state").asText();
    }

    private String number(long order) {
        return admin.get("/purchasing/orders/" + order + "?fields=number").expect(200).json().path("number").asText();
    }

    private ChatSimulator.Taken card(String what, String to, String number) {
        Waiting.until("the card of " + number, SOON, () -> chats.taken(what, to).stream().anyMatch(t -> t.body().toString()
                .contains(number)));
        return chats.taken(what, to).stream().filter(t -> t.body().toString().contains(number)).findFirst().orElseThrow();
    }

    @Test
    void anOrderIsApprovedInWeComAndForgedStaleOrRepeatedCallsMoveNothing() {
        long order = orders.get(0);
        ChatSimulator.Taken card = card("/cgi-bin/message/send", "WenZhang", number(order));
        JsonNode shown = card.body().path("template_card");
        assertThat(shown.path("card_type").asText()).isEqualTo("button_interaction");
        assertThat(shown.toString()).contains("恒通机械", "CNY 61,500.00", "Hydraulic pump × 3", "同意", "驳回", "提交");
        String token = shown.path("task_id").asText();
        String path = paths.get("wecom");
        String code = chats.code();

        String forged = ChatCalls.seal("<xml><Event>template_card_event</Event><FromUserName>WenZhang</FromUserName><EventKey>approve"
                + "</EventKey><TaskId>" + token + "</TaskId></xml>");
        assertThat(calls.sealed(path, forged, "wrong-token", now(), "n1").expect(401).code()).isEqualTo("platform.messaging.proof");
        assertThat(calls.sealed(path, forged, ChatCalls.TOKEN, now() - 400, "n2").expect(401).code())
                .isEqualTo("platform.messaging.stale");
        assertThat(calls.sealed("/message-callbacks/0123456789abcdef", forged, ChatCalls.TOKEN, now(), "n3").status()).isEqualTo(401);
        calls.weCom(path, "Stranger", "approve", token, code, now()).expect(200);
        assertThat(state(order)).isEqualTo("DRAFT");
        assertThat(calls.weComAsks(path, "8271", now()).expect(200).text()).isEqualTo("8271");

        long second = now();
        assertThat(calls.sealed(path, press(token, code), ChatCalls.TOKEN, second, "once").expect(200).text()).isEmpty();
        assertThat(state(order)).isEqualTo("CONFIRMED");
        assertThat(calls.sealed(path, press(token, code), ChatCalls.TOKEN, second, "once").expect(409).code())
                .isEqualTo("platform.messaging.replayed");
        JsonNode history = history(order).path("history");
        assertThat(history.get(1).path("kind").asText()).isEqualTo("APPROVED");
        assertThat(history.get(1).path("channel").asText()).isEqualTo("WECOM");
        assertThat(history.get(1).path("via").asText()).isEqualTo("via WeCom");
        Waiting.until("the card shows it", SOON, () -> !chats.taken("/cgi-bin/message/update_template_card", "WenZhang").isEmpty());
        assertThat(chats.taken("/cgi-bin/message/update_template_card", "WenZhang").get(0).body().path("button")
                .path("replace_name").asText()).isIn("已批准", "已通过", "已执行", "已完成");
        assertThat(calls.weCom(path, "WenZhang", "reject", token, chats.code(), now()).expect(200).text()).as("sealed answer")
                .contains("<Encrypt>");
        assertThat(state(order)).isEqualTo("CONFIRMED");
    }

    private static String press(String token, String code) {
        return ChatCalls.seal("<xml><FromUserName>WenZhang</FromUserName><Event>template_card_event</Event><EventKey>approve</EventKey>"
                + "<TaskId>" + token + "</TaskId><ResponseCode>" + code + "</ResponseCode></xml>");
    }

    @Test
    void anOrderIsRejectedInDingTalkWithAReason() {
        long order = orders.get(1);
        ChatSimulator.Taken card = card("POST /v1.0/card/instances/createAndDeliver", "manager9527", number(order));
        assertThat(card.body().path("cardData").path("cardParamMap").path("facts").asText()).contains("CNY 61,500.00");
        assertThat(card.body().path("cardData").path("cardParamMap").path("approve").asText()).isEqualTo("Approve");
        String path = paths.get("dingtalk");
        calls.dingTalk(path, "manager9527", "reject", "Too dear", card.code(), System.currentTimeMillis() - 400_000).expect(401);
        assertThat(calls.dingTalk(path, "somebody", "approve", "", card.code(), System.currentTimeMillis()).expect(200).text())
                .contains("cardParamMap").doesNotContain("closed");
        assertThat(history(order).path("state").asText()).isEqualTo("PENDING");
        long millis = System.currentTimeMillis() + 10;
        calls.dingTalk(path, "manager9527", "reject", "Too dear", card.code(), millis).expect(200);
        calls.dingTalk(path, "manager9527", "approve", "", card.code(), millis).expect(409);
        JsonNode request = history(order);
        assertThat(request.path("state").asText()).isEqualTo("REJECTED");
        assertThat(request.path("history").get(1).path("via").asText()).isEqualTo("via DingTalk");
        assertThat(request.path("history").get(1).path("comment").asText()).isEqualTo("Too dear");
        Waiting.until("the card shows it", SOON, () -> !chats.taken("PUT /v1.0/card/instances", card.code()).isEmpty());
        assertThat(state(order)).isEqualTo("DRAFT");
    }

    @Test
    void anOrderIsApprovedInFeishuAndACardLearnsWhatWasDecidedElsewhere() {
        String path = paths.get("feishu");
        assertThat(calls.feishu(path, "{\"type\":\"url_verification\",\"challenge\":\"c-1\",\"token\":\"" + ChatCalls.TOKEN + "\"}",
                now(), ChatCalls.KEY).expect(200).json().path("challenge").asText()).isEqualTo("c-1");
        long order = orders.get(2);
        ChatSimulator.Taken card = card("POST interactive", "ou_fei", number(order));
        assertThat(card.body().toString()).contains("恒通机械", "CNY 61,500.00", "Hydraulic pump × 3", "form_submit");
        String token = card.body().findValue("value").path("token").asText();
        calls.feishu(path, "ou_fei", "approve", "", token, now(), "wrong key").expect(401);
        calls.feishu(path, "ou_fei", "approve", "", token, now() - 400, ChatCalls.KEY).expect(401);
        assertThat(state(order)).isEqualTo("DRAFT");
        assertThat(calls.feishu(path, "ou_fei", "approve", "可以", token, now(), ChatCalls.KEY).expect(200).json().path("toast")
                .path("type").asText()).isEqualTo("success");
        assertThat(state(order)).isEqualTo("CONFIRMED");
        JsonNode said = token("fei").language("zh").get("/platform/approvals/" + history(order).path("id").asLong()).expect(200).json()
                .path("history").get(1);
        assertThat(said.path("via").asText()).isEqualTo("通过飞书");
        assertThat(said.path("comment").asText()).isEqualTo("可以");
        Waiting.until("the card shows it", SOON, () -> chats.taken("PATCH ", card.code()).stream()
                .anyMatch(t -> !t.body().toString().contains("form_submit")));

        long other = orders.get(3);
        ChatSimulator.Taken second = card("POST interactive", "ou_fei", number(other));
        long request = history(other).path("id").asLong();
        token("fei").post("/platform/approvals/" + request + "/approve", "{}").expect(200);
        Waiting.until("decided in the app, shown in the chat", SOON, () -> !chats.taken("PATCH ", second.code()).isEmpty());
        assertThat(calls.feishu(path, "ou_fei", "reject", "", second.body().findValue("value").path("token").asText(), now(),
                ChatCalls.KEY).expect(200).json().path("toast").path("type").asText()).isEqualTo("error");
        assertThat(state(other)).isEqualTo("CONFIRMED");
    }
}
