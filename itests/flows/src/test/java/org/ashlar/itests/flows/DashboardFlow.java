package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Suites;
import org.ashlar.itests.support.Tenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Dashboards: tiles computed as whoever looks, shared with whom one likes, and reports that keep to record rules. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DashboardFlow {

    private final Databases database;
    private final String mark;
    private Tenant tenant;
    private Api api;
    private Api seller;
    private Api other;
    private long sellerId;
    private long north;
    private long south;

    DashboardFlow(Databases database) {
        this.database = database;
        this.mark = database.name().toLowerCase(Locale.ROOT);
    }

    @BeforeAll
    void givenConfirmedOrdersOfTwoRegionsAndASellerOfOne() {
        tenant = Tenant.dollars(Suites.on(database), "BOARD");
        api = tenant.admin();
        north = party("North Ltd");
        south = party("South Ltd");
        long product = api.post("/masters/products", "{'code':'B-1','name':'Piece','kind':'SERVICE','unit':'EA'}").expect(201).id();
        order(north, product, "NORTH", 100, "USD");
        order(north, product, "NORTH", 50, "USD");
        order(south, product, "SOUTH", 1000, "USD");
        order(south, product, "SOUTH", 7, "EUR");
        api.post("/platform/roles", "{'code':'board." + mark + "','title':'North only','grants':'sales.*.read masters.*.read"
                + " inventory.*.read finance.*.read'}").expect(201);
        rule("a", "sales.order", "customerReference==NORTH");
        rule("b", "masters.party", "name==North*");
        rule("c", "finance.openItem", "party.name==North*");
        sellerId = user("seller", "board." + mark);
        seller = token(sellerId);
        other = token(user("other", "sales.viewer"));
    }

    private long party(String name) {
        return api.post("/masters/parties", "{'name':'" + name + "','customer':true,'vendor':true}").expect(201).id();
    }

    private void order(long party, long product, String reference, int price, String currency) {
        long id = api.post("/sales/orders", "{'party':" + party + ",'customerReference':'" + reference + "','currency':'" + currency
                + "','lines':[{'product':" + product + ",'quantity':1,'unitPrice':" + price + "}]}").expect(201).id();
        api.post("/sales/orders/" + id + "/confirm", "{}").expect(200);
    }

    private void rule(String code, String model, String filter) {
        api.post("/platform/record-rules", "{'code':'board-" + code + "-" + mark + "','title':'North','role':'board." + mark
                + "','model':'" + model + "','filter':'" + filter + "'}").expect(201);
    }

    private long user(String login, String role) {
        return api.post("/platform/users", "{'login':'board-" + login + "-" + mark + "','name':'" + login + "','locale':'en','roles':["
                + "{'role':'" + role + "','company':" + tenant.id() + "},{'role':'insight.user','company':" + tenant.id() + "}]}")
                .expect(201).id();
    }

    private Api token(long user) {
        return tenant.instance().anonymous().token(api.post("/platform/users/" + user + "/createToken", "{'name':'test'}")
                .expect(200).json().path("result").path("token").asText());
    }

    private static JsonNode tile(Api who, String tile) {
        return who.post("/dashboards/data", "{'tiles':[" + tile + "]}").expect(200).json().path("tiles").get(0);
    }

    private static long found(Api who, JsonNode drill, String filter) {
        return who.get("/" + drill.path("module").asText() + "/" + drill.path("collection").asText() + "?count=true&fields=id&filter="
                + java.net.URLEncoder.encode(filter, java.nio.charset.StandardCharsets.UTF_8)).expect(200).json().path("total").asLong();
    }

    @Test
    void tilesShowWhatTheirReaderMaySeeAndLeadToTheSameList() {
        String figure = "{'kind':'FIGURE','target':'sales.order','measure':'sum(netAmount)','dateField':'date','period':'thisMonth',"
                + "'compare':'PREVIOUS'}";
        JsonNode all = tile(api, figure);
        assertThat(all.path("value").decimalValue()).isEqualByComparingTo("1150");
        assertThat(all.path("currency").asText()).isEqualTo("USD");
        assertThat(all.path("otherCurrencies").asInt()).isEqualTo(1);
        assertThat(all.path("before").decimalValue()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(all.path("change").isNull()).isTrue();
        assertThat(found(api, all.path("drill"), all.path("drill").path("filter").asText())).isEqualTo(3);
        JsonNode own = tile(seller, figure);
        assertThat(own.path("value").decimalValue()).isEqualByComparingTo("150");
        assertThat(found(seller, own.path("drill"), own.path("drill").path("filter").asText())).isEqualTo(2);

        JsonNode chart = tile(api, "{'kind':'HBAR','target':'sales.order','groupBy':'party','measure':'sum(netAmount),count','limit':1}");
        assertThat(chart.path("rows")).hasSize(1);
        JsonNode first = chart.path("rows").get(0);
        assertThat(first.path("keys").get(0).path("label").asText()).isEqualTo("South Ltd");
        assertThat(first.path("values").get(0).decimalValue()).isEqualByComparingTo("1000");
        assertThat(found(api, chart.path("drill"), first.path("filter").asText())).isEqualTo(1);
        assertThat(chart.path("rest").path("values").get(0).decimalValue()).isEqualByComparingTo("150");

        JsonNode pivot = tile(api.language("zh"), "{'kind':'PIVOT','target':'sales.order','groupBy':'party','columnsBy':'state,date:month',"
                + "'measure':'count'}");
        assertThat(pivot.path("rowGroups").asInt()).isEqualTo(1);
        assertThat(pivot.path("groups")).hasSize(3);
        assertThat(pivot.path("rows").get(0).path("keys").get(1).path("label").asText()).isEqualTo("已确认");
        for (JsonNode row : pivot.path("rows")) {
            assertThat(found(api, pivot.path("drill"), row.path("filter").asText())).isEqualTo(row.path("values").get(0).asLong());
        }

        JsonNode list = tile(seller, "{'kind':'LIST','target':'sales.order','columns':'number,party','sort':'-number','limit':1}");
        assertThat(list.path("total").asInt()).isEqualTo(2);
        assertThat(list.path("records")).hasSize(1);
        assertThat(list.path("columns").get(1).path("title").asText()).isEqualTo("Customer");
    }

    @Test
    void aTileThatCannotBeShownDoesNotHarmTheOthers() {
        JsonNode tiles = other.post("/dashboards/data", "{'tiles':[{'kind':'FIGURE','target':'finance.entry'},{'kind':'FIGURE','target':"
                + "'sales.order','measure':'sum(nix)'},{'kind':'FIGURE','target':'sales.order'},{'kind':'BAR','target':'sales.order',"
                + "'groupBy':'nix'},{'kind':'FIGURE','target':'sales.order','period':'someday','dateField':'date'},{'target':'sales.order'}]}")
                .expect(200).json().path("tiles");
        assertThat(tiles.get(0).path("problem").path("status").asInt()).isEqualTo(403);
        assertThat(tiles.get(1).path("problem").path("message").asText()).contains("nix");
        assertThat(tiles.get(2).path("value").asInt()).isEqualTo(4);
        assertThat(tiles.get(3).path("problem").path("status").asInt()).isEqualTo(400);
        assertThat(tiles.get(4).path("problem").path("code").asText()).isEqualTo("platform.insight.period");
        assertThat(tiles.get(5).path("problem").path("code").asText()).isEqualTo("platform.value.required");
        assertThat(other.post("/dashboards/data", "{'tiles':[{'kind':'NIX'}]}").status()).isEqualTo(400);
        assertThat(other.post("/dashboards/data", "{}").status()).isEqualTo(400);
        assertThat(tenant.instance().anonymous().get("/dashboards").status()).isEqualTo(401);
    }

    @Test
    void manyTilesCostFewStatements() {
        String tiles = "{'kind':'FIGURE','target':'sales.order'},{'kind':'FIGURE','target':'sales.order','measure':'avg(netAmount)'},"
                + "{'kind':'FIGURE','target':'sales.order','measure':'sum(netAmount)'},{'kind':'FIGURE','target':'sales.order',"
                + "'measure':'max(netAmount)'},{'kind':'PIE','target':'sales.order','groupBy':'state'}";
        Answer answer = api.post("/dashboards/data", "{'tiles':[" + tiles + "]}").expect(200);
        String timing = answer.headers().firstValue("Server-Timing").orElseThrow();
        assertThat(Integer.parseInt(timing.replaceAll("(?s).*desc=\"(\\d+).*", "$1"))).as(timing).isLessThanOrEqualTo(3);
    }

    @Test
    void privateOnesStayPrivateAndSharedOnesAreSeenByWhomTheyAreFor() {
        String code = "mine-" + mark;
        long id = other.post("/platform/dashboards", "{'code':'" + code + "','name':'Mine','tiles':[{'title':'All','target':'sales.order'}]}")
                .expect(201).id();
        assertThat(seller.get("/dashboards/" + code).status()).isEqualTo(404);
        assertThat(seller.get("/platform/dashboards/" + id).status()).isEqualTo(404);
        assertThat(seller.get("/dashboards").expect(200).text()).doesNotContain(code);
        share(id, "{'user':" + sellerId + "}");
        assertThat(seller.get("/dashboards/" + code + "/data").expect(200).json().path("tiles").get(0).path("value").asInt()).isEqualTo(2);
        assertThat(seller.get("/dashboards/" + code).expect(200).json().path("mayChange").asBoolean()).isFalse();
        assertThat(seller.patch("/platform/dashboards/" + id, version(id), "{'name':'Stolen'}").code()).isEqualTo("platform.insight.owner");
        share(id, "{'role':'sales.viewer'}");
        assertThat(seller.get("/dashboards/" + code).status()).isEqualTo(404);
        share(id, "{'role':'board." + mark + "'}");
        assertThat(seller.get("/dashboards/" + code).status()).isEqualTo(200);
        assertThat(other.patch("/platform/dashboards/" + id, version(id), "{'shares':[{}]}").code()).isEqualTo("platform.insight.share");
        long view = other.post("/platform/saved-views", "{'code':'" + code + "','name':'Mine','target':'sales.order'}").expect(201).id();
        assertThat(seller.get("/platform/saved-views/" + view).status()).isEqualTo(404);
        assertThat(api.get("/platform/saved-views/" + view).status()).isEqualTo(200);
        assertThat(other.post("/platform/dashboards", "{'code':'bad','name':'x','tiles':[{'title':'x','target':'finance.entry'}]}")
                .expect(422).text()).contains("tiles[0].");
    }

    private long version(long id) {
        return api.get("/platform/dashboards/" + id).expect(200).json().path("version").asLong();
    }

    private void share(long id, String line) {
        other.patch("/platform/dashboards/" + id, version(id), "{'shares':[" + line + "]}").expect(200);
    }

    @Test
    void shippedOnesSpeakTheReadersLanguageAreCopiedAndChosenAsFirstPage() {
        assertThat(api.get("/dashboards").expect(200).text()).contains("sales.overview", "finance.overview", "inventory.overview");
        assertThat(api.language("zh").get("/dashboards/sales.overview").expect(200).json().path("title").asText()).isEqualTo("销售概览");
        assertThat(other.get("/dashboards").expect(200).text()).contains("sales.overview").doesNotContain("finance.overview");
        for (JsonNode row : api.get("/dashboards").expect(200).json().path("rows")) {
            JsonNode data = api.get("/dashboards/" + row.path("code").asText() + "/data").expect(200).json();
            assertThat(data.path("tiles").findValues("problem")).as(row.path("code").asText()).isEmpty();
            for (String language : List.of("en", "zh")) {
                for (JsonNode tile : api.language(language).get("/dashboards/" + row.path("code").asText()).expect(200).json().path("tiles")) {
                    assertThat(tile.path("title").asText()).isNotEqualTo(tile.path("key").asText());
                }
            }
        }
        String copy = other.post("/dashboards/sales.overview/copy", "{'name':'My sales'}").expect(200).json().path("code").asText();
        JsonNode mine = other.get("/dashboards/" + copy).expect(200).json();
        assertThat(mine.path("title").asText()).isEqualTo("My sales");
        assertThat(mine.path("tiles").size()).isGreaterThan(5);
        assertThat(mine.path("mayChange").asBoolean()).isTrue();
        assertThat(other.post("/dashboards/sales.overview/copy", "{'code':'sales.overview'}").status()).isEqualTo(403);
        assertThat(other.get("/dashboards").expect(200).json().path("home").isNull()).isTrue();
        assertThat(other.send("PUT", "/dashboards/home", "{'code':'nix'}").status()).isEqualTo(404);
        other.send("PUT", "/dashboards/home", "{'code':'" + copy + "'}").expect(200);
        assertThat(other.get("/dashboards").expect(200).json().path("home").asText()).isEqualTo(copy);
        assertThat(seller.get("/dashboards").expect(200).json().path("home").isNull()).isTrue();
        other.send("PUT", "/dashboards/home", "{'code':null}").expect(200);
        assertThat(other.get("/dashboards").expect(200).json().path("home").isNull()).isTrue();
    }

    @Test
    void reportsLeaveOutWhatRulesHideAndRefuseOnlyWhereATotalWouldBeWrong() {
        JsonNode backlog = seller.get("/reports/sales.backlog.json").expect(200).json();
        assertThat(backlog.path("rows")).hasSize(2);
        assertThat(backlog.path("rows").findValuesAsText("party")).containsOnly("North Ltd");
        assertThat(backlog.path("note").asText()).contains("left out");
        assertThat(api.get("/reports/sales.backlog.json").expect(200).json().path("rows")).hasSize(4);
        assertThat(api.get("/reports/sales.backlog.json").expect(200).json().path("note").isNull()).isTrue();
        assertThat(seller.get("/reports/sales.byYearAndState.json").expect(200).json().path("rows").get(0).path("orders").asInt()).isEqualTo(2);
        assertThat(seller.get("/reports/sales.byYearAndState.csv").expect(200).text()).contains("CONFIRMED,USD,2,");

        invoice(north, 300);
        invoice(south, 900);
        for (String query : List.of("", "?date=2099-12-31")) {
            JsonNode aged = seller.get("/reports/finance.agedReceivables.json" + query).expect(200).json();
            assertThat(aged.path("rows")).hasSize(1);
            assertThat(aged.path("totals").path("total").decimalValue()).isEqualByComparingTo("300");
            assertThat(api.get("/reports/finance.agedReceivables.json" + query).expect(200).json().path("rows")).hasSize(2);
        }
        assertThat(seller.get("/reports/finance.partyStatement.json?party=" + north).expect(200).json().path("rows")).hasSize(1);
        assertThat(seller.get("/reports/finance.partyStatement.json?party=" + south).status()).isEqualTo(404);
        rule("d", "finance.openItem", "companyResidual=gt=1000");
        assertThat(seller.get("/reports/finance.partyStatement.json?party=" + north).status()).isEqualTo(200);
        rule("e", "finance.entry", "id=lt=0");
        Answer refused = seller.get("/reports/finance.trialBalance.json").expect(403);
        assertThat(refused.code()).isEqualTo("platform.report.restricted");
        assertThat(refused.json().path("detail").asText()).contains("Trial balance", "totals would be wrong");
        assertThat(seller.language("zh").get("/reports/finance.taxReport.json").expect(403).text()).contains("合计会不正确");
        assertThat(seller.get("/reports").expect(200).text()).contains("sales.backlog").doesNotContain("trialBalance");
        assertThat(seller.get("/reports/inventory.onHand.json").expect(200).json().path("rows")).isEmpty();
    }

    private void invoice(long party, int amount) {
        JsonNode account = api.get("/finance/accounts?filter=type==REVENUE&limit=1&fields=id").expect(200).json().path("rows").get(0);
        long id = api.post("/finance/invoices", "{'kind':'CUSTOMER_INVOICE','party':" + party + ",'lines':[{'text':'x','quantity':1,"
                + "'unitPrice':" + amount + ",'account':" + account.path("id").asLong() + "}]}").expect(201).id();
        api.post("/finance/invoices/" + id + "/post", "{}").expect(200);
    }
}
