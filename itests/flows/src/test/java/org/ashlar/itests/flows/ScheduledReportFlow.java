package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.mail.BodyPart;
import javax.mail.Multipart;
import javax.mail.internet.MimeMessage;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Suites;
import org.ashlar.itests.support.Tenant;
import org.ashlar.itests.support.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Reports, lists and dashboards leave by mail; everybody gets what he himself may see, in his language, once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ScheduledReportFlow {

    private static final String PATH = "/platform/scheduled-reports";

    private final Databases database;
    private final PostOffice office = new PostOffice();
    private final String mark;
    private Tenant tenant;
    private Api api;
    private long mei;
    private long tom;
    private long mute;

    ScheduledReportFlow(Databases database) {
        this.database = database;
        this.mark = database.name().toLowerCase(Locale.ROOT);
    }

    @BeforeAll
    void givenOrdersOfTwoSellersAndThreeRecipients() {
        office.open();
        tenant = Tenant.renminbi(Suites.on(database), "SCHED");
        api = tenant.admin();
        api.post("/platform/mail-servers", "{'code':'main','name':'Main','host':'127.0.0.1','port':" + office.smtp
                + ",'encryption':'NONE','fromAddress':'reports@us.example','fromName':'Reports'}").expect(201);
        long north = api.post("/masters/parties", "{'name':'北方客户','customer':true}").expect(201).id();
        long south = api.post("/masters/parties", "{'name':'南方客户','customer':true}").expect(201).id();
        long product = api.post("/masters/products", "{'code':'S-1','name':'Piece','kind':'GOODS','unit':'EA'}").expect(201).id();
        for (long party : List.of(north, south)) {
            api.post("/sales/orders", "{'party':" + party + ",'customerReference':'" + (party == north ? "NORD" : "SOUTH")
                    + "','lines':[{'product':" + product + ",'quantity':1,'unitPrice':100}]}").expect(201);
        }
        api.post("/platform/roles", "{'code':'sched." + mark + "','title':'North only','grants':'sales.*.read masters.*.read"
                + " platform.dashboard.read'}").expect(201);
        api.post("/platform/record-rules", "{'code':'sched-" + mark + "','title':'North','role':'sched." + mark
                + "','model':'sales.order','filter':'customerReference==NORD'}").expect(201);
        mei = user("mei", "zh-CN", "sales.viewer", "'mei-" + mark + "@us.example'");
        tom = user("tom", "en", "sched." + mark, "'tom-" + mark + "@us.example'");
        mute = user("mute", "en", "sales.viewer", "null");
    }

    private long user(String login, String locale, String role, String email) {
        return api.post("/platform/users", "{'login':'sched-" + login + "-" + mark + "','name':'" + login + "','locale':'" + locale
                + "','email':" + email + ",'roles':[{'role':'" + role + "','company':" + tenant.id() + "}]}").expect(201).id();
    }

    @AfterAll
    void close() {
        office.close();
    }

    private long plan(String code, String fields) {
        return api.post(PATH, "{'code':'" + code + "','name':'" + code + "','every':'MONTHLY','monthDay':31,'recipients':[{'user':" + mei
                + "},{'user':" + tom + "}]," + fields + "}").expect(201).id();
    }

    private JsonNode sendNow(long id) {
        return api.post(PATH + "/" + id + "/sendNow", "{}").expect(200).json().path("result");
    }

    private String text(String code, String who) throws Exception {
        return new String(file(code, who), StandardCharsets.UTF_8);
    }

    private List<MimeMessage> mails(String code, String who) throws Exception {
        return office.received(code).stream().filter(m -> to(m).contains(who + "-" + mark + "@")).toList();
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (javax.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] file(String code, String who) throws Exception {
        Waiting.until("mail of " + code + " for " + who, Duration.ofSeconds(20), () -> {
            try {
                return !mails(code, who).isEmpty();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        List<MimeMessage> found = mails(code, who);
        assertThat(found).as(code + " for " + who).hasSize(1);
        Multipart parts = (Multipart) found.get(0).getContent();
        BodyPart file = parts.getBodyPart(parts.getCount() - 1);
        try (InputStream in = file.getInputStream()) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            in.transferTo(content);
            return content.toByteArray();
        }
    }

    @Test
    void byTheClockOnceAndByHandUnderEverybodysOwnRights() throws Exception {
        String soon = LocalTime.now(ZoneId.of("Asia/Shanghai")).plusSeconds(62).format(DateTimeFormatter.ofPattern("HH:mm"));
        long daily = api.post(PATH, "{'code':'byclock','name':'byclock','every':'DAILY','atTime':'" + soon + "','what':'REPORT',"
                + "'report':'sales.byYearAndState','format':'CSV','recipients':[{'user':" + mei + "}]}").expect(201).id();
        String planned = api.get(PATH + "/" + daily).expect(200).json().path("nextRun").asText();
        aListGoesOutUnderTheReadersRightsAndInHisLanguage();
        aReportIsFilteredAndASavedViewIsSent();
        aDashboardIsSent();
        emptyOnesAreSkippedIfOneWants();
        whoCannotBeReachedIsNamed();
        Waiting.until("the clock has sent it", Duration.ofSeconds(110), () -> {
            tenant.instance().console("ashlar:schedules --run platform.scheduledReports");
            return api.get(PATH + "/" + daily).expect(200).json().path("lastOutcome").asText().equals("SENT");
        });
        assertThat(text("byclock", "mei")).contains("DRAFT");
        JsonNode after = api.get(PATH + "/" + daily).expect(200).json();
        assertThat(after.path("nextRun").asText()).isGreaterThan(planned);
        assertThat(after.path("lastRun").asText()).isNotEmpty();
        assertThat(api.get("/audit-entries?model=platform.scheduledReport&recordId=" + daily).expect(200).text()).contains("\"sent\"");
    }

    private void aListGoesOutUnderTheReadersRightsAndInHisLanguage() throws Exception {
        JsonNode sent = sendNow(plan("orderlist", "'what':'LIST','target':'sales.order','filter':'date=ge={thisYear.from}',"
                + "'columns':'number,party,state,totalAmount','sort':'number','format':'CSV'"));
        assertThat(sent.path("outcome").asText()).isEqualTo("SENT");
        assertThat(sent.path("sent").asInt()).isEqualTo(2);
        assertThat(text("orderlist", "mei")).contains("客户", "北方客户", "南方客户", "报价");
        assertThat(text("orderlist", "tom")).contains("Customer", "Quotation").contains("北方客户").doesNotContain("南方客户");
        MimeMessage mail = mails("orderlist", "mei").get(0);
        assertThat(PostOffice.parts(mail).toString()).contains("您好", "orderlist-").contains(".csv");
    }

    private void aReportIsFilteredAndASavedViewIsSent() throws Exception {
        sendNow(plan("byyear", "'what':'REPORT','report':'sales.byYearAndState','parameters':'from={thisYear.from}&to={thisYear.to}',"
                + "'format':'CSV'"));
        assertThat(text("byyear", "mei")).contains("DRAFT,CNY,2,");
        assertThat(text("byyear", "tom")).contains("DRAFT,CNY,1,");
        long view = api.post("/platform/saved-views", "{'code':'sched','name':'Mine','target':'sales.order','filter':'state==DRAFT',"
                + "'columns':'number,customerReference'}").expect(201).id();
        sendNow(plan("viewlist", "'what':'LIST','view':" + view + ",'format':'XLSX'"));
        assertThat(file("viewlist", "tom")).startsWith('P', 'K');
    }

    private void aDashboardIsSent() throws Exception {
        JsonNode sent = sendNow(plan("board", "'what':'DASHBOARD','dashboard':'sales.overview','format':'PDF'"));
        assertThat(sent.path("outcome").asText()).as(sent.toString()).isEqualTo("SENT");
        assertThat(text("board", "mei")).startsWith("%PDF");
        sendNow(plan("boardcsv", "'what':'DASHBOARD','dashboard':'sales.overview','format':'CSV'"));
        assertThat(text("boardcsv", "mei")).contains("未成交报价").contains("订单状态分布");
        assertThat(text("boardcsv", "tom")).contains("Open quotations");
    }

    private void emptyOnesAreSkippedIfOneWants() throws Exception {
        String none = "'what':'LIST','target':'sales.order','filter':'customerReference==NOBODY','columns':'number','format':'CSV'";
        JsonNode skipped = sendNow(plan("skipped", none + ",'whenEmpty':'SKIP'"));
        assertThat(skipped.path("outcome").asText()).isEqualTo("SKIPPED");
        assertThat(sendNow(plan("unskipped", none)).path("sent").asInt()).isEqualTo(2);
        file("unskipped", "tom");
        assertThat(office.received("skipped ·").stream().filter(m -> !subject(m).startsWith("un"))).isEmpty();
        JsonNode partly = sendNow(plan("southern", "'what':'LIST','target':'sales.order','filter':'customerReference==SOUTH',"
                + "'columns':'number','format':'CSV','whenEmpty':'SKIP'"));
        assertThat(partly.path("sent").asInt()).isEqualTo(1);
        assertThat(partly.path("skipped").asInt()).isEqualTo(1);
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (javax.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private void whoCannotBeReachedIsNamed() {
        long id = api.post(PATH, "{'code':'reach','name':'reach','every':'WEEKLY','weekday':5,'what':'REPORT','report':'finance.trialBalance',"
                + "'format':'PDF','recipients':[{'user':" + mute + "},{'user':" + mei + "}]}").expect(201).id();
        JsonNode failed = sendNow(id);
        assertThat(failed.path("outcome").asText()).isEqualTo("FAILED");
        assertThat(failed.path("problems").toString()).contains("mute: The user has no mail address", "mei: ", "finance.entry.read");
        assertThat(api.get(PATH + "/" + id).expect(200).json().path("lastMessage").asText()).contains("no mail address");
    }

    @Test
    void mistakesAreNamedAtTheirField() {
        String head = "{'code':'bad','name':'bad','every':'DAILY','recipients':[{'user':" + mei + "}],";
        field(head + "'what':'REPORT'}", "report");
        field(head + "'what':'REPORT','report':'sales.nix'}", "report");
        field(head + "'what':'REPORT','report':'sales.backlog','parameters':'nix=1'}", "parameters");
        field(head + "'what':'REPORT','report':'finance.partyStatement'}", "parameters");
        field(head + "'what':'LIST','target':'sales.nix'}", "target");
        field(head + "'what':'LIST','target':'sales.order','filter':'nix==1'}", "filter");
        field(head + "'what':'LIST','target':'sales.order','columns':'nix'}", "columns");
        field(head + "'what':'REPORT','report':'sales.backlog','atTime':'7am'}", "atTime");
        field(head.replace("DAILY", "MONTHLY") + "'what':'REPORT','report':'sales.backlog','monthDay':32}", "monthDay");
        field(head.replace("{'user':" + mei + "}", "") + "'what':'REPORT','report':'sales.backlog'}", "recipients");
        assertThat(api.post(PATH, head + "'what':'DASHBOARD','dashboard':'nix'}").status()).isEqualTo(404);
    }

    private void field(String body, String field) {
        JsonNode refused = api.post(PATH, body).expect(422).json();
        assertThat(refused.path("errors").findValuesAsText("field")).as(refused.toString()).containsExactly(field);
    }

    @Test
    void onlyManagersPlan() {
        Api reader = tenant.user("sched-reader-" + mark, "insight.user");
        assertThat(reader.get(PATH).status()).isEqualTo(403);
        assertThat(reader.post(PATH, "{}").status()).isEqualTo(403);
    }
}
