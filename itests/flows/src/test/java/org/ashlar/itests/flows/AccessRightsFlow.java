package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Suites;
import org.ashlar.itests.support.Tenant;
import org.ashlar.itests.support.Waiting;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What an administrator sets up about who may do what, as the people concerned see it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AccessRightsFlow {

    private final Databases database;
    private Tenant here;
    private Tenant there;
    private Api admin;
    private long mine;
    private long others;

    AccessRightsFlow(Databases database) {
        this.database = database;
    }

    @BeforeAll
    void givenTwoCompaniesAndTwoCustomers() {
        here = Tenant.dollars(Suites.on(database), "ACCA");
        there = Tenant.dollars(Suites.on(database), "ACCB");
        admin = here.admin();
        mine = party("Mine Ltd", "TAX-0001-1234");
        others = party("Others Ltd", "TAX-0002-5678");
    }

    private long party(String name, String taxId) {
        return admin.post("/masters/parties", Map.of("name", name, "taxId", taxId, "customer", true, "vendor", true)).expect(201)
                .id();
    }

    private long account(String login, long company, Map<String, Object> more, String... roles) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("login", login, "name", login, "roles",
                List.of(roles).stream().map(r -> Map.of("role", r, "company", company)).toList()));
        body.putAll(more);
        return admin.post("/platform/users", body).expect(201).id();
    }

    private Api signedIn(long user, long company) {
        return here.instance().anonymous().token(token(admin, user, company).expect(200).json().path("result").path("token").asText());
    }

    private static Answer token(Api by, long user, long company) {
        return by.post("/platform/users/" + user + "/createToken", Map.of("name", "test", "company", company));
    }

    private void role(String code, String grants, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("code", code, "title", code, "grants", grants));
        body.putAll(more);
        admin.post("/platform/roles", body).expect(201);
    }

    private void rule(String code, String role, String model, String filter) {
        admin.post("/platform/record-rules", Map.of("code", code, "title", code, "role", role, "model", model, "filter", filter))
                .expect(201);
    }

    @Test
    void aSellerSeesAndChangesHisOwnCustomersAndAManagerWhoIncludesTheRoleSeesAll() {
        role("acc.seller", "masters.party.read masters.party.update masters.party.create", Map.of());
        role("acc.lead", "masters.party.*", Map.of("includes", "acc.seller"));
        rule("acc-own", "acc.seller", "masters.party", "name==Mine*");
        Api seller = signedIn(account("acc-seller", here.id(), Map.of(), "acc.seller"), here.id());
        Api lead = signedIn(account("acc-lead", here.id(), Map.of(), "acc.lead"), here.id());

        assertThat(seller.get("/masters/parties?count=true").json().path("total").asInt()).isEqualTo(1);
        assertThat(lead.get("/masters/parties?count=true").json().path("total").asInt()).isGreaterThan(1);
        seller.get("/masters/parties/" + others).expect(404);
        seller.patch("/masters/parties/" + others, 0, "{'phone':'1'}").expect(404);
        long version = seller.get("/masters/parties/" + mine).expect(200).json().path("version").asLong();
        seller.patch("/masters/parties/" + mine, version, "{'phone':'1'}").expect(200);
        Answer moved = seller.patch("/masters/parties/" + mine, version + 1, "{'name':'Theirs'}").expect(403);
        assertThat(moved.code()).isEqualTo("platform.access.outside");
        assertThat(admin.get("/masters/parties/" + mine).json().path("name").asText()).isEqualTo("Mine Ltd");
        assertThat(seller.post("/masters/parties", "{'name':'Foreign'}").expect(403).code()).isEqualTo("platform.access.outside");
        seller.post("/masters/parties", "{'name':'Mine too','parent':" + others + "}").expect(422);
    }

    @Test
    void fieldsAreHiddenMaskedOrReadOnly() {
        role("acc.desk", "masters.party.*", Map.of());
        for (List<String> right : List.of(List.of("taxId", "MASKED"), List.of("creditLimit", "NONE"), List.of("phone", "READ"))) {
            admin.post("/platform/field-rights", Map.of("role", "acc.desk", "model", "masters.party", "field", right.get(0),
                    "right", right.get(1))).expect(201);
        }
        Api desk = signedIn(account("acc-desk", here.id(), Map.of(), "acc.desk"), here.id());

        JsonNode party = desk.get("/masters/parties/" + others).expect(200).json();
        assertThat(party.path("taxId").asText()).isEqualTo("****5678");
        assertThat(party.has("creditLimit")).isFalse();
        assertThat(desk.get("/masters/parties?filter=taxId==TAX*").expect(400).text()).doesNotContain("creditLimit");
        for (String change : List.of("{'taxId':'x'}", "{'creditLimit':'5'}", "{'phone':'5'}")) {
            Answer refused = desk.patch("/masters/parties/" + others, party.path("version").asLong(), change).expect(422);
            assertThat(refused.json().path("errors").path(0).path("field").asText()).isEqualTo(change.substring(2, change.indexOf('\'', 2)));
        }
        String meta = desk.get("/meta/masters.party").expect(200).text();
        assertThat(meta).doesNotContain("\"creditLimit\"").contains("\"masked\":true");
        assertThat(desk.get("/masters/parties/" + others + "/audit").expect(200).text()).doesNotContain("TAX-0002");
    }

    @Test
    void aGroupGivesItsRolesAndTheOverviewSaysWhere() {
        long user = account("acc-member", here.id(), Map.of(), "platform.user");
        admin.post("/platform/groups", Map.of("code", "acc-books", "title", "Books", "roles",
                List.of(Map.of("role", "finance.viewer", "company", here.id())), "members", List.of(Map.of("user", user)))).expect(201);
        Api member = signedIn(user, here.id());
        member.get("/finance/accounts?limit=1").expect(200);
        JsonNode overview = admin.get("/access/users/" + user).expect(200).json();
        assertThat(overview.path("roles").toString()).contains("group acc-books");
        assertThat(overview.path("permissions").toString()).contains("finance.account.read");
        assertThat(here.instance().console("ashlar:access-show --company ACCA acc-member")).contains("group acc-books");
        member.get("/access/users/" + user).expect(403);
        assertThat(member.get("/access/me").expect(200).json().path("login").asText()).isEqualTo("acc-member");
    }

    @Test
    void conflictingDutiesWarnAndAreKept() {
        long user = account("acc-clerk", here.id(), Map.of(), "purchasing.user");
        Answer given = admin.patch("/platform/users/" + user, 0, Map.of("roles", List.of(
                Map.of("role", "purchasing.manager", "company", here.id()), Map.of("role", "finance.accountant", "company", here.id()))))
                .expect(200);
        assertThat(given.json().path("warnings").toString()).contains("purchasing.order.confirm").contains("finance.payment.post");
        assertThat(admin.get("/platform/duty-overrides?filter=user==" + user).expect(200).json().path("rows")).isNotEmpty();
        assertThat(admin.get("/reports/platform.dutyConflicts.json").expect(200).text()).contains("acc-clerk");
    }

    @Test
    void anAdministratorOfOneCompanyKnowsNothingOfTheOthers() {
        long foreign = account("acc-foreign", there.id(), Map.of(), "sales.user");
        long own = account("acc-own", here.id(), Map.of(), "sales.user");
        Api local = signedIn(account("acc-local", here.id(), Map.of(), "platform.admin"), here.id());

        assertThat(local.get("/platform/users?limit=1000").expect(200).text()).contains("acc-own").doesNotContain("acc-foreign");
        assertThat(local.get("/platform/companies").expect(200).text()).contains("ACCA").doesNotContain("ACCB");
        local.get("/platform/users/" + foreign).expect(404);
        local.patch("/platform/users/" + foreign, 0, "{'name':'Taken'}").expect(404);
        local.post("/platform/users/" + foreign + "/setPassword", "{'password':'correct-horse-battery'}").expect(404);
        token(local, foreign, there.id()).expect(404);
        local.post("/admin/tokens", Map.of("name", "x", "user", "acc-foreign")).expect(404);
        local.get("/access/users/" + foreign).expect(404);
        local.post("/platform/users", Map.of("login", "acc-made", "name", "Made", "roles",
                List.of(Map.of("role", "sales.user", "company", there.id())))).expect(422);
        local.post("/platform/users", Map.of("login", "acc-nobody", "name", "Nobody")).expect(403);
        local.post("/platform/users", Map.of("login", "acc-made", "name", "Made", "roles",
                List.of(Map.of("role", "sales.user", "company", here.id())))).expect(201);
        local.post("/platform/roles", Map.of("code", "acc.x", "title", "x", "grants", "sales.order.read")).expect(403);
        local.patch("/platform/users/" + own, 0, "{'name':'Renamed'}").expect(200);
        assertThat(admin.get("/platform/users?filter=login==acc-foreign").json().path("rows")).hasSize(1);
    }

    @Test
    void aPartnerSeesHisOwnDocumentsOnceTheyAreSent() {
        long product = admin.post("/masters/products", "{'code':'ACC-P','name':'Piece','kind':'SERVICE','unit':'EA','salePrice':'20',"
                + "'currency':'USD'}").expect(201).id();
        long sent = order(mine, product);
        admin.post("/sales/orders/" + sent + "/send", "{}").expect(200);
        long draft = order(mine, product);
        long foreign = order(others, product);
        admin.post("/sales/orders/" + foreign + "/send", "{}").expect(200);
        Api partner = signedIn(account("acc-partner", here.id(), Map.of("kind", "PORTAL", "party", mine), "sales.portal"), here.id());

        assertThat(partner.get("/sales/orders?count=true").expect(200).json().path("total").asInt()).isEqualTo(1);
        partner.get("/sales/orders/" + sent).expect(200);
        partner.get("/sales/orders/" + draft).expect(404);
        partner.get("/sales/orders/" + foreign).expect(404);
        partner.get("/masters/parties").expect(403);
        partner.get("/platform/users").expect(403);
        assertThat(partner.get("/reports").expect(200).json()).isEmpty();
        assertThat(admin.post("/platform/users", Map.of("login", "acc-wrong", "name", "x", "kind", "PORTAL", "party", mine, "roles",
                List.of(Map.of("role", "sales.manager", "company", here.id())))).expect(422).code())
                .isEqualTo("platform.user.portalRole");
    }

    private long order(long party, long product) {
        return admin.post("/sales/orders", "{'party':" + party + ",'lines':[{'product':" + product + ",'quantity':'1'}]}").expect(201)
                .id();
    }

    @Test
    void reportsAndEventsKeepToTheRules() throws Exception {
        role("acc.books", "sales.*.read masters.*.read", Map.of());
        rule("acc-books", "acc.books", "masters.party", "name==Mine*");
        long user = account("acc-reader", here.id(), Map.of(), "acc.books");
        Api reader = signedIn(user, here.id());
        assertThat(reader.get("/reports/sales.backlog.json").expect(200).json().path("note").asText()).contains("left out");
        assertThat(reader.get("/reports").expect(200).text()).contains("sales.backlog");

        String token = token(admin, user, here.id()).json().path("result").path("token").asText();
        HttpRequest request = HttpRequest.newBuilder(URI.create(here.instance().address() + "/api/v1/events"))
                .header("Authorization", "Bearer " + token).build();
        StringBuffer heard = new StringBuffer();
        HttpResponse<InputStream> events = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        Thread listening = new Thread(() -> listen(events.body(), heard));
        listening.setDaemon(true);
        listening.start();
        Waiting.until("the stream is open", Duration.ofSeconds(20), () -> heard.indexOf("hello") >= 0);
        touch(others);
        touch(mine);
        Waiting.until("the visible change arrives", Duration.ofSeconds(30), () -> heard.indexOf("\"id\":" + mine) >= 0);
        assertThat(heard.toString()).doesNotContain("\"id\":" + others);
        events.body().close();
    }

    private void touch(long party) {
        long version = admin.get("/masters/parties/" + party).json().path("version").asLong();
        admin.patch("/masters/parties/" + party, version, Map.of("website", "https://example.com/" + version)).expect(200);
    }

    private static void listen(InputStream in, StringBuffer heard) {
        try {
            byte[] buffer = new byte[4_096];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                heard.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
            }
        } catch (IOException closed) {
            if (heard.isEmpty()) {
                throw new UncheckedIOException(closed);
            }
        }
    }
}
