package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Tenant;
import org.ashlar.itests.support.Waiting;

/** What left the suite is deleted when its days are over; what waits, what failed lately and letters stay. */
final class SentLongAgo {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Tenant tenant;
    private final Consumer<Duration> later;
    private final PostOffice office = new PostOffice();
    private Api admin;
    private long party;

    SentLongAgo(Tenant tenant, Consumer<Duration> later) {
        this.tenant = tenant;
        this.later = later;
        admin = tenant.admin();
    }

    void flow(Api reader) {
        try (office; Receiver outside = new Receiver()) {
            office.open();
            given(outside, reader);
            long notice = mail("notice", "");
            long letter = mail("letter", ",'model':'masters.party','recordId':" + party + ",'attachments':[" + file() + "]");
            admin.post("/threads/masters/parties/" + party + "/comments", "{'text':'@buyer look'}").expect(200);
            sent("/platform/mails", "id==" + notice);
            sent("/platform/mails", "id==" + letter);
            sent("/platform/messages", "state==SENT");
            sent("/platform/webhook-deliveries", "state==DONE");
            office.close();
            outside.status = 503;
            long failing = mail("failing", "");
            admin.post("/masters/parties", "{'name':'Nobody hears of it'}").expect(201);
            Waiting.until("both were tried", SOON, () -> count("/platform/mails", "id==" + failing + ";attempts=gt=0") == 1
                    && count("/platform/webhook-deliveries", "state==WAITING;attempts=gt=0") == 1);

            after(181);
            Waiting.until("what left is gone", SOON, () -> count("/platform/mails", "id==" + notice) == 0
                    && count("/platform/messages", "state==SENT") == 0 && count("/platform/webhook-deliveries", "state==DONE") == 0);
            assertThat(count("/platform/mails", "id==" + letter)).as("letters stay with their record").isEqualTo(1);
            Waiting.until("what never left was given up", SOON, () -> count("/platform/mails", "id==" + failing + ";state==FAILED") == 1);
            assertThat(count("/platform/webhook-deliveries", "state!=DONE")).isEqualTo(1);

            admin.post("/platform/settings", "{'name':'mail.letterDays','content':'400'}").expect(201);
            after(721);
            Waiting.until("letters go when a company says so, failures in the end", SOON, () ->
                    count("/platform/mails", "id=in=(" + letter + "," + failing + ")") == 0);
        }
    }

    private void given(Receiver outside, Api reader) {
        ObjectNode sms = Api.JSON.createObjectNode().put("code", "sms").put("name", "sms").put("kind", "SMS")
                .put("url", outside.url()).put("body", "{\"to\":\"{to}\",\"words\":\"{text}\"}");
        admin.post("/platform/settings", "{'name':'webhook.allowedHosts','content':'127.0.0.1:" + outside.port() + "'}").expect(201);
        admin.post("/platform/mail-servers", "{'code':'first','name':'First','host':'127.0.0.1','port':" + office.smtp
                + ",'encryption':'NONE','fromAddress':'us@here.example'}").expect(201);
        long channel = admin.post("/platform/message-channels", sms).expect(201).id();
        admin.post("/platform/message-channels/" + channel + "/setSecrets", "{'secret':'gateway'}").expect(200);
        reader.send("PUT", "/message-addresses/mine", "{'channel':" + channel + ",'address':'+86 138-0000-0000'}").expect(200);
        admin.post("/platform/webhooks", "{'code':'long','name':'long','url':'" + outside.url() + "','events':["
                + "{'model':'masters.party','kinds':'created','fields':'name'}]}").expect(201);
        party = admin.post("/masters/parties", "{'name':'Somebody'}").expect(201).id();
    }

    private long file() {
        return admin.upload("/files/masters/parties/" + party, "a.txt", "a".getBytes(StandardCharsets.UTF_8)).expect(201).id();
    }

    private long mail(String subject, String more) {
        return admin.post("/mails", "{'to':['a@there.example'],'subject':'" + subject + "','text':'x'" + more + "}").expect(201).id();
    }

    private void sent(String path, String which) {
        Waiting.until(path + " " + which + " left", SOON, () -> count(path, which + (which.startsWith("id") ? ";state==SENT" : "")) > 0);
    }

    private int count(String path, String filter) {
        return admin.get(path + "?count=true&limit=1&filter=" + filter).expect(200).json().path("total").asInt();
    }

    /** So many days later; tokens have ended by then. */
    private void after(int days) {
        later.accept(Duration.ofDays(days));
        tenant.instance().console("ashlar:schedules --run platform.outboxRetention");
        admin = tenant.signedIn("admin");
    }
}
