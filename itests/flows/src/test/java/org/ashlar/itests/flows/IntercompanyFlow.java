package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Suites;
import org.ashlar.itests.support.Tenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two companies of one installation that buy from each other: what one enters stands in the books of both. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class IntercompanyFlow {

    private static final String REPORT = "/reports/finance.intercompanyBalances.json";
    private final Databases database;
    private Tenant north;
    private Tenant south;
    private Api n;
    private Api s;
    private long southInNorth;
    private long northInSouth;
    private long product;

    IntercompanyFlow(Databases database) {
        this.database = database;
    }

    @BeforeAll
    void givenTwoCompaniesThatKnowEachOther() {
        char mark = database.name().charAt(0);
        north = Tenant.dollars(Suites.on(database), "NORTH" + mark);
        south = Tenant.dollars(Suites.on(database), "SOUTH" + mark);
        n = north.admin();
        s = south.admin();
        southInNorth = partner(n, south.id());
        northInSouth = partner(s, north.id());
        product = product(n, "ADVICE");
        product(s, "ADVICE");
        n.post("/purchasing-sales/rules", "{'partnerCompany':" + south.id() + "}").expect(201);
        long me = s.get("/session").expect(200).json().path("user").path("id").asLong();
        s.post("/purchasing-sales/rules", "{'partnerCompany':" + north.id() + ",'responsible':" + me + "}").expect(201);
    }

    private static long partner(Api api, long company) {
        return api.post("/masters/parties", "{'name':'Sister " + company + "','customer':true,'vendor':true,'partnerCompany':"
                + company + "}").expect(201).id();
    }

    private static long product(Api api, String code) {
        return api.post("/masters/products", "{'code':'" + code + "','name':'Advice','kind':'SERVICE','unit':'HUR',"
                + "'salePrice':'100','currency':'USD','standardCost':'60'}").expect(201).id();
    }

    private long sale(String quantity) {
        return n.post("/sales/orders", "{'party':" + southInNorth + ",'requestedDate':'2099-05-01','lines':[{'product':"
                + product + ",'quantity':'" + quantity + "','unitPrice':'90','discountPercent':'10'},{'text':'Travel',"
                + "'quantity':'1','unit':'EA','unitPrice':'55.5'}]}").expect(201).id();
    }

    private static JsonNode one(Api api, String filter) {
        JsonNode rows = api.get("/purchasing-sales/mirrors?filter=" + filter).expect(200).json().path("rows");
        assertThat(rows).as("%s", rows).hasSize(1);
        return rows.get(0);
    }

    private static JsonNode read(Api api, String path) {
        return api.get(path).expect(200).json();
    }

    private long confirmedSale() {
        long sale = sale("8");
        n.post("/sales/orders/" + sale + "/confirm", "{}").expect(200);
        return sale;
    }

    /** The order in the south that was written for one of the north. */
    private JsonNode mirrorOf(long sale) {
        JsonNode link = one(n, "salesOrder==" + sale + ";state!=ENDED");
        return read(s, "/purchasing/orders?filter=number==" + link.path("partnerNumber").asText()).path("rows").get(0);
    }

    @Test
    void aSaleIsAPurchaseInTheOtherCompanyAndNothingFurther() {
        long sale = confirmedSale();
        JsonNode order = read(n, "/sales/orders/" + sale);
        long purchase = mirrorOf(sale).path("id").asLong();
        JsonNode mirror = read(s, "/purchasing/orders/" + purchase);
        assertThat(mirror.path("state").asText()).isEqualTo("DRAFT");
        assertThat(mirror.path("party").path("id").asLong()).isEqualTo(northInSouth);
        assertThat(mirror.path("vendorReference").asText()).isEqualTo(order.path("number").asText());
        assertThat(mirror.path("expectedDate").asText()).isEqualTo("2099-05-01");
        assertThat(mirror.path("currency").asText()).isEqualTo("USD");
        assertThat(mirror.path("totalAmount").decimalValue()).isEqualByComparingTo("703.5")
                .isEqualByComparingTo(order.path("totalAmount").decimalValue());
        assertThat(mirror.path("lines").get(0).path("quantity").decimalValue()).isEqualByComparingTo("8");
        assertThat(mirror.path("lines").get(0).path("unitPrice").decimalValue()).isEqualByComparingTo("90");
        assertThat(mirror.path("lines").get(1).path("text").asText()).isEqualTo("Travel");

        assertThat(n.get("/sales/orders/" + sale + "/flow").expect(200).text()).contains(mirror.path("number").asText());
        assertThat(s.get("/purchasing/orders/" + purchase + "/flow").expect(200).text())
                .contains(order.path("number").asText());
        assertThat(s.get("/notifications").expect(200).text()).contains(mirror.path("number").asText());

        s.post("/purchasing/orders/" + purchase + "/confirm", "{}").expect(200);
        assertThat(one(n, "salesOrder==" + sale).path("state").asText()).isEqualTo("CONFIRMED");
        assertThat(read(n, "/sales/orders?filter=customerReference==" + mirror.path("number").asText()).path("rows")).isEmpty();
        assertThat(read(s, "/purchasing-sales/mirrors?filter=purchaseOrder==" + purchase).path("rows")).hasSize(1);
    }

    @Test
    void aPurchaseIsAQuotationInTheOtherCompany() {
        long purchase = n.post("/purchasing/orders", "{'party':" + southInNorth + ",'expectedDate':'2099-06-01','lines':[{"
                + "'product':" + product + ",'quantity':'3','unitPrice':'80'}]}").expect(201).id();
        n.post("/purchasing/orders/" + purchase + "/confirm", "{}").expect(200);
        String number = one(n, "purchaseOrder==" + purchase).path("partnerNumber").asText();
        JsonNode quotation = read(s, "/sales/orders?filter=number==" + number).path("rows").get(0);
        assertThat(quotation.path("state").asText()).isEqualTo("DRAFT");
        assertThat(quotation.path("party").path("id").asLong()).isEqualTo(northInSouth);
        assertThat(quotation.path("netAmount").decimalValue()).isEqualByComparingTo("240");
        long id = quotation.path("id").asLong();
        s.post("/sales/orders/" + id + "/confirm", "{}").expect(200);
        JsonNode link = one(n, "purchaseOrder==" + purchase);
        assertThat(link.path("partnerNumber").asText()).startsWith("SO-");
        assertThat(link.path("state").asText()).isEqualTo("CONFIRMED");
    }

    @Test
    void whatChangesHereChangesThereUntilItIsBinding() {
        long sale = confirmedSale();
        long purchase = mirrorOf(sale).path("id").asLong();
        int version = read(n, "/sales/orders/" + sale).path("version").asInt();
        n.patch("/sales/orders/" + sale, version, "{'requestedDate':'2099-07-01'}").expect(200);
        assertThat(read(s, "/purchasing/orders/" + purchase).path("expectedDate").asText()).isEqualTo("2099-07-01");

        n.post("/sales/orders/" + sale + "/reopen", "{}").expect(200);
        assertThat(s.post("/purchasing/orders/" + purchase + "/confirm", "{}").expect(422).code())
                .isEqualTo("purchasing-sales.mirror.changing");
        JsonNode order = read(n, "/sales/orders/" + sale);
        assertThat(n.delete("/sales/orders/" + sale, order.path("version").asInt()).expect(422).code())
                .isEqualTo("purchasing-sales.order.notDeleted");
        long stranger = n.post("/masters/parties", "{'name':'Stranger','customer':true}").expect(201).id();
        assertThat(n.patch("/sales/orders/" + sale, order.path("version").asInt(), "{'party':" + stranger + "}").expect(422)
                .code()).isEqualTo("purchasing-sales.order.kept");
        n.patch("/sales/orders/" + sale, order.path("version").asInt(), "{'lines':[{'id':"
                + order.path("lines").get(0).path("id") + ",'quantity':'5'},{'product':" + product
                + ",'quantity':'1','unitPrice':'20'}]}").expect(200);
        n.post("/sales/orders/" + sale + "/confirm", "{}").expect(200);
        JsonNode mirror = read(s, "/purchasing/orders/" + purchase);
        assertThat(mirror.path("lines")).hasSize(2);
        assertThat(mirror.path("totalAmount").decimalValue()).isEqualByComparingTo("425");

        s.post("/purchasing/orders/" + purchase + "/confirm", "{}").expect(200);
        Answer refused = n.post("/sales/orders/" + sale + "/cancel", "{}").expect(422);
        assertThat(refused.text()).contains("purchasing-sales.mirror.binding", mirror.path("number").asText(), south.code());
        assertThat(n.post("/sales/orders/" + sale + "/reopen", "{}").expect(422).code())
                .isEqualTo("purchasing-sales.mirror.binding");
        s.post("/purchasing/orders/" + purchase + "/reopen", "{}").expect(200);
        n.post("/sales/orders/" + sale + "/cancel", "{}").expect(200);
        assertThat(read(s, "/purchasing/orders/" + purchase).path("state").asText()).isEqualTo("CANCELLED");
        assertThat(one(s, "purchaseOrder==" + purchase).path("state").asText()).isEqualTo("ENDED");
        s.post("/purchasing/orders/" + purchase + "/reopen", "{}").expect(200);
        assertThat(s.post("/purchasing/orders/" + purchase + "/confirm", "{}").expect(422).code())
                .isEqualTo("purchasing-sales.mirror.ended");
    }

    @Test
    void whatTheOtherCompanyCannotTakeIsNotConfirmedHere() {
        long unknown = product(n, "ONLY-NORTH");
        long sale = n.post("/sales/orders", "{'party':" + southInNorth + ",'lines':[{'product':" + product
                + ",'quantity':'1'},{'product':" + unknown + ",'quantity':'1'}]}").expect(201).id();
        Answer refused = n.post("/sales/orders/" + sale + "/confirm", "{}").expect(422);
        assertThat(refused.json().path("errors").get(0).path("field").asText()).isEqualTo("lines[1].product");
        assertThat(refused.text()).contains("ONLY-NORTH", south.code());
        assertThat(n.language("zh-CN").post("/sales/orders/" + sale + "/confirm", "{}").expect(422).text())
                .contains("没有编码为 ONLY-NORTH 的启用产品");
        assertThat(read(n, "/sales/orders/" + sale).path("state").asText()).isEqualTo("DRAFT");
        assertThat(read(n, "/purchasing-sales/mirrors?filter=salesOrder==" + sale).path("rows")).isEmpty();

        JsonNode party = read(s, "/masters/parties/" + northInSouth);
        Answer blocked = s.patch("/masters/parties/" + northInSouth, party.path("version").asInt(), "{'active':false}").expect(200);
        long second = sale("2");
        assertThat(n.post("/sales/orders/" + second + "/confirm", "{}").expect(422).text())
                .contains("purchasing-sales.refused", south.code() + " cannot take the order");
        assertThat(read(n, "/sales/orders/" + second).path("state").asText()).isEqualTo("DRAFT");
        s.patch("/masters/parties/" + northInSouth, blocked.json().path("version").asInt(), "{'active':true}").expect(200);
    }

    @Test
    void aRuleSwitchedOffOrAClosedCompanyWritesNothing() {
        Tenant west = Tenant.dollars(Suites.on(database), "WEST" + database.name().charAt(0));
        long westInNorth = partner(n, west.id());
        partner(west.admin(), north.id());
        String body = "{'party':" + westInNorth + ",'lines':[{'text':'Job','quantity':'1','unit':'EA','unitPrice':'7'}]}";
        long without = n.post("/sales/orders", body).expect(201).id();
        n.post("/sales/orders/" + without + "/confirm", "{}").expect(200);
        assertThat(read(west.admin(), "/purchasing/orders").path("rows")).isEmpty();

        Answer rule = west.admin().post("/purchasing-sales/rules", "{'partnerCompany':" + north.id() + "}").expect(201);
        assertThat(west.admin().post("/purchasing-sales/rules", "{'partnerCompany':" + west.id() + "}").expect(422).code())
                .isEqualTo("purchasing-sales.rule.self");
        long version = read(n, "/platform/companies/" + west.id()).path("version").asLong();
        n.patch("/platform/companies/" + west.id(), version, "{'active':false}").expect(200);
        long closed = n.post("/sales/orders", body).expect(201).id();
        assertThat(n.post("/sales/orders/" + closed + "/confirm", "{}").expect(422).code())
                .isEqualTo("purchasing-sales.company.closed");
        assertThat(rule.id()).isPositive();
        assertThat(n.post("/masters/parties", "{'name':'Twice','partnerCompany':" + west.id() + "}").expect(422).code())
                .isEqualTo("masters.party.companyTaken");
    }

    @Test
    void whoHasNoRightsThereSeesTheNumberAndNoMore() {
        Api seller = north.user("ic-seller-" + database.name().charAt(0), "sales.user");
        long sale = confirmedSale();
        JsonNode mirror = mirrorOf(sale);
        assertThat(one(seller, "salesOrder==" + sale).path("partnerNumber").asText()).isEqualTo(mirror.path("number").asText());
        assertThat(seller.get("/sales/orders/" + sale + "/flow").expect(200).text()).contains(mirror.path("number").asText());
        String path = "/purchasing/orders/" + mirror.path("id").asLong();
        assertThat(seller.get(path).status()).isIn(403, 404);
        assertThat(seller.company(south.id()).get(path).status()).isEqualTo(403);
        assertThat(n.get(path).status()).isEqualTo(404);
        assertThat(seller.get("/purchasing-sales/rules").status()).isEqualTo(403);
    }

    @Test
    void balancesOfBothCompaniesAreSetAgainstEachOther() {
        long sale = confirmedSale();
        long purchase = mirrorOf(sale).path("id").asLong();
        s.post("/purchasing/orders/" + purchase + "/confirm", "{}").expect(200);
        long invoice = n.post("/sales/orders/" + sale + "/invoice", "{}").expect(200).json().path("result").path("id").asLong();
        n.post("/finance/invoices/" + invoice + "/post", "{}").expect(200);
        GroupController controller = new GroupController(north, south);
        Browser here = controller.at(north);
        assertThat(row(here)).containsExactly("703.5", "0", "0", "0", "703.5");

        long bill = s.post("/purchasing/orders/" + purchase + "/bill", "{'reference':'N-1'}").expect(200).json().path("result")
                .path("id").asLong();
        s.post("/finance/invoices/" + bill + "/post", "{}").expect(200);
        assertThat(row(here)).containsExactly("703.5", "703.5", "0", "0", "0");
        assertThat(row(controller.at(south))).containsExactly("0", "0", "703.5", "703.5", "0");

        n.post("/finance/invoices/" + invoice + "/pay", "{'amount':'100'}").expect(200);
        assertThat(row(here)).containsExactly("603.5", "703.5", "0", "0", "-100");
        assertThat(row(n)).as("a token is for one company").containsExactly("603.5", "null", "0", "null", "null");
        Api clerk = north.user("ic-clerk-" + database.name().charAt(0), "finance.viewer");
        assertThat(row(clerk)).containsExactly("603.5", "null", "0", "null", "null");
    }

    @AfterAll
    void bothBooksAgree() {
        for (Api api : List.of(n, s)) {
            JsonNode report = api.get("/audit-report").expect(200).json();
            assertThat(report.path("clean").asBoolean()).as("%s", report).isTrue();
            assertThat(report.toString()).contains("purchasing-sales.mirrorsAgree");
        }
    }

    /** Our receivable, their payable, our payable, their receivable, difference. */
    private static List<String> row(Api api) {
        return row(api.get(REPORT));
    }

    private static List<String> row(Browser browser) {
        return row(browser.get(REPORT));
    }

    private static List<String> row(Answer answer) {
        JsonNode table = answer.expect(200).json();
        JsonNode rows = table.path("rows");
        assertThat(rows).as("%s", table).hasSize(1);
        return Stream.of("receivable", "theirPayable", "payable", "theirReceivable", "difference").map(rows.get(0)::path)
                .map(v -> v.isNull() ? "null" : v.decimalValue().stripTrailingZeros().toPlainString()).toList();
    }
}
