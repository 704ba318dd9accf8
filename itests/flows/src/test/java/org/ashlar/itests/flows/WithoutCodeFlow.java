package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Instance;
import org.ashlar.itests.support.Tenant;
import org.ashlar.itests.support.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** What an administrator sets up over REST without a line of code: approvals, and rules on changes and by the clock. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class WithoutCodeFlow {

    private static final Duration SOON = Duration.ofSeconds(100);

    private final Databases database;
    private final Map<String, String> environment = new HashMap<>();
    private Instance instance;
    private Path clock;
    private Duration ahead = Duration.ZERO;
    private Tenant tenant;
    private Api admin;
    private Team team;

    WithoutCodeFlow(Databases database) {
        this.database = database;
    }

    @BeforeAll
    void givenACompanyWithPeopleAndAPolicy() throws IOException {
        clock = Files.createTempFile("ashlar", ".clock");
        environment.putAll(database.environment("ashlar_without_code"));
        environment.put("EXTRA_JAVA_OPTS", "-Dashlar.count.statements=true -Dashlar.test.clock=" + clock);
        environment.put("ASHLAR_DEMO", "false");
        instance = Instance.unpack("without-code-" + name(), environment);
        instance.start();
        tenant = Tenant.renminbi(instance, "WOC");
        admin = tenant.admin();
        team = new Team(tenant);
        team.policy();
    }

    @AfterAll
    void stop() {
        instance.close();
    }

    private String name() {
        return database.name().toLowerCase(java.util.Locale.ROOT);
    }

    private void later(Duration by) {
        ahead = ahead.plus(by);
        try {
            Files.writeString(clock, ahead.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode request(Api who, long id) {
        return who.get("/platform/approvals/" + id).expect(200).json();
    }

    @Test
    void anOrderOver50000IsConfirmedWhenTheHeadAndBothOfFinanceHaveAgreed() {
        long order = team.order(60_000);
        long request = team.ask(order);
        assertThat(team.ask(order)).as("asking again asks for the same").isEqualTo(request);
        Answer locked = team.price(order, 70_000).expect(409);
        assertThat(locked.code()).isEqualTo("platform.approval.locked");
        Team.approve(team.anna, request).expect(403);
        Team.approve(team.buyer, request).expect(403);
        assertThat(team.head.get("/platform/approvals/counts").expect(200).json().path("pending").asInt()).isPositive();
        Team.approve(team.head, request).expect(200);
        Team.approve(team.anna, request).expect(200);
        assertThat(team.state(order)).isEqualTo("DRAFT");
        assertThat(Team.approve(team.ben, request).expect(200).json().path("state").asText()).isEqualTo("DONE");
        assertThat(team.state(order)).isEqualTo("CONFIRMED");
        JsonNode audit = admin.get("/purchasing/orders/" + order + "/audit").expect(200).json().path("rows");
        assertThat(audit.get(0).path("login").asText()).as("carried out in the requester's name").isEqualTo("buyer");
        assertThat(request(team.anna, request).path("history").findValuesAsText("kind"))
                .containsExactly("SUBMITTED", "APPROVED", "APPROVED", "APPROVED", "DONE");
    }

    @Test
    void aPolicyIsTriedOnARecordAndHandedOnOnlyToThoseWhoMaySeeIt() {
        long policy = admin.get("/platform/approval-policies?filter=code==po50&fields=id").expect(200).json().path("rows").get(0)
                .path("id").asLong();
        long order = team.order(60_010);
        JsonNode tried = admin.post("/platform/approval-policies/" + policy + "/test", "{'record':" + order + "}").expect(200)
                .json().path("result");
        assertThat(tried.path("needed").asBoolean()).isTrue();
        assertThat(tried.path("steps").get(0).path("problem").asText()).as("the administrator has no manager").isNotBlank();
        assertThat(tried.path("steps").get(1).path("approvers").toString()).contains("anna", "ben");
        assertThat(admin.post("/platform/approval-policies/" + policy + "/test", "{'record':" + team.order(10) + "}").expect(200)
                .json().path("result").path("needed").asBoolean()).isFalse();
        admin.post("/platform/approval-policies/" + policy + "/test", "{}").expect(422);
        team.buyer.post("/platform/approval-policies/" + policy + "/test", "{'record':" + order + "}").expect(403);
        assertThat(team.state(order)).as("nothing was asked").isEqualTo("DRAFT");

        long request = team.ask(order);
        String colleagues = team.head.get("/platform/approvals/" + request + "/candidates?q=an").expect(200).text();
        assertThat(colleagues).contains("anna").doesNotContain("buyer");
        team.buyer.get("/platform/approvals/" + request + "/candidates").expect(403);
        assertThat(team.head.get("/platform/approvals/" + request + "/candidates?q=%25").expect(200).json()).isEmpty();
    }

    @Test
    void aSmallOrderNeedsNobody() {
        long order = team.order(50_000);
        team.buyer.post("/purchasing/orders/" + order + "/confirm", "{}").expect(200);
        assertThat(team.state(order)).isEqualTo("CONFIRMED");
    }

    @Test
    void manyOrdersAtOnceAskForManyApprovals() {
        long small = team.order(10);
        long large = team.order(80_000);
        JsonNode results = team.buyer.post("/purchasing/orders/bulk", "{'operation':'confirm','items':[{'id':" + small
                + "},{'id':" + large + "}]}").expect(200).json().path("results");
        assertThat(results.findValuesAsText("status")).containsExactly("200", "202");
        assertThat(team.state(large)).isEqualTo("DRAFT");
    }

    @Test
    void aRejectionSendsBackTransferAndAddedApproversCountAndTheRequesterWithdraws() {
        long order = team.order(60_001);
        long request = team.buyer.post("/platform/approvals", "{'model':'purchasing.order','record':" + order
                + ",'reason':'urgent'}").expect(200).id();
        assertThat(Team.decide(team.head, request, "reject", "{}").expect(422).code()).isEqualTo("platform.approval.comment");
        Team.approve(team.head, request).expect(200);
        Team.approve(team.anna, request).expect(200);
        JsonNode back = Team.decide(team.ben, request, "reject", "{'step':'head','comment':'too dear'}").expect(200).json();
        assertThat(back.path("currentStep").asText()).isEqualTo("head");
        Team.decide(team.head, request, "transfer", "{'user':'boss'}").expect(200);
        Team.approve(team.head, request).expect(403);
        Team.decide(team.boss, request, "add", "{'user':'sub','place':'BEFORE'}").expect(200);
        Team.approve(team.boss, request).expect(403);
        Team.approve(team.sub, request).expect(200);
        assertThat(Team.approve(team.boss, request).expect(200).json().path("currentStep").asText()).isEqualTo("finance");
        Team.decide(team.buyer, request, "remind", "{}").expect(200);
        Team.decide(team.buyer, request, "remind", "{}").expect(429);
        Team.decide(team.head, request, "withdraw", "{}").expect(403);
        Team.decide(team.buyer, request, "withdraw", "{'comment':'not now'}").expect(200);
        Team.approve(team.anna, request).expect(409);
        team.price(order, 60_000).expect(200);
        long rejected = team.ask(order);
        assertThat(Team.decide(team.head, rejected, "reject", "{'comment':'no'}").expect(200).json().path("state").asText())
                .isEqualTo("REJECTED");
        assertThat(team.state(order)).isEqualTo("DRAFT");
    }

    @Test
    void aSubstituteDecidesDuringAnAbsenceAndIsNamed() {
        long sub = admin.get("/platform/users?filter=login==sub").expect(200).json().path("rows").get(0).path("id").asLong();
        long order = team.order(70_000);
        long request = team.ask(order);
        Team.approve(team.head, request).expect(200);
        Team.approve(team.sub, request).expect(403);
        LocalDate today = LocalDate.now(Clock.systemUTC());
        Answer absence = team.anna.post("/platform/absences", "{'firstDay':'" + today.minusDays(1) + "','lastDay':'"
                + today.plusDays(9) + "','delegate':" + sub + "}").expect(201);
        JsonNode item = team.sub.get("/platform/approvals/inbox").expect(200).json().path("rows");
        assertThat(item.findValues("onBehalfOf").toString()).contains("anna");
        Team.approve(team.sub, request).expect(200);
        Team.approve(team.ben, request).expect(200);
        assertThat(team.state(order)).isEqualTo("CONFIRMED");
        assertThat(request(team.ben, request).path("history").get(2).path("onBehalfOf").path("label").asText()).isEqualTo("anna");
        assertThat(team.ben.delete("/platform/absences/" + absence.id(), 0).status()).isEqualTo(403);
        team.anna.delete("/platform/absences/" + absence.id(), 0).expect(204);
    }

    @Test
    void onlyAChangeForTheWorseNeedsANewApproval() {
        long order = team.order(60_000);
        long request = team.ask(order);
        List.of(team.head, team.anna, team.ben).forEach(who -> Team.approve(who, request).expect(200));
        team.buyer.post("/purchasing/orders/" + order + "/reopen", "{}").expect(200);
        team.price(order, 55_000).expect(200);
        team.buyer.post("/purchasing/orders/" + order + "/confirm", "{}").expect(200);
        team.buyer.post("/purchasing/orders/" + order + "/reopen", "{}").expect(200);
        team.price(order, 60_001).expect(200);
        assertThat(request(team.buyer, request).path("state").asText()).isEqualTo("OUTDATED");
        assertThat(team.ask(order)).isNotEqualTo(request);
    }

    @Test
    void whatWasApprovedButFailsSaysWhy() {
        long temp = team.user("temp", "purchasing.manager", null);
        admin.patch("/platform/users/" + temp, admin.get("/platform/users/" + temp).json().path("version").asLong(),
                "{'manager':" + admin.get("/platform/users?filter=login==head").json().path("rows").get(0).path("id").asLong()
                        + "}").expect(200);
        Api who = team.token(temp);
        long order = team.order(who, 90_000);
        long request = who.post("/purchasing/orders/" + order + "/confirm", "{}").expect(202).json().path("result").path("id")
                .asLong();
        Team.approve(team.head, request).expect(200);
        Team.approve(team.anna, request).expect(200);
        admin.patch("/platform/users/" + temp, admin.get("/platform/users/" + temp).json().path("version").asLong(),
                "{'active':false}").expect(200);
        JsonNode done = Team.approve(team.ben, request).expect(200).json();
        assertThat(done.path("state").asText()).isEqualTo("APPROVED");
        assertThat(done.path("problem").asText()).isNotBlank();
        admin.post("/purchasing/orders/" + order + "/confirm", "{}").expect(200);
        assertThat(request(team.ben, request).path("state").asText()).isEqualTo("DONE");
    }

    @Test
    void whoDoesNotDecideInTimeIsPassedOver() {
        long order = team.order(60_002);
        long request = team.ask(order);
        later(Duration.ofHours(49));
        Waiting.until("the request has been escalated", SOON,
                () -> request(team.buyer, request).path("history").findValuesAsText("kind").contains("ESCALATED"));
        Team.approve(team.head, request).expect(403);
        Team.approve(team.boss, request).expect(200);
        assertThat(request(team.buyer, request).path("currentStep").asText()).isEqualTo("finance");
    }

    @Test
    void aGuardedStateIsReachedByNoOtherWay() {
        admin.post("/platform/approval-policies", "{'code':'sent','title':'Sending','model':'purchasing.order','toState':'SENT',"
                + "'condition':'netAmount==777','steps':[{'title':'Head','approverKind':'USER','approver':'head'}]}").expect(201);
        long order = team.order(777);
        assertThat(team.buyer.post("/purchasing/orders/" + order + "/send", "{}").expect(409).code())
                .isEqualTo("platform.approval.required");
        long request = team.buyer.post("/platform/approvals", "{'model':'purchasing.order','record':" + order + "}").expect(200)
                .id();
        Team.approve(team.head, request).expect(200);
        team.buyer.post("/purchasing/orders/" + order + "/send", "{}").expect(200);
        assertThat(request(team.buyer, request).path("state").asText()).isEqualTo("DONE");
        assertThat(team.state(order)).isEqualTo("SENT");
    }

    @Test
    void aLinkInTheMailDecidesOnceAndNeverByLooking() throws Exception {
        try (PostOffice office = new PostOffice()) {
            office.open();
            admin.post("/platform/settings", "{'name':'approvals.mailLinks','content':'true'}").expect(201);
            admin.post("/platform/settings", "{'name':'approvals.address','content':'https://erp.example.com/'}").expect(201);
            admin.post("/platform/mail-servers", "{'code':'main','name':'Main','host':'127.0.0.1','port':" + office.smtp
                    + ",'encryption':'NONE','fromAddress':'erp@example.com','fromName':'ERP'}").expect(201);
            long order = team.order(61_234);
            long request = team.ask(order);
            String number = request(team.buyer, request).path("title").asText();
            Waiting.until("the mail with the link is there", SOON, () -> !office.found("approvals/link/([A-Za-z0-9_-]+)", number).isEmpty());
            String secret = office.found("approvals/link/([A-Za-z0-9_-]+)", number).get(0);
            Api nobody = instance.anonymous();
            JsonNode summary = nobody.get("/platform/approval-links/" + secret).expect(200).json();
            assertThat(summary.path("title").asText()).isEqualTo(number);
            assertThat(request(team.buyer, request).path("currentStep").asText()).isEqualTo("head");
            nobody.post("/platform/approval-links/" + secret, "{'approve':false}").expect(422);
            nobody.post("/platform/approval-links/" + secret, "{'approve':true}").expect(200);
            assertThat(request(team.buyer, request).path("currentStep").asText()).isEqualTo("finance");
            nobody.post("/platform/approval-links/" + secret, "{'approve':true}").expect(404);
            nobody.get("/platform/approval-links/" + secret).expect(404);
        }
    }

    private long rule(String body) {
        return admin.post("/platform/automation-rules", body).expect(201).id();
    }

    private JsonNode runs(long rule) {
        return admin.get("/platform/automation-runs?filter=rule==" + rule).expect(200).json().path("rows");
    }

    private List<String> mails(String to) {
        return admin.get("/platform/mails?filter=to==*" + to + "*").expect(200).json().path("rows").findValuesAsText("subject");
    }

    @Test
    void aNewPartyGetsAWelcomeMailWhateverWayItCame() {
        int without = statements("{'name':'Before'}");
        long rule = rule("{'code':'welcome','title':'Welcome','model':'masters.party','trigger':'CREATED',"
                + "'condition':'email=null=false;customer==true','actions':[{'kind':'MAIL','recipients':'{{email}}',"
                + "'subject':'Welcome {{name}}','text':'Dear {{name}}'}]}");
        long party = admin.post("/masters/parties", "{'name':'Zoe','customer':true,'email':'zoe@example.com'}").expect(201).id();
        assertThat(mails("zoe@example.com")).containsExactly("Welcome Zoe");
        JsonNode test = admin.post("/platform/automation-rules/" + rule + "/test", "{'record':" + party + "}").expect(200).json()
                .path("result");
        assertThat(test.path("matches").asBoolean()).isTrue();
        assertThat(test.path("actions").get(0).path("subject").asText()).isEqualTo("Welcome Zoe");
        String items = IntStream.range(0, 30).mapToObj(i -> "{'name':'Bulk " + i + "','customer':" + (i % 2 == 0)
                + ",'email':'bulk" + i + "@example.com'}").collect(Collectors.joining(","));
        admin.post("/masters/parties/bulk", "{'operation':'create','items':[" + items + "]}").expect(200);
        assertThat(runs(rule)).hasSize(16);
        assertThat(runs(rule).findValuesAsText("outcome")).containsOnly("DONE");
        JsonNode now = admin.get("/platform/automation-rules/" + rule).json();
        admin.patch("/platform/automation-rules/" + rule, now.path("version").asLong(), "{'active':false}").expect(200);
        assertThat(statements("{'name':'After'}")).as("a model without an active rule costs nothing").isEqualTo(without);
    }

    /** Statements of a creation once it is warm. */
    private int statements(String party) {
        admin.post("/masters/parties", party).expect(201);
        return Integer.parseInt(admin.post("/masters/parties", party).expect(201).header("Ashlar-Statements"));
    }

    @Test
    void rulesSetFieldsRefuseAndFailInWords() {
        rule("{'code':'terms','title':'Terms','model':'masters.party','trigger':'SAVED','fields':'creditLimit',"
                + "'condition':'creditLimit=gt=1000','actions':[{'kind':'SET','assignments':'paymentTermDays := 10 + 20'}]}");
        Answer rich = admin.post("/masters/parties", "{'name':'Rich','creditLimit':5000}").expect(201);
        assertThat(rich.json().path("paymentTermDays").asInt()).as("the answer is what was saved").isEqualTo(30);
        admin.patch("/masters/parties/" + rich.id(), rich.json().path("version").asLong(), "{'note':'x'}").expect(200);
        rule("{'code':'noTest','title':'No tests','model':'masters.party','trigger':'REFUSE','condition':'name==forbidden*',"
                + "'fields':'name','message':'{{name}} is no name'}");
        Answer refused = admin.post("/masters/parties", "{'name':'forbidden one'}").expect(422);
        assertThat(refused.json().path("errors").get(0).path("message").asText()).isEqualTo("forbidden one is no name");
        long failing = rule("{'code':'fails','title':'Too long','model':'masters.party','trigger':'CREATED',"
                + "'condition':'name==failing*','actions':[{'kind':'SET','assignments':'country = LONG'}]}");
        Answer failed = admin.post("/masters/parties", "{'name':'failing one'}").expect(422);
        assertThat(failed.json().path("detail").asText()).contains("Too long");
        assertThat(runs(failing).get(0).path("outcome").asText()).isEqualTo("FAILED");
        assertThat(admin.get("/masters/parties?filter=name==failing*").json().path("rows")).isEmpty();
        rule("{'code':'loop','title':'Loop','model':'masters.party','trigger':'CREATED','condition':'name==loop*',"
                + "'actions':[{'kind':'CREATE','target':'masters.party','assignments':'name = loop {{name}}'}]}");
        assertThat(admin.post("/masters/parties", "{'name':'loop'}").expect(422).json().path("errors").get(0).path("code")
                .asText()).isEqualTo("platform.automation.tooDeep");
        assertThat(admin.post("/platform/automation-rules", "{'code':'bad','title':'Bad','model':'masters.party','trigger':"
                + "'CREATED','condition':'nothing==1','actions':[{'kind':'SET','assignments':'name = x'}]}").expect(422).json()
                .path("errors").get(0).path("field").asText()).isEqualTo("condition");
        assertThat(team.buyer.get("/platform/automation-rules").status()).isEqualTo(403);
    }

    @Test
    void aBirthdayMailGoesOncePerPersonAndYear() {
        String field = admin.post("/platform/custom-fields", "{'model':'masters.party','code':'birthday','type':'DATE',"
                + "'labelEn':'Birthday','labelZh':'生日'}").expect(201).json().path("name").asText();
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant().plus(ahead), zone);
        LocalDate born = LocalDate.of(2000, today.getMonthValue(), today.getDayOfMonth());
        admin.post("/masters/parties", Map.of("name", "Birthday", "email", "birthday@example.com", field, born.toString()))
                .expect(201);
        admin.post("/masters/parties", Map.of("name", "Other", "email", "other@example.com", field, born.plusDays(40).toString()))
                .expect(201);
        try (Instance second = second()) {
            long rule = rule("{'code':'birthday','title':'Birthday','model':'masters.party','trigger':'SCHEDULE','every':"
                    + "'ANNIVERSARY','dateField':'" + field + "','atTime':'00:00','condition':'email=null=false','actions':[{'kind':"
                    + "'MAIL','recipients':'{{email}}','subject':'Happy birthday {{name}}','text':'!'}]}");
            Waiting.until("the birthday mail is written", SOON, () -> !mails("birthday@example.com").isEmpty());
            assertThat(admin.post("/platform/automation-rules/" + rule + "/run", "{}").expect(200).json().path("result").asInt())
                    .isZero();
            if (second == null) {
                instance.kill();
                instance.start();
                admin.post("/platform/automation-rules/" + rule + "/run", "{}").expect(200);
            }
            assertThat(mails("birthday@example.com")).containsExactly("Happy birthday Birthday");
            assertThat(mails("other@example.com")).noneMatch(subject -> subject.startsWith("Happy"));
            assertThat(runs(rule)).hasSize(1);
        }
    }

    /** A second node on the same database where there can be one, else {@code null}. */
    private Instance second() {
        if (database == Databases.DERBY) {
            return null;
        }
        Map<String, String> more = new HashMap<>(environment);
        more.put("ASHLAR_NODE", "second");
        Instance second = Instance.unpack("without-code-second", more);
        second.start();
        return second;
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void whatLeftLongAgoIsDeleted() {
        new SentLongAgo(tenant, this::later).flow(team.buyer);
    }
}
