package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.user.GreenMailUser;
import java.time.Duration;
import java.util.List;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeUtility;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Suites;
import org.ashlar.itests.support.Tenant;
import org.ashlar.itests.support.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Mails leave once, whatever the server does; what comes in finds its record or makes one, once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MailFlow {

    private final Databases database;
    private final PostOffice office = new PostOffice();
    private Tenant tenant;
    private Api api;
    private long party;
    private long mailbox;
    private GreenMailUser sales;

    MailFlow(Databases database) {
        this.database = database;
    }

    @BeforeAll
    void givenACustomerATemplateAndAServerThatIsDown() {
        tenant = Tenant.renminbi(Suites.on(database), "MAIL");
        api = tenant.admin();
        party = api.post("/masters/parties", "{'name':'客户甲','customer':true,'email':'jia@customer.example'}").expect(201).id();
        api.post("/platform/mail-servers", "{'code':'main','name':'Main','host':'127.0.0.1','port':" + office.smtp
                + ",'encryption':'NONE','fromAddress':'Sales@us.example','fromName':'华光销售部'}").expect(201);
        api.post("/platform/mail-templates", "{'code':'welcome','name':'欢迎','target':'masters.party','texts':["
                + "{'language':'en','subject':'Welcome {{name}}','text':'Dear {{name}}'},"
                + "{'language':'zh-CN','subject':'欢迎 {{name}}：报价单','text':'{{name}} 您好，{{our.name}}',"
                + "'html':'<p>{{name}} 您好</p><script>alert(1)</script>'}]}").expect(201);
        mailbox = api.post("/platform/mailboxes", "{'code':'sales','name':'Sales','address':'sales@us.example','host':'127.0.0.1',"
                + "'port':" + office.imap + ",'encryption':'NONE','user':'sales','target':'masters.party','fields':["
                + "{'field':'name','value':'{{fromName}}'},{'field':'email','value':'{{from}}'},"
                + "{'field':'note','value':'{{subject}}'},{'field':'customer','value':'true'}]}").expect(201).id();
        assertThat(api.post("/platform/mailboxes/" + mailbox + "/setPassword", "{'password':'geheim'}").expect(200).text())
                .contains("\"hasPassword\":true").doesNotContain("geheim");
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void mailsGoOutAndAnswersComeBack() throws Exception {
        long mail = whenAMailIsWrittenWhileTheServerIsDown();
        thenItWaitsAndTheAdministratorSeesWhy(mail);
        office.open();
        sales = office.user("sales@us.example", "sales", "geheim");
        tenant.instance().console("ashlar:mail-retry --company MAIL --waiting");
        MimeMessage sent = thenItLeavesOnce(mail);
        whenTheCustomerAnswersTheAnswerIsACommentWithItsFile(sent);
        filesThatAreNotAllowedDoNotKeepTheWordsAway(sent);
        aNewCustomerBecomesAParty();
        whatCannotBecomeARecordIsKeptAndTriedAgain();
        machinesAreLeftAlone(sent, mail);
        aRefusedReceiverShows();
    }

    private long whenAMailIsWrittenWhileTheServerIsDown() {
        return api.post("/mails", "{'to':['客户甲 <jia@customer.example>'],'template':'welcome','language':'zh-CN',"
                + "'model':'masters.party','recordId':" + party + "}").expect(201).id();
    }

    private JsonNode mail(long id) {
        return api.get("/platform/mails/" + id).expect(200).json();
    }

    private void await(long id, String state) {
        Waiting.until("mail " + id + " is " + state, Duration.ofSeconds(30), () -> mail(id).path("state").asText().equals(state));
    }

    private void thenItWaitsAndTheAdministratorSeesWhy(long id) {
        Waiting.until("an attempt", Duration.ofSeconds(20), () -> mail(id).path("attempts").asInt() > 0
                && mail(id).path("state").asText().equals("QUEUED"));
        assertThat(mail(id).path("problem").asText()).contains("No connection to 127.0.0.1:" + office.smtp);
        assertThat(tenant.instance().console("ashlar:mail-queue --company MAIL")).contains("QUEUED", "jia@customer.example");
    }

    private MimeMessage thenItLeavesOnce(long id) throws Exception {
        await(id, "SENT");
        Waiting.millis(300);
        List<MimeMessage> received = office.received("报价单");
        assertThat(received).hasSize(1);
        MimeMessage sent = received.get(0);
        assertThat(sent.getSubject()).isEqualTo("欢迎 客户甲：报价单");
        assertThat(MimeUtility.decodeText(sent.getHeader("From")[0])).isEqualTo("华光销售部 <sales@us.example>");
        assertThat(sent.getMessageID()).isEqualTo("<" + mail(id).path("messageId").asText() + ">");
        assertThat(PostOffice.parts(sent)).containsExactly("multipart/alternative", "text/plain 客户甲 您好，MAIL",
                "text/html <p>客户甲 您好</p>");
        assertThat(sent.getHeader("Auto-Submitted")).isNull();
        return sent;
    }

    private void fetch() {
        String before = api.get("/platform/mailboxes/" + mailbox).expect(200).json().path("lastFetch").asText();
        api.post("/platform/mailboxes/" + mailbox + "/fetch", "{}").expect(200);
        Waiting.until("the mailbox was read", Duration.ofSeconds(20), () -> !before.equals(
                api.get("/platform/mailboxes/" + mailbox).expect(200).json().path("lastFetch").asText()));
        assertThat(api.get("/platform/mailboxes/" + mailbox).expect(200).json().path("problem").asText(null)).isNull();
    }

    private JsonNode inbound(String messageId) {
        JsonNode rows = api.get("/platform/inbound-mails?filter=messageId=='" + messageId + "'").expect(200).json().path("rows");
        assertThat(rows).as("mail " + messageId).hasSize(1);
        return rows.get(0);
    }

    private void whenTheCustomerAnswersTheAnswerIsACommentWithItsFile(MimeMessage sent) throws Exception {
        office.deliver(sales, """
                From: =?gb2312?B?zfXQocP3?= <wang@customer.example>
                To: sales@us.example
                Subject: Re: x
                Message-ID: <answer-1@customer.example>
                In-Reply-To: %s
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain; charset=gb2312
                Content-Transfer-Encoding: base64

                uty54ML+us+1xA==
                --b
                Content-Type: application/pdf; name="=?UTF-8?B?6K6i5Y2VLnBkZg==?="
                Content-Disposition: attachment
                Content-Transfer-Encoding: base64

                JVBERi0xLjQK
                --b--
                """.formatted(sent.getMessageID()));
        fetch();
        JsonNode row = inbound("answer-1@customer.example");
        assertThat(row.path("state").asText()).as(row.toString()).isEqualTo("COMMENTED");
        assertThat(row.path("recordId").asLong()).isEqualTo(party);
        String thread = api.get("/threads/masters/parties/" + party + "/comments").expect(200).text();
        assertThat(thread).contains("王小明 <wang@customer.example>");
        assertThat(api.get("/threads/masters/parties/" + party + "/attachments").expect(200).text()).contains("订单.pdf");
        JsonNode both = api.get("/mails?model=masters.party&record=" + party).expect(200).json();
        assertThat(both.path("rows").findValuesAsText("direction")).containsExactly("out", "in");
        fetch();
        inbound("answer-1@customer.example");
    }

    private void filesThatAreNotAllowedDoNotKeepTheWordsAway(MimeMessage sent) throws Exception {
        office.deliver(sales, "From: Wang <wang@customer.example>\nSubject: Re: y\nMessage-ID: <exe@customer.example>\nIn-Reply-To: "
                + sent.getMessageID() + "\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nsee file\n--b\n"
                + "Content-Type: text/html; name=page.html\nContent-Disposition: attachment\n\n<script>x</script>\n--b--\n");
        fetch();
        JsonNode row = inbound("exe@customer.example");
        assertThat(row.path("state").asText()).isEqualTo("COMMENTED");
        assertThat(row.path("problem").asText()).isNotBlank();
        assertThat(api.get("/threads/masters/parties/" + party + "/comments").expect(200).text()).contains("see file");
    }

    private void aNewCustomerBecomesAParty() throws Exception {
        String mail = """
                From: New Customer <new@other.example>
                Subject: Price of 100 pieces?
                Message-ID: <first@other.example>
                Content-Type: text/html; charset=utf-8

                <p>Hello</p>""";
        office.deliver(sales, mail);
        office.deliver(sales, mail);
        fetch();
        assertThat(inbound("first@other.example").path("state").asText()).isEqualTo("CREATED");
        JsonNode made = api.get("/masters/parties?filter=email==new@other.example").expect(200).json().path("rows");
        assertThat(made).hasSize(1);
        assertThat(made.get(0).path("name").asText()).isEqualTo("New Customer");
        assertThat(made.get(0).path("note").asText()).isEqualTo("Price of 100 pieces?");
        assertThat(made.get(0).path("customer").asBoolean()).isTrue();
        office.deliver(sales, """
                From: New Customer <new@other.example>
                Subject: one more thing
                Message-ID: <second@other.example>
                References: <unknown@x> <first@other.example>

                and also""");
        fetch();
        assertThat(inbound("second@other.example").path("recordId").asLong()).isEqualTo(made.get(0).path("id").asLong());
    }

    private void whatCannotBecomeARecordIsKeptAndTriedAgain() throws Exception {
        JsonNode box = api.get("/platform/mailboxes/" + mailbox).expect(200).json();
        long line = box.path("fields").get(0).path("id").asLong();
        api.patch("/platform/mailboxes/" + mailbox, box.path("version").asLong(), "{'fields':[{'id':" + line
                + ",'field':'country','value':'{{subject}}'}]}").expect(200);
        office.deliver(sales, "From: Third <third@other.example>\nSubject: much too long for a country\n"
                + "Message-ID: <third@other.example>\n\nx");
        fetch();
        JsonNode failed = inbound("third@other.example");
        assertThat(failed.path("state").asText()).isEqualTo("FAILED");
        assertThat(failed.path("problem").asText()).contains("name");
        long id = failed.path("id").asLong();
        assertThat(api.get("/mails/inbound/" + id + "/raw").expect(200).text()).contains("Message-ID: <third@other.example>");
        box = api.get("/platform/mailboxes/" + mailbox).expect(200).json();
        api.patch("/platform/mailboxes/" + mailbox, box.path("version").asLong(), "{'fields':[{'id':" + line
                + ",'field':'name','value':'{{fromName}}'}]}").expect(200);
        api.post("/platform/inbound-mails/" + id + "/retry", "{}").expect(200);
        assertThat(inbound("third@other.example").path("state").asText()).isEqualTo("CREATED");
    }

    private void machinesAreLeftAlone(MimeMessage sent, long mail) throws Exception {
        office.deliver(sales, "From: Away <jia@customer.example>\nSubject: Out of office\nAuto-Submitted: auto-replied\n"
                + "Message-ID: <away@customer.example>\nIn-Reply-To: " + sent.getMessageID() + "\n\nback on Monday");
        office.deliver(sales, """
                Return-Path: <>
                From: MAILER-DAEMON@mx.example
                Message-ID: <report@mx.example>
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: message/delivery-status

                Final-Recipient: rfc822; jia@customer.example
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 mailbox is gone

                --b
                Content-Type: text/rfc822-headers

                Message-ID: %s

                --b--
                """.formatted(sent.getMessageID()));
        fetch();
        assertThat(inbound("away@customer.example").path("state").asText()).isEqualTo("SKIPPED");
        assertThat(inbound("report@mx.example").path("state").asText()).isEqualTo("BOUNCE");
        assertThat(mail(mail).path("state").asText()).isEqualTo("BOUNCED");
        assertThat(mail(mail).path("problem").asText()).contains("550 mailbox is gone");
    }

    private void aRefusedReceiverShows() {
        assertThat(api.post("/mails", "{'to':['a@b.example\\r\\nBcc: c@d.example'],'subject':'x','text':'x'}").code())
                .isEqualTo("platform.mail.address");
        assertThat(api.post("/mails", "{'to':['a@b.example'],'subject':'x\\r\\nBcc: c@d.example','text':'x'}").code())
                .isEqualTo("platform.mail.subject");
        assertThat(api.language("zh").post("/mails", "{'to':['nobody'],'subject':'x','text':'x'}").expect(422).text())
                .contains("邮箱地址");
    }

    @Test
    void whoMayNotReadTheRecordSeesNoMail() {
        Api stranger = tenant.user("mail-stranger-" + database.name().toLowerCase(java.util.Locale.ROOT), "platform.user");
        assertThat(stranger.get("/mails?model=masters.party&record=" + party).status()).isIn(403, 404);
        assertThat(stranger.post("/mails", "{'to':['a@b.example'],'subject':'x','text':'x'}").status()).isEqualTo(403);
        assertThat(stranger.get("/platform/mails").status()).isEqualTo(403);
        Tenant other = Tenant.dollars(Suites.on(database), "MAIL2");
        assertThat(other.admin().get("/mails?model=masters.party&record=" + party).status()).isEqualTo(404);
        assertThat(other.admin().get("/platform/mailboxes/" + mailbox).status()).isEqualTo(404);
    }

    @Test
    void previewsFollowTheRecordAndNameMistakes() {
        long template = api.get("/platform/mail-templates?filter=code==welcome").expect(200).json().path("rows").get(0)
                .path("id").asLong();
        JsonNode shown = api.post("/platform/mail-templates/" + template + "/preview", "{'record':" + party
                + ",'language':'zh-CN','text':'{{kind}} {{createdAt.year}} {{creditLimit}}'}").expect(200).json().path("result");
        assertThat(shown.path("subject").asText()).isEqualTo("欢迎 客户甲：报价单");
        assertThat(shown.path("text").asText()).startsWith("单位 20");
        assertThat(api.post("/platform/mail-templates/" + template + "/preview", "{'record':" + party
                + ",'text':'{{name.class}}'}").expect(422).code()).isEqualTo("platform.template.wrong");
        assertThat(api.post("/platform/mail-templates", "{'code':'bad','name':'Bad'"
                + ",'texts':[{'language':'en','subject':'{{#x}}','text':'y'}]}").expect(422).text()).contains("texts[0].subject");
    }
}
