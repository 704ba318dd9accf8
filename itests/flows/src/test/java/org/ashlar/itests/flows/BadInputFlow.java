package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.ashlar.itests.flows.AdventureWorks.Mapping;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Suites;
import org.ashlar.itests.support.Tenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whatever users get wrong is answered with status, field and words in their language, and leaves nothing behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BadInputFlow {

    private final Databases database;
    private Tenant tenant;
    private Api api;
    private long customer;
    private long product;

    BadInputFlow(Databases database) {
        this.database = database;
    }

    @BeforeAll
    void givenACompanyWithOneCustomerAndTenPieces() {
        tenant = Tenant.dollars(Suites.on(database), "BAD");
        api = tenant.admin();
        customer = api.post("/masters/parties", "{'name':'Customer','customer':true,'vendor':true}").expect(201).id();
        product = api.post("/masters/products", "{'code':'P-1','name':'Piece','kind':'GOODS','unit':'EA','salePrice':'20',"
                + "'currency':'USD','standardCost':'8'}").expect(201).id();
        long location = api.get("/inventory/warehouses").expect(200).json().path("rows").get(0).path("stockLocation").path("id")
                .asLong();
        api.post("/inventory/opening-stock", "{'product':" + product + ",'location':" + location + ",'quantity':'10'}")
                .expect(201);
    }

    /** Refused in both languages, with other words but the same code and field. */
    private JsonNode refused(int status, String code, String field, java.util.function.Function<Api, Answer> call) {
        Answer english = call.apply(api.language("en")).expect(status);
        Answer chinese = call.apply(api.language("zh")).expect(status);
        assertThat(english.header("Content-Type")).startsWith("application/problem+json");
        if (code != null) {
            assertThat(english.code()).isEqualTo(code);
        }
        assertThat(chinese.code()).isEqualTo(english.code());
        assertThat(english.json().path("detail").asText()).isNotBlank().doesNotMatch(".*[\\u4e00-\\u9fff].*")
                .isNotEqualTo(english.code());
        assertThat(chinese.json().path("detail").asText()).matches("(?s).*[\\u4e00-\\u9fff].*");
        if (field != null) {
            assertThat(english.json().path("errors").findValuesAsText("field")).contains(field);
        }
        return english.json();
    }

    private long account(String filter) {
        return api.get("/finance/accounts?limit=1&filter=heading==false;reconcilable==false" + filter).expect(200).json()
                .path("rows").get(0).path("id").asLong();
    }

    @Test
    void anUnbalancedEntry() {
        long account = account("");
        JsonNode problem = refused(422, "finance.entry.unbalanced", null, a -> a.post("/finance/postings",
                "{'lines':[{'account':" + account + ",'debit':'10.00'},{'account':" + account + ",'credit':'9.99'}]}"));
        assertThat(problem.toString()).contains("0.01");
    }

    @Test
    void anUnknownAccount() {
        refused(422, "finance.account.unknown", "lines[0].account", a -> a.post("/finance/postings",
                "{'lines':[{'accountCode':'no-such','debit':'1'},{'account':" + account("") + ",'credit':'1'}]}"));
    }

    @Test
    void aClosedPeriod() {
        JsonNode period = api.get("/finance/periods?sort=start&limit=1").expect(200).json().path("rows").get(0);
        String path = "/finance/periods/" + period.path("id").asLong();
        api.post(path + "/lock", "{'reason':'closed'}").expect(200);
        refused(422, "finance.period.locked", "date", a -> a.post("/finance/postings", "{'date':'"
                + period.path("start").asText() + "','lines':[{'account':" + account("") + ",'debit':'1'},{'account':"
                + account("") + ",'credit':'1'}]}"));
        api.post(path + "/unlock", "{'reason':'test'}").expect(200);
    }

    private String order(String line) {
        return "{'party':" + customer + ",'lines':[{'product':" + product + "," + line + "}]}";
    }

    @Test
    void aNegativeQuantity() {
        refused(422, null, "lines[0].quantity", a -> a.post("/sales/orders", order("'quantity':'-1'")));
    }

    @Test
    void aWrongUnit() {
        refused(422, "masters.unit.wrong", "lines[0].unit", a -> a.post("/sales/orders", order("'quantity':'1','unit':'KGM'")));
    }

    @Test
    void overselling() {
        long order = api.post("/sales/orders", order("'quantity':'11'")).expect(201).id();
        JsonNode problem = refused(422, "inventory.reservation.insufficient", "lines[0].quantity",
                a -> a.post("/sales/orders/" + order + "/confirm", "{}"));
        assertThat(problem.path("detail").asText()).contains("P-1").contains("10").contains("11");
        assertThat(api.get("/sales/orders/" + order).expect(200).json().path("state").asText()).isEqualTo("DRAFT");
    }

    @Test
    void anUnknownFilterField() {
        JsonNode problem = refused(400, "platform.filter.unknownField", null, a -> a.get("/sales/orders?filter=nope==1"));
        assertThat(problem.toString()).contains("nope");
    }

    @Test
    void aStaleVersion() {
        JsonNode read = api.get("/masters/parties/" + customer).expect(200).json();
        long version = read.path("version").asLong();
        api.patch("/masters/parties/" + customer, version, "{'note':'" + UUID.randomUUID() + "'}").expect(200);
        refused(412, null, null, a -> a.patch("/masters/parties/" + customer, version, "{'note':'late'}"));
        refused(428, null, null, a -> a.send("PATCH", "/masters/parties/" + customer, "{'note':'blind'}"));
    }

    @Test
    void aReplayedKey() {
        String key = UUID.randomUUID().toString();
        Answer first = api.with("Idempotency-Key", key).post("/masters/parties", "{'name':'Once','customer':true}").expect(201);
        Answer again = api.with("Idempotency-Key", key).post("/masters/parties", "{'name':'Once','customer':true}").expect(201);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        refused(422, "platform.idempotency.mismatch", null,
                a -> a.with("Idempotency-Key", key).post("/masters/parties", "{'name':'Other','customer':true}"));
    }

    @Test
    void anotherCompanysRecord() {
        Tenant other = Tenant.renminbi(Suites.on(database), "OTHER");
        long foreign = other.admin().post("/masters/parties", "{'name':'外部客户','customer':true}").expect(201).id();
        refused(404, "platform.record.notFound", null, a -> a.get("/masters/parties/" + foreign));
        refused(422, "platform.ref.notFound", "party", a -> a.post("/sales/orders", "{'party':" + foreign
                + ",'lines':[{'product':" + product + ",'quantity':'1'}]}"));
        Api clerk = tenant.user("clerk." + database.name().toLowerCase(java.util.Locale.ROOT), "sales.user");
        assertThat(clerk.company(other.id()).get("/sales/orders").status()).isEqualTo(403);
        assertThat(clerk.get("/finance/entries").status()).isEqualTo(403);
        assertThat(tenant.instance().anonymous().get("/sales/orders").status()).isEqualTo(401);
    }

    @Test
    void brokenAndHostileFiles() {
        Mapping mapping = new Mapping("masters.party", null).column("code", "code").column("name", "name");
        String rows = "code,name\nOK-1,Fine\nOK-2\n,Nameless but numbered\nOK-3,\"nul \0 inside\"\nOK-1,Twice\n";
        JsonNode tally = api.importFile("broken.csv", rows.getBytes(StandardCharsets.UTF_8), mapping.json(), false);
        assertThat(tally.path("rejected").asLong()).isEqualTo(3);
        String rejects = api.get("/imports/" + tally.path("job").asLong() + "/rejects.csv").expect(200).text();
        assertThat(rejects.lines().skip(1).map(l -> l.substring(0, l.indexOf(',')))).containsExactly("3", "5", "6");

        JsonNode dry = api.importFile("dry.csv", "code,name\nDRY-1,Dry\n".getBytes(StandardCharsets.UTF_8), mapping.json(), true);
        assertThat(dry.path("created").asLong()).isEqualTo(1);
        assertThat(api.get("/masters/parties?filter=code==DRY-1").expect(200).json().path("rows")).isEmpty();

        for (byte[] hostile : new byte[][] {new byte[0], "code,code\n1,2\n".getBytes(StandardCharsets.UTF_8),
                ("code,name\n\"" + "x".repeat(3 << 20)).getBytes(StandardCharsets.UTF_8),
                new byte[] {'c', 'o', 'd', 'e', '\n', (byte) 0xff, (byte) 0xfe, '\n'}}) {
            long job = api.startImport("hostile.csv", hostile, mapping.json(), false);
            JsonNode end = api.awaitJob(job);
            assertThat(end.path("state").asText()).isEqualTo("FAILED");
            assertThat(end.path("problem").asText()).isNotBlank().doesNotContain("Exception");
        }
    }
}
