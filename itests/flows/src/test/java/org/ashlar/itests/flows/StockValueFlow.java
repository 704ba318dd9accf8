package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Suites;
import org.ashlar.itests.support.Tenant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stock value equals its ledger account whatever comes first, and nobody parts them by hand. */
abstract class StockValueFlow {

    private static final int CLIENTS = 6;
    private static final int ORDERS = 6;

    private static int companies;

    private final Databases database;
    private Api api;
    private long vendor;
    private long product;

    StockValueFlow(Databases database) {
        this.database = database;
    }

    @BeforeEach
    void company() {
        api = Tenant.dollars(Suites.on(database), "STOCK" + ++companies).admin();
        vendor = api.post("/masters/parties", "{'name':'Vendor','vendor':true}").expect(201).id();
        product = api.post("/masters/products", "{'code':'S-1','name':'Piece','kind':'GOODS','unit':'EA','standardCost':'7'}")
                .expect(201).id();
    }

    @Test
    void aBillThatComesBeforeTheGoodsGivesThemTheirPrice() {
        api.post("/platform/settings", "{'name':'purchasing.bill.basis','content':'ordered'}").expect(201);
        api.post("/platform/settings", "{'name':'purchasing.match.priceTolerancePercent','content':'50'}").expect(201);
        JsonNode order = api.post("/purchasing/orders", "{'party':" + vendor + ",'lines':[{'product':" + product
                + ",'quantity':'10','unitPrice':'8'}]}").expect(201).json();
        long id = order.path("id").asLong();
        long line = order.path("lines").get(0).path("id").asLong();
        act(id, "confirm", "{}");
        // Two of ten are here when eight are billed at nine; the other six follow the bill.
        act(id, "receive", lines(line, 2));
        bill(id, lines(line, 8), "9");
        assertThat(stock()).isEqualByComparingTo("18");
        act(id, "receive", lines(line, 5));
        assertThat(stock()).isEqualByComparingTo("63");
        act(id, "receive", lines(line, 3));
        // One more at nine, two at the order's price until they are billed too.
        assertThat(stock()).isEqualByComparingTo("88");
        bill(id, lines(line, 2), "10");
        assertThat(stock()).isEqualByComparingTo("92");
        assertThat(balance("GOODS_RECEIVED_NOT_INVOICED")).isEqualByComparingTo("0");
        Books.balanced(api);
    }

    @Test
    void theStockAccountIsKeptForGoods() {
        api.post("/inventory/opening-stock", "{'product':" + product + ",'location':" + api.get("/inventory/warehouses").expect(200)
                .json().path("rows").get(0).path("stockLocation").path("id").asLong() + ",'quantity':'3'}").expect(201);
        long inventory = account("INVENTORY");
        long expense = account("EXPENSE");
        Answer refused = api.post("/finance/postings", "{'lines':[{'account':" + expense + ",'debit':'5'},{'account':" + inventory
                + ",'credit':'5'}]}").expect(422);
        assertThat(refused.code()).isEqualTo("financeInventory.stockAccount");
        assertThat(refused.json().path("errors").get(0).path("field").asText()).isEqualTo("lines[1].account");
        assertThat(api.language("zh-CN").post("/finance/postings", "{'lines':[{'account':" + inventory + ",'debit':'5'},{'account':"
                + expense + ",'credit':'5'}]}").expect(422).text()).contains("存货");
        long journal = api.get("/finance/journals?filter=code==GEN").expect(200).json().path("rows").get(0).path("id").asLong();
        long entry = api.post("/finance/entries", "{'journal':" + journal + ",'lines':[{'account':" + expense
                + ",'debit':'5','credit':'0'},{'account':" + inventory + ",'debit':'0','credit':'5'}]}").expect(201).id();
        assertThat(api.post("/finance/entries/" + entry + "/post", "{}").expect(422).code())
                .isEqualTo("financeInventory.stockAccount");
        long own = api.get("/finance/entries?filter=sourceModel==inventory.transfer&limit=1").expect(200).json().path("rows")
                .get(0).path("id").asLong();
        assertThat(api.post("/finance/entries/" + own + "/reverse", "{}").expect(422).code())
                .isEqualTo("financeInventory.stockAccount.reversal");
        assertThat(stock()).isEqualByComparingTo("21");
        Books.balanced(api);
    }

