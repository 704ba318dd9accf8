package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
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

/** Events reach other systems in order and signed; calls of other systems make records, each once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WebhookFlow {

    private final Databases database;
    private final Receiver receiver = new Receiver();
    private Tenant tenant;
    private Api api;
    private long webhook;
    private String secret;

    WebhookFlow(Databases database) {
        this.database = database;
    }

    @BeforeAll
    void givenAWebhookOnCustomers() {
        tenant = Tenant.dollars(Suites.on(database), "HOOKS");
        api = tenant.admin();
        allow("127.0.0.1:" + receiver.port());
        webhook = webhook("crm", receiver.url());
        secret = api.post("/platform/webhooks/" + webhook + "/rotateSecret", "{}").expect(200).json().path("result")
                .path("secret").asText();
        assertThat(secret).startsWith("whsec_");
        assertThat(api.get("/platform/webhooks/" + webhook).expect(200).text()).doesNotContain("secret");
    }

    private void allow(String hosts) {
        JsonNode known = api.get("/platform/settings?filter=name=='webhook.allowedHosts'").expect(200).json().path("rows");
        if (known.isEmpty()) {
            api.post("/platform/settings", "{'name':'webhook.allowedHosts','content':'" + hosts + "'}").expect(201);
        } else {
            api.patch("/platform/settings/" + known.get(0).path("id").asLong(), known.get(0).path("version").asLong(),
                    "{'content':'" + hosts + "'}").expect(200);
        }
    }

    private long webhook(String code, String url) {
        return api.post("/platform/webhooks", "{'code':'" + code + "','name':'" + code + "','url':'" + url + "','events':["
                + "{'model':'masters.party','condition':'customer==true','fields':'name,email'}]}").expect(201).id();
    }

    @AfterAll
    void close() {
        receiver.close();
    }

    private long party(String name, boolean customer) {
        return api.post("/masters/parties", "{'name':'" + name + "','email':'x@y.example','customer':" + customer + "}")
                .expect(201).id();
    }

    private void awaitNames(String prefix, List<String> names) {
        try {
            Waiting.until("events of " + prefix, Duration.ofSeconds(40), () -> named(prefix).size() >= names.size());
        } finally {
            assertThat(named(prefix)).containsExactlyElementsOf(names);
        }
    }

    private List<String> named(String prefix) {
        return receiver.names().stream().filter(n -> n.startsWith(prefix)).toList();
    }

    @Test
    void eventsArriveSignedInOrderAlsoAfterTheReceiverWasDown() {
        long id = party("A-0", true);
        party("A-vendor", false);
        awaitNames("A-", List.of("A-0"));
        Receiver.Call call = receiver.calls().stream().filter(c -> c.body().contains("A-0")).findFirst().orElseThrow();
        assertThat(call.signature()).isEqualTo(Receiver.sign(secret, Long.parseLong(Receiver.parts(call.signature()).get("t")),
                call.body()));
        assertThat(call.json().path("id").asText()).isEqualTo(call.eventId());
        assertThat(call.topic()).isEqualTo("record.created");
        assertThat(call.json().path("company").asText()).isEqualTo("HOOKS");
        assertThat(call.json().path("data").path("id").asLong()).isEqualTo(id);
        assertThat(call.json().path("data").path("record").path("email").asText()).isEqualTo("x@y.example");

        receiver.status = 503;
        for (int i = 1; i <= 20; i++) {
            party("A-" + i, true);
        }
        Waiting.until("a failed attempt", Duration.ofSeconds(20), () -> api.get("/platform/webhooks/" + webhook).json()
                .path("failures").asInt() > 0);
        assertThat(api.get("/platform/webhooks/" + webhook).expect(200).json().path("problem").asText()).contains("503");
        receiver.status = 200;
        assertThat(tenant.instance().console("ashlar:webhook-deliveries --all --company HOOKS --webhook crm")).contains("record.created");
        awaitNames("A-", IntStream.rangeClosed(0, 20).mapToObj(i -> "A-" + i).toList());
        assertThat(receiver.calls().stream().map(Receiver.Call::eventId).distinct()).hasSameSizeAs(receiver.calls());

        assertThat(tenant.instance().console("ashlar:webhook-replay --company HOOKS --from "
                + Instant.now().minusSeconds(3600) + " crm")).contains("21");
        Waiting.until("the replay", Duration.ofSeconds(40), () -> named("A-").size() == 42);
        assertThat(named("A-").subList(21, 42)).isEqualTo(named("A-").subList(0, 21));
    }

    @Test
    void nothingIsToldOfWhatWasUndone() {
        Answer bulk = api.post("/masters/parties/bulk", "{'operation':'create','items':[{'name':'U-1','customer':true},{'name':null}]}");
        assertThat(bulk.status()).isGreaterThanOrEqualTo(400);
        party("U-2", true);
        awaitNames("U-", List.of("U-2"));
    }

    @Test
    void innerNetworksAreNotCalledNotEvenByRedirect() {
        Receiver inner = new Receiver();
        try (Receiver door = new Receiver()) {
            allow("127.0.0.1:" + receiver.port() + " 127.0.0.1:" + door.port());
            door.redirect = inner.url();
            long sly = webhook("sly", door.url());
            long direct = webhook("direct", inner.url());
            long metadata = webhook("metadata", "http://169.254.169.254/latest");
            for (long one : new long[] {sly, direct, metadata}) {
                api.post("/platform/webhooks/" + one + "/test", "{}").expect(200);
                Waiting.until("a refusal", Duration.ofSeconds(20), () -> api.get("/platform/webhooks/" + one).json()
                        .path("problem").asText().contains("private network"));
                api.send("PATCH", "/platform/webhooks/" + one, "{'active':false}");
            }
            assertThat(inner.calls()).isEmpty();
        } finally {
            inner.close();
        }
        assertThat(api.post("/platform/webhooks", "{'code':'f','name':'f','url':'file:///etc/passwd','events':[{'topic':'*'}]}")
                .code()).isEqualTo("platform.webhook.url");
        assertThat(api.post("/platform/webhooks", "{'code':'f','name':'f','url':'https://a.example','events':["
                + "{'model':'masters.party','condition':'nosuch==1'}]}").expect(422).text()).contains("events[0].condition");
    }

    @Test
    void otherSystemsMakeAndChangeRecordsOnce() {
        long hook = api.post("/platform/inbound-hooks", "{'code':'shop-" + database.name() + "','name':'Shop','model':'masters.party',"
                + "'operation':'UPSERT','keyField':'code','eventPointer':'/event','fields':[{'field':'code','value':'/customer/no'},"
                + "{'field':'name','value':'{{customer.first}} {{customer.last}}'},{'field':'customer','value':'/customer/buys'}]}")
                .expect(201).id();
        String inSecret = api.post("/platform/inbound-hooks/" + hook + "/rotateSecret", "{}").expect(200).json().path("result")
                .path("secret").asText();
        String body = "{\"event\":\"e-1\",\"customer\":{\"no\":\"S\\\"-1\",\"first\":\"Ada\",\"last\":\"L\",\"buys\":true}}";
        Answer made = call(inSecret, 0, body).expect(200);
        long record = made.json().path("record").asLong();
        assertThat(api.get("/masters/parties/" + record).expect(200).json().path("name").asText()).isEqualTo("Ada L");
        Answer again = call(inSecret, 0, body).expect(200);
        assertThat(again.json().path("duplicate").asBoolean()).isTrue();
        assertThat(again.json().path("record").asLong()).isEqualTo(record);
        assertThat(call(inSecret, 0, body.replace("e-1", "e-2").replace("Ada", "Eve")).expect(200).json().path("record").asLong())
                .isEqualTo(record);
        assertThat(api.get("/masters/parties/" + record).expect(200).json().path("name").asText()).isEqualTo("Eve L");

        assertThat(call("wrong", 0, body).status()).isEqualTo(401);
        assertThat(call(inSecret, -400, body).status()).isEqualTo(401);
        assertThat(call(inSecret, 0, "[1]").code()).isEqualTo("platform.hook.json");
        assertThat(call(inSecret, 0, "{\"customer\":{}}").code()).isEqualTo("platform.hook.noEvent");
        Answer refused = call(inSecret, 0, body.replace("e-1", "e-3").replace("\"first\":\"Ada\",", "")).expect(422);
        assertThat(refused.code()).isEqualTo("platform.template.wrong");
        assertThat(call(inSecret, 0, body.replace("e-1", "e-3")).expect(200).json().path("duplicate").asBoolean()).isFalse();
        JsonNode calls = api.get("/platform/hook-calls?count=true").expect(200).json();
        assertThat(calls.path("total").asInt()).isEqualTo(4);
        assertThat(call(inSecret, 0, "{\"event\":\"x\",\"pad\":\"" + "x".repeat(1 << 20) + "\"}").status()).isEqualTo(413);
        assertThat(tenant.instance().anonymous().post("/hooks/no-such", "{}").status()).isEqualTo(401);
    }

    private Answer call(String with, long shift, String body) {
        long seconds = Instant.now().getEpochSecond() + shift;
        return tenant.instance().anonymous().with("Ashlar-Signature", Receiver.sign(with, seconds, body))
                .post("/hooks/shop-" + database.name(), body);
    }

    @Test
    void onlyIntegratorsMaySetThemUp() {
        Api user = tenant.user("hook-user-" + database.name().toLowerCase(java.util.Locale.ROOT), "platform.user");
        assertThat(user.get("/platform/webhooks").status()).isEqualTo(403);
        assertThat(user.get("/platform/webhook-deliveries").status()).isEqualTo(403);
        Api integrator = tenant.user("hook-int-" + database.name().toLowerCase(java.util.Locale.ROOT), "platform.integrator");
        assertThat(integrator.post("/platform/webhooks", "{'code':'i','name':'i','url':'https://a.example','events':["
                + "{'model':'masters.party'}]}").expect(422).text()).contains("platform.access.denied");
        long admin = api.get("/platform/users?filter=login==admin").expect(200).json().path("rows").get(0).path("id").asLong();
        assertThat(integrator.post("/platform/webhooks", "{'code':'i','name':'i','url':'https://a.example','user':" + admin
                + ",'events':[{'topic':'sales.*'}]}").status()).isEqualTo(403);
    }
}
