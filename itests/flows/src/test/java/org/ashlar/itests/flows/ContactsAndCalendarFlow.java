package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Suites;
import org.ashlar.itests.support.Tenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Address books and calendars: parties as vCards in and out, one's own tasks as an iCalendar feed, all under rights. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ContactsAndCalendarFlow {

    private static final String CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:%s\r\nN:%s;;;;\r\nEMAIL:%s\r\nEND:VCARD\r\n";

    private final Databases database;
    private final String mark;
    private Tenant tenant;
    private Api api;
    private String token;
    private Api narrow;
    private long open;
    private long closed;

    ContactsAndCalendarFlow(Databases database) {
        this.database = database;
        this.mark = database.name().toLowerCase(Locale.ROOT);
    }

    @BeforeAll
    void givenAUserWhoSeesOnlySomeParties() {
        tenant = Tenant.renminbi(Suites.on(database), "CARDS");
        api = tenant.admin();
        token = api.post("/platform/users/" + me() + "/createToken", "{'name':'cards'}").expect(200).json().path("result").path("token")
                .asText();
        open = api.post("/masters/parties", "{'name':'开放公司','customer':true,'email':'open@x.example','phone':'010-1'}").expect(201).id();
        closed = api.post("/masters/parties", "{'name':'Closed Ltd','customer':true,'email':'closed@x.example'}").expect(201).id();
        api.post("/platform/roles", "{'code':'cards." + mark + "','title':'Open only','grants':'masters.party.read'}").expect(201);
        api.post("/platform/record-rules", "{'code':'cards-" + mark + "','title':'Open','role':'cards." + mark
                + "','model':'masters.party','filter':'email==open*'}").expect(201);
        narrow = tenant.user("cards-narrow-" + mark, "cards." + mark);
    }

    private long me() {
        return api.get("/boot").expect(200).json().path("user").path("id").asLong();
    }

    private JsonNode cards(String query, byte[] content, int status) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(tenant.instance().address() + "/api/v1/masters/vcards" + query))
                .header("Authorization", "Bearer " + token).header("X-Ashlar-Company", String.valueOf(tenant.id()))
                .header("Content-Type", "text/vcard").POST(HttpRequest.BodyPublishers.ofByteArray(content)).build();
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            return Api.JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] card(String name, String email) {
        return String.format(CARD, name, name, email).getBytes(StandardCharsets.UTF_8);
    }

    private long number() {
        String code = api.get("/masters/parties/" + api.post("/masters/parties", "{'name':'Counter " + System.nanoTime() + "'}").expect(201)
                .id()).expect(200).json().path("code").asText();
        return Long.parseLong(code.replaceAll("\\D", ""));
    }

    @Test
    void aDryRunSaysWhatWouldBeAndUsesUpNoNumbers() {
        long before = number();
        byte[] two = (new String(card("Anna Card", "anna@x.example"), StandardCharsets.UTF_8)
                + new String(card("Closed Ltd", "other@x.example"), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3; i++) {
            JsonNode dry = cards("?dryRun=true", two, 200);
            assertThat(dry.path("accepted").asInt()).isEqualTo(1);
            assertThat(dry.path("refused").asInt()).isEqualTo(1);
            assertThat(dry.path("results").get(1).path("code").asText()).isEqualTo("masters.vcard.known");
        }
        assertThat(number()).isEqualTo(before + 1);
        assertThat(api.get("/masters/parties?filter=email==anna@x.example").expect(200).json().path("rows")).isEmpty();
        JsonNode made = cards("", card("Anna Card", "anna@x.example"), 200);
        long id = made.path("results").get(0).path("party").asLong();
        assertThat(api.get("/masters/parties/" + id).expect(200).json().path("email").asText()).isEqualTo("anna@x.example");
        assertThat(cards("", card("Anna Card", "anna@x.example"), 200).path("refused").asInt()).isEqualTo(1);
    }

    @Test
    void oldEncodingsAreReadAndNonsenseIsRefused() {
        byte[] gb = String.format(CARD, "王小明" + mark, "王小明" + mark, "wang@x.example").getBytes(Charset.forName("GB18030"));
        long id = cards("?dryRun=false", gb, 200).path("results").get(0).path("party").asLong();
        assertThat(api.get("/masters/parties/" + id).expect(200).json().path("name").asText()).isIn("王小明" + mark, "王小明" + mark + " ");
        assertThat(cards("", "hello".getBytes(StandardCharsets.UTF_8), 400).path("code").asText()).isEqualTo("masters.vcard.none");
        assertThat(cards("", new byte[0], 400).path("code").asText()).isEqualTo("masters.vcard.none");
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 1001; i++) {
            many.append(String.format(CARD, "Many " + i, "Many " + i, "m" + i + "@x.example"));
        }
        assertThat(cards("", many.toString().getBytes(StandardCharsets.UTF_8), 400).path("code").asText())
                .isEqualTo("masters.vcard.tooMany");
        byte[] hostile = ("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:" + "x".repeat(5000) + "\r\nEMAIL:no address\r\nEND:VCARD\r\n")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(cards("", hostile, 200).path("refused").asInt()).isEqualTo(1);
    }

    @Test
    void cardsGoOutToWhomTheRulesShowThem() {
        Answer card = narrow.get("/masters/vcards/" + open + ".vcf").expect(200);
        assertThat(card.text()).contains("BEGIN:VCARD", "VERSION:3.0", "开放公司", "open@x.example");
        assertThat(card.headers().firstValue("Content-Type").orElse("")).startsWith("text/vcard");
        assertThat(narrow.get("/masters/vcards/" + open + ".vcf?version=4.0").expect(200).text()).contains("VERSION:4.0");
        assertThat(narrow.get("/masters/vcards/" + open + ".vcf?version=9").status()).isEqualTo(400);
        assertThat(narrow.get("/masters/vcards/" + closed + ".vcf").status()).isEqualTo(404);
        assertThat(narrow.post("/masters/vcards", "{}").status()).isIn(403, 415);
        assertThat(tenant.instance().anonymous().get("/masters/vcards/" + open + ".vcf").status()).isEqualTo(401);
        Tenant elsewhere = Tenant.dollars(tenant.instance(), "CARDS2");
        assertThat(elsewhere.admin().get("/masters/vcards/" + open + ".vcf").status()).isEqualTo(404);
    }

    @Test
    void theCalendarShowsOnesOwnTasksAndNoNamesThatRulesHide() {
        long narrowId = narrow.get("/boot").expect(200).json().path("user").path("id").asLong();
        String due = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).plusDays(3).toString();
        task(open, narrowId, "Call the open one", due);
        task(closed, me(), "Mine alone, with; signs, and\\nlines", due);
        String feed = narrow.get("/my-tasks.ics").expect(200).text();
        assertThat(feed).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(feed).contains("Call the open one", "DTSTART;VALUE=DATE:" + due.replace("-", ""), "开放公司");
        assertThat(feed).doesNotContain("Mine alone");
        assertThat(narrow.get("/my-tasks.ics?as=tasks").expect(200).text()).contains("BEGIN:VTODO", "STATUS:NEEDS-ACTION");
        assertThat(api.get("/my-tasks.ics").expect(200).text()).contains("Mine alone\\, with\\; signs\\, and");
        for (String line : feed.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
        }
        assertThat(tenant.instance().anonymous().get("/my-tasks.ics").status()).isEqualTo(401);
        // What he loses sight of loses its name in the calendar too.
        long version = api.get("/masters/parties/" + open).expect(200).json().path("version").asLong();
        api.patch("/masters/parties/" + open, version, "{'email':'shut@x.example'}").expect(200);
        assertThat(narrow.get("/my-tasks.ics").expect(200).text()).doesNotContain("开放公司");
        version = api.get("/masters/parties/" + open).expect(200).json().path("version").asLong();
        api.patch("/masters/parties/" + open, version, "{'email':'open@x.example'}").expect(200);
    }

    private void task(long party, long user, String summary, String due) {
        api.post("/activities", "{'type':'call','summary':'" + summary + "','model':'masters.party','recordId':" + party
                + ",'assignee':" + user + ",'due':'" + due + "'}").expect(200);
    }
}