    @Test
    void deliveriesOfTheSameGoodsAtOnceAreValuedOneAfterTheOther() throws InterruptedException {
        long customer = api.post("/masters/parties", "{'name':'Customer','customer':true}").expect(201).id();
        long other = api.post("/masters/products", "{'code':'S-2','name':'Other','kind':'GOODS','unit':'EA','standardCost':'3'}")
                .expect(201).id();
        String location = api.get("/inventory/warehouses").expect(200).json().path("rows").get(0).path("stockLocation").path("id")
                .asText();
        for (long goods : List.of(product, other)) {
            // A value that does not divide by the quantity, so that the average has to be kept exactly.
            api.post("/inventory/opening-stock", "{'product':" + goods + ",'location':" + location
                    + ",'quantity':'100','unitCost':'3.0437'}").expect(201);
        }
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        List<Thread> clients = new ArrayList<>();
        for (int c = 0; c < CLIENTS; c++) {
            List<Long> goods = c % 2 == 0 ? List.of(product, other) : List.of(other, product);
            clients.add(new Thread(() -> {
                for (int i = 0; i < ORDERS; i++) {
                    deliver(customer, goods, failures);
                }
            }));
        }
        clients.forEach(Thread::start);
        for (Thread client : clients) {
            client.join();
        }
        assertThat(failures).isEmpty();
        int left = 100 - CLIENTS * ORDERS;
        for (JsonNode row : api.get("/reports/inventory.valuation.json").expect(200).json().path("rows")) {
            assertThat(row.path("quantity").decimalValue()).isEqualByComparingTo(String.valueOf(left));
        }
        stock();
        Books.balanced(api);
    }

    private void deliver(long customer, List<Long> goods, Queue<String> failures) {
        Answer order = api.post("/sales/orders", "{'party':" + customer + ",'lines':[{'product':" + goods.get(0)
                + ",'quantity':'1','unitPrice':'9'},{'product':" + goods.get(1) + ",'quantity':'1','unitPrice':'9'}]}");
        String path = order.status() == 201 ? "/sales/orders/" + order.id() : null;
        for (String action : List.of("confirm", "deliver")) {
            Answer answer = path == null ? order : api.post(path + "/" + action, "{}");
            if (answer.status() >= 300) {
                failures.add(action + " " + answer.text());
            }
        }
    }

    private void act(long order, String action, String body) {
        api.post("/purchasing/orders/" + order + "/" + action, body).expect(200);
    }

    private void bill(long order, String lines, String price) {
        String body = lines.substring(0, lines.length() - 1) + ",'reference':'B-" + price + "'}";
        long bill = api.post("/purchasing/orders/" + order + "/bill", body).expect(200).json().path("result").path("id").asLong();
        JsonNode drafted = api.get("/finance/invoices/" + bill).expect(200).json();
        api.patch("/finance/invoices/" + bill, drafted.path("version").asLong(), "{'lines':[{'id':"
                + drafted.path("lines").get(0).path("id").asLong() + ",'unitPrice':'" + price + "'}]}").expect(200);
        api.post("/finance/invoices/" + bill + "/post", "{}").expect(200);
    }

    private static String lines(long line, int quantity) {
        return "{'lines':[{'lineId':" + line + ",'quantity':'" + quantity + "'}]}";
    }

    private BigDecimal stock() {
        BigDecimal ledger = balance("INVENTORY");
        BigDecimal value = BigDecimal.ZERO;
        for (JsonNode row : api.get("/reports/inventory.valuation.json").expect(200).json().path("rows")) {
            value = value.add(row.path("value").decimalValue());
        }
        assertThat(value).as("stock value and its account").isEqualByComparingTo(ledger);
        return value;
    }

    private BigDecimal balance(String role) {
        String code = api.get("/finance/accounts/" + account(role)).expect(200).json().path("code").asText();
        for (JsonNode row : api.get("/reports/finance.trialBalance.json").expect(200).json().path("rows")) {
            if (row.path("code").asText().equals(code)) {
                return row.path("closingDebit").decimalValue().subtract(row.path("closingCredit").decimalValue());
            }
        }
        return BigDecimal.ZERO;
    }

    private long account(String role) {
        return api.get("/finance/account-roles?filter=role==" + role).expect(200).json().path("rows").get(0).path("account")
                .path("id").asLong();
    }
}
