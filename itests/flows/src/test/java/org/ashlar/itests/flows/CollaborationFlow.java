package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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

/** What hangs on a record: who may see the record may see it, and a deleted record returns with all of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CollaborationFlow {

    private static final byte[] PDF = "%PDF-1.4 offer".getBytes(StandardCharsets.UTF_8);

    private final Databases database;
    private Tenant tenant;
    private Api admin;
    private Api seller;
    private Api stranger;
    private String sellerLogin;
    private long sellerId;
    private long party;
    private String thread;

    CollaborationFlow(Databases database) {
        this.database = database;
    }

    @BeforeAll
    void givenAPartyThatASellerMayReadAndAStrangerMayNot() {
        String suffix = database.name().toLowerCase(Locale.ROOT);
        tenant = Tenant.dollars(Suites.on(database), "COLLAB");
        admin = tenant.admin();
        sellerLogin = "seller." + suffix;
        seller = tenant.user(sellerLogin, "sales.user");
        stranger = tenant.user("stranger." + suffix, "platform.monitor");
        sellerId = admin.get("/platform/users?filter=login==" + sellerLogin + "&fields=id").expect(200).json().path("rows").get(0)
                .path("id").asLong();
        party = admin.post("/masters/parties", "{'name':'Talked about','customer':true}").expect(201).id();
        thread = "/threads/masters/parties/" + party;
    }

    @Test
    void aMentionReachesWhoeverMayReadTheRecord() {
        long before = seller.get("/notifications/count").expect(200).json().path("unread").asLong();
        JsonNode comment = admin.post(thread + "/comments", "{'text':'Please call, @" + sellerLogin + ".'}").expect(200).json();
        assertThat(comment.path("mentions").get(0).path("login").asText()).isEqualTo(sellerLogin);
        JsonNode notices = seller.get("/notifications?unread=true").expect(200).json();
        assertThat(notices.path("unread").asLong()).isEqualTo(before + 1);
        assertThat(notices.path("rows").get(0).path("kind").asText()).isEqualTo("mention");
        assertThat(notices.path("rows").get(0).path("text").asText()).contains("Talked about").contains("Please call");
        assertThat(seller.language("zh").get("/notifications?unread=true").expect(200).json().path("rows").get(0).path("text")
                .asText()).contains("提到了您");
        long notice = notices.path("rows").get(0).path("id").asLong();
        assertThat(seller.post("/notifications/" + notice + "/read", "{}").expect(200).json().path("unread").asLong())
                .isEqualTo(before);
        assertThat(followers()).contains(sellerId);
        seller.send("DELETE", thread + "/followers/0", null).expect(200);
        assertThat(followers()).doesNotContain(sellerId);
        assertThat(seller.send("PATCH", thread + "/comments/" + comment.path("id").asLong(), "{'text':'not mine'}").code())
                .isEqualTo("platform.comment.locked");
        admin.send("PATCH", thread + "/comments/" + comment.path("id").asLong(), "{'text':'Mine'}").expect(200);
        admin.send("DELETE", thread + "/comments/" + comment.path("id").asLong(), null).expect(204);
        assertThat(admin.get("/masters/parties/" + party + "/audit").expect(200).text()).contains("commentDeleted");
    }

    private java.util.List<Long> followers() {
        return admin.get(thread + "/followers").expect(200).json().path("rows").findValues("id").stream().map(JsonNode::asLong)
                .toList();
    }

    @Test
    void whoeverMayNotReadTheRecordSeesNothingOfIt() {
        long file = admin.upload("/files/masters/parties/" + party, "secret.txt", "secret".getBytes(StandardCharsets.UTF_8))
                .expect(201).id();
        for (String path : new String[] {thread, thread + "/comments", thread + "/followers", thread + "/activities",
                thread + "/attachments", thread + "/tags", "/attachments/" + file, "/attachments/" + file + "/versions",
                "/files/" + file, "/audit-entries", "/audit-chain"}) {
            assertThat(stranger.get(path).status()).as(path).isIn(403, 404);
            assertThat(tenant.instance().anonymous().get(path).status()).as(path).isEqualTo(401);
        }
        assertThat(stranger.post(thread + "/comments", "{'text':'hi'}").status()).isIn(403, 404);
        assertThat(stranger.upload("/files/masters/parties/" + party, "x.txt", PDF).status()).isIn(403, 404);
        assertThat(seller.send("DELETE", "/attachments/" + file, null).status()).isEqualTo(403);
        Tenant other = Tenant.renminbi(Suites.on(database), "COLLAB2");
        assertThat(other.admin().get(thread).status()).isEqualTo(404);
        assertThat(other.admin().get("/files/" + file).status()).isEqualTo(404);
    }

    @Test
    void anActivityIsATaskOfItsAssignee() {
        LocalDate today = LocalDate.now(java.time.ZoneId.of("America/New_York"));
        assertThat(admin.post("/activities", "{'type':'call','summary':'Call','model':'masters.party','recordId':" + party
                + ",'assignee':999999,'due':'2026-01-01'}").status()).isEqualTo(422);
        long late = plan("Late", today.minusDays(2));
        plan("Later", today.plusDays(40));
        JsonNode tasks = seller.get("/my-tasks").expect(200).json();
        assertThat(tasks.path("counts").path("overdue").asLong()).isEqualTo(1);
        assertThat(tasks.path("counts").path("later").asLong()).isEqualTo(1);
        assertThat(tasks.path("rows").get(0).path("summary").asText()).isEqualTo("Late");
        assertThat(tasks.path("rows").get(0).path("record").path("label").asText()).isEqualTo("Talked about");
        assertThat(seller.get("/my-tasks?when=today").expect(200).json().path("rows")).isEmpty();
        assertThat(stranger.get("/activities/" + late).status()).isEqualTo(404);
        seller.post("/activities/" + late + "/done", "{'note':'reached'}").expect(200);
        assertThat(seller.post("/activities/" + late + "/done", "{}").code()).isEqualTo("platform.activity.closed");
        assertThat(seller.get("/my-tasks/counts").expect(200).json().path("overdue").asLong()).isZero();
        assertThat(admin.get("/notifications?unread=true").expect(200).json().path("rows").findValuesAsText("kind"))
                .contains("activityDone");
        assertThat(admin.get(thread + "/activities?closed=true").expect(200).json().path("rows").findValuesAsText("doneNote"))
                .contains("reached");
    }

    private long plan(String summary, LocalDate due) {
        return admin.post("/activities", "{'type':'call','summary':'" + summary + "','model':'masters.party','recordId':"
                + party + ",'assignee':" + sellerId + ",'due':'" + due + "'}").expect(200).id();
    }

    @Test
    void filesHaveVersionsAndHostileOnesAreRefused() {
        String files = "/files/masters/parties/" + party;
        long first = admin.upload(files, "..\\\\..\\\\offer\u202efdp.pdf", PDF).expect(201).id();
        Answer second = admin.upload(files, "offerfdp.pdf", "%PDF-1.4 better".getBytes(StandardCharsets.UTF_8)).expect(201);
        assertThat(second.json().path("version").asInt()).isEqualTo(2);
        assertThat(second.json().path("name").asText()).isEqualTo("offerfdp.pdf");
        assertThat(admin.get("/attachments/" + second.id() + "/versions").expect(200).json().path("rows")).hasSize(2);
        Answer old = admin.get("/files/" + first).expect(200);
        assertThat(old.text()).isEqualTo("%PDF-1.4 offer");
        assertThat(old.header("Content-Disposition")).startsWith("attachment;");
        assertThat(old.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(admin.get("/files/" + first + "?inline=true").expect(200).header("Content-Security-Policy"))
                .contains("default-src 'none'");
        assertThat(admin.upload(files, "page.html", PDF).code()).isEqualTo("platform.attachment.type");
        assertThat(admin.upload(files, "page.png", "<html>".getBytes(StandardCharsets.UTF_8)).code())
                .isEqualTo("platform.attachment.content");
        assertThat(admin.upload(files, "empty.pdf", new byte[0]).code()).isEqualTo("platform.attachment.empty");
        assertThat(admin.upload(files, "huge.txt", new byte[26 << 20]).status()).isEqualTo(413);
        admin.send("DELETE", "/attachments/" + second.id(), null).expect(204);
        assertThat(admin.get("/files/" + second.id()).status()).isEqualTo(404);
        admin.post("/attachments/" + second.id() + "/restore", "{}").expect(200);
        assertThat(admin.get("/files/" + second.id()).expect(200).text()).isEqualTo("%PDF-1.4 better");
    }

    @Test
    void theNewestPictureOfEachRecordIsKnownToWhoeverMayReadIt() {
        byte[] png = java.util.Base64.getDecoder().decode(
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");
        admin.upload("/files/masters/parties/" + party, "a.png", png).expect(201);
        long newest = admin.upload("/files/masters/parties/" + party, "b.png", png).expect(201).id();
        String asked = "/pictures/masters/parties?ids=" + party + ",999999999,nonsense";
        assertThat(admin.get(asked).expect(200).json().path("pictures")).hasSize(1);
        assertThat(admin.get(asked).json().path("pictures").path("" + party).asLong()).isEqualTo(newest);
        assertThat(stranger.get(asked).expect(200).json().path("pictures")).isEmpty();
        Tenant other = Tenant.renminbi(Suites.on(database), "COLLAB3");
        assertThat(other.admin().get(asked).expect(200).json().path("pictures")).isEmpty();
        assertThat(admin.get("/pictures/masters/nothing?ids=1").status()).isEqualTo(404);
    }

    @Test
    void aDeletedRecordReturnsWithAllThatHangsOnIt() {
        long customer = admin.post("/masters/parties", "{'name':'Deleted by mistake','customer':true}").expect(201).id();
        String path = "/masters/parties/" + customer;
        admin.post("/threads" + path + "/comments", "{'text':'Remember me'}").expect(200);
        admin.upload("/files" + path, "offer.pdf", PDF).expect(201);
        JsonNode before = admin.get(path).expect(200).json();
        admin.delete(path, before.path("version").asLong()).expect(204);
        assertThat(admin.get("/threads" + path).status()).isEqualTo(404);
        long bin = inBin("masters.party", customer);
        assertThat(seller.post("/recycle-bin/" + bin + "/restore", "{}").status()).isEqualTo(404);
        assertThat(seller.get("/recycle-bin").expect(200).json().path("rows")).isEmpty();
        admin.post("/recycle-bin/" + bin + "/restore", "{}").expect(200);
        assertThat(admin.get(path).expect(200).json()).isEqualTo(before);
        assertThat(admin.get("/threads" + path).expect(200).json().path("attachments").asInt()).isEqualTo(1);
        assertThat(admin.get("/threads" + path + "/comments").expect(200).text()).contains("Remember me");
        assertThat(admin.get(path + "/audit").expect(200).json().path("rows").findValuesAsText("kind")).contains("restored");
        admin.delete(path, before.path("version").asLong()).expect(204);
        admin.send("DELETE", "/recycle-bin/" + inBin("masters.party", customer), null).expect(204);
        assertThat(admin.get("/recycle-bin?model=masters.party&q=mistake").expect(200).json().path("rows")).isEmpty();
    }

    @Test
    void aDraftReturnsWithItsLinesAndAPostedDocumentIsNeverDeleted() {
        long product = admin.post("/masters/products", "{'code':'COL-1','name':'Piece','kind':'SERVICE','unit':'EA',"
                + "'salePrice':'20','currency':'USD'}").expect(201).id();
        Answer order = admin.post("/sales/orders", "{'party':" + party + ",'lines':[{'product':" + product + ",'quantity':'1'},"
                + "{'product':" + product + ",'quantity':'2'}]}").expect(201);
        String path = "/sales/orders/" + order.id();
        JsonNode before = admin.get(path).expect(200).json();
        admin.delete(path, before.path("version").asLong()).expect(204);
        admin.post("/recycle-bin/" + inBin("sales.order", order.id()) + "/restore", "{}").expect(200);
        assertThat(admin.get(path).expect(200).json()).isEqualTo(before);
        assertThat(before.path("lines")).hasSize(2);
        admin.delete(path, before.path("version").asLong()).expect(204);
        long productVersion = admin.get("/masters/products/" + product).expect(200).json().path("version").asLong();
        if (admin.delete("/masters/products/" + product, productVersion).status() == 204) {
            assertThat(admin.post("/recycle-bin/" + inBin("sales.order", order.id()) + "/restore", "{}").code())
                    .isEqualTo("platform.recycleBin.references");
            admin.post("/recycle-bin/" + inBin("masters.product", product) + "/restore", "{}").expect(200);
        }
        admin.post("/recycle-bin/" + inBin("sales.order", order.id()) + "/restore", "{}").expect(200);
        admin.post(path + "/confirm", "{}").expect(200);
        long version = admin.get(path).expect(200).json().path("version").asLong();
        assertThat(admin.delete(path, version).status()).isIn(405, 409, 422);
    }

    private long inBin(String model, long record) {
        for (JsonNode row : admin.get("/recycle-bin?model=" + model).expect(200).json().path("rows")) {
            if (row.path("recordId").asLong() == record) {
                return row.path("id").asLong();
            }
        }
        throw new AssertionError("Not in the recycle bin: " + model + " " + record);
    }

    @Test
    void theAuditLogIsSearchedAndFitsItsChain() {
        long id = admin.post("/masters/parties", "{'name':'Before','customer':true}").expect(201).id();
        admin.patch("/masters/parties/" + id, 0, "{'name':'After'}").expect(200);
        JsonNode entry = admin.get("/audit-entries?model=masters.party&field=name&recordId=" + id).expect(200).json().path("rows")
                .get(0);
        assertThat(entry.path("kind").asText()).isEqualTo("updated");
        assertThat(entry.path("login").asText()).isEqualTo("admin");
        assertThat(entry.path("channel").asText()).isEqualTo("TOKEN");
        assertThat(entry.path("address").asText()).isNotBlank();
        assertThat(entry.path("changes").get(0).path("old").asText()).isEqualTo("Before");
        assertThat(entry.path("changes").get(0).path("new").asText()).isEqualTo("After");
        JsonNode check = admin.get("/audit-chain").expect(200).json();
        assertThat(check.path("verdict").path("findings")).isEmpty();
        assertThat(check.path("verdict").path("entries").asLong()).isPositive();
    }

    @Test
    void aPartnersUserSeesSharedCommentsOfItsOwnRecordsOnly() {
        long product = admin.post("/masters/products", "{'code':'COL-P','name':'Piece','kind':'SERVICE','unit':'EA',"
                + "'salePrice':'20','currency':'USD'}").expect(201).id();
        long order = admin.post("/sales/orders", "{'party':" + party + ",'lines':[{'product':" + product + ",'quantity':'1'}]}")
                .expect(201).id();
        admin.post("/sales/orders/" + order + "/send", "{}").expect(200);
        String talk = "/threads/sales/orders/" + order;
        admin.post(talk + "/comments", "{'text':'He pays late'}").expect(200);
        admin.post(talk + "/comments", "{'text':'It leaves tomorrow','shared':true}").expect(200);
        admin.upload("/files/sales/orders/" + order, "margin.txt", "12%".getBytes(StandardCharsets.UTF_8)).expect(201);
        String login = "partner." + database.name().toLowerCase(Locale.ROOT);
        admin.post("/platform/users", "{'login':'" + login + "','name':'Partner','locale':'en','kind':'PORTAL','party':" + party
                + ",'roles':[{'role':'sales.portal','company':" + tenant.id() + "}]}").expect(201);
        Api partner = tenant.signedIn(login);
        JsonNode seen = partner.get(talk + "/comments").expect(200).json();
        assertThat(seen.path("rows").findValuesAsText("text")).containsExactly("It leaves tomorrow");
        assertThat(partner.post(talk + "/comments", "{'text':'Thank you'}").expect(200).json().path("shared").asBoolean()).isTrue();
        for (String path : new String[] {talk, talk + "/followers", talk + "/activities", talk + "/attachments", talk + "/tags"}) {
            assertThat(partner.get(path).code()).as(path).isEqualTo("platform.collaboration.inside");
        }
        assertThat(partner.get(thread + "/comments").status()).isIn(403, 404);
        assertThat(admin.get("/notifications?unread=true").expect(200).json().path("rows").findValuesAsText("text"))
                .anyMatch(t -> t.contains("Thank you"));
    }

    @Test
    void tagsAreOnAnyRecord() {
        admin.send("PUT", thread + "/tags", "{'names':['VIP','上海']}").expect(200);
        assertThat(seller.get(thread + "/tags").expect(200).json().path("rows").findValuesAsText("name"))
                .containsExactlyInAnyOrder("VIP", "上海");
        assertThat(seller.send("PUT", thread + "/tags", "{'names':[]}").status()).isEqualTo(403);
    }

    @Test
    void preferencesAreTheUsersOwn() {
        seller.send("PUT", "/notifications/preferences",
                "{'choices':[{'kind':'comment','channel':'app','mode':'OFF'}],'quietFrom':'22:00','quietTo':'07:00'}").expect(200);
        assertThat(seller.get("/notifications/preferences").expect(200).json().path("quietFrom").asText()).isEqualTo("22:00");
        assertThat(admin.get("/notifications/preferences").expect(200).json().path("choices")).isEmpty();
        assertThat(seller.send("PUT", "/notifications/preferences", "{'quietFrom':'25:00'}").code())
                .isEqualTo("platform.notice.time");
        seller.send("PUT", "/notifications/preferences", "{}").expect(200);
    }
}
