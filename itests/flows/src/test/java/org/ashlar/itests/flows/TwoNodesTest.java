package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Instance;
import org.ashlar.itests.support.Tenant;
import org.ashlar.itests.support.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two nodes on one PostgreSQL: news within a second, each mail once and each event in its order, also when one node is killed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTest {

    private static final int MAILS = 60;
    private static final int EVENTS = 30;

    private final PostOffice office = new PostOffice();
    private final Receiver receiver = new Receiver();
    private Path clock;
    private String database;
    private Tenant tenant;
    private Instance one;
    private Instance two;
    private Api first;
    private Api second;

    @BeforeAll
    void givenTwoNodes() throws IOException {
        clock = Files.createTempFile("ashlar-clock", ".txt");
        Map<String, String> environment = new HashMap<>(Databases.POSTGRESQL.environment("ashlar_two_nodes"));
        environment.put("ASHLAR_DEMO", "false");
        environment.put("ASHLAR_SECRET_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        environment.put("EXTRA_JAVA_OPTS", "-Dashlar.test.clock=" + clock);
        one = node("one", environment);
        two = node("two", environment);
        database = environment.get("ASHLAR_DB_URL");
        tenant = Tenant.dollars(one, "TWO");
        first = tenant.admin();
        JsonNode token = Api.JSON.readTree(one.console("ashlar:token-create --company TWO --json admin"));
        second = two.anonymous().token(token.path("token").asText());
        first.post("/platform/mail-servers", "{'code':'main','name':'Main','host':'127.0.0.1','port':" + office.smtp
                + ",'encryption':'NONE','fromAddress':'us@two.example'}").expect(201);
        first.post("/platform/settings", "{'name':'webhook.allowedHosts','content':'127.0.0.1:" + receiver.port() + "'}").expect(201);
    }

    private static Instance node(String name, Map<String, String> environment) {
        Map<String, String> own = new HashMap<>(environment);
        own.put("ASHLAR_NODE", name);
        Instance instance = Instance.unpack("two-nodes-" + name, own);
        instance.start();
        return instance;
    }

    @AfterAll
    void close() {
        office.close();
        receiver.close();
        one.kill();
        two.kill();
    }

    private void clock(String ahead) throws IOException {
        Files.writeString(clock, ahead);
    }

    @Test
    void newsTravelsAndEachMailAndEventArrivesOnceAlsoWhenANodeDies() throws Exception {
        new NodeNews(tenant, two, second, database).flow();
        eventsWaitForAReceiverThatIsDownForHours();
        mailsLeaveOnceAlthoughANodeIsKilled();
    }

    private void eventsWaitForAReceiverThatIsDownForHours() throws IOException {
        first.post("/platform/webhooks", "{'code':'crm','name':'crm','url':'" + receiver.url() + "','events':["
                + "{'model':'masters.party','kinds':'created','fields':'name'}]}").expect(201);
        receiver.status = 503;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            names.add("E-" + i);
            (i % 2 == 0 ? first : second).post("/masters/parties", "{'name':'E-" + i + "','customer':true}").expect(201);
        }
        for (String hours : new String[] {"PT1H", "PT2H"}) {
            int before = failures();
            clock(hours);
            Waiting.until("an attempt at " + hours, Duration.ofSeconds(120), () -> failures() > before);
        }
        receiver.status = 200;
        clock("PT9H");
        Waiting.until("all events", Duration.ofSeconds(120), () -> receiver.calls().size() >= EVENTS);
        assertThat(receiver.names()).containsExactlyElementsOf(names);
    }

    private int failures() {
        return first.get("/platform/webhooks?filter=code==crm").expect(200).json().path("rows").get(0).path("failures").asInt();
    }

    private void mailsLeaveOnceAlthoughANodeIsKilled() throws Exception {
        for (int i = 0; i < MAILS; i++) {
            (i % 2 == 0 ? first : second).post("/mails", "{'to':['x" + i + "@other.example'],'subject':'M-" + i + "','text':'x'}")
                    .expect(201);
        }
        office.open();
        clock("PT10H");
        Waiting.until("the first mails", Duration.ofSeconds(120), () -> office.received().size() >= 5);
        one.kill();
        // What the dead node held is free when its lease has ended.
        clock("PT11H");
        Waiting.until("nothing waits", Duration.ofSeconds(180), () -> total("state=in=(QUEUED,SENDING)") == 0);
        int uncertain = total("state==UNCERTAIN");
        assertThat(total("state==SENT") + uncertain).isEqualTo(MAILS);
        assertThat(uncertain).isLessThanOrEqualTo(1);
        Map<String, Long> times = office.received().stream().collect(Collectors.groupingBy(TwoNodesTest::id, Collectors.counting()));
        assertThat(times.values()).allMatch(n -> n == 1);
        assertThat(times.size()).isBetween(MAILS - uncertain, MAILS);
    }

    private int total(String filter) {
        return second.get("/platform/mails?count=true&limit=1&filter=" + filter).expect(200).json().path("total").asInt();
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
