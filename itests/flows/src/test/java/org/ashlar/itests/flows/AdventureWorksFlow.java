package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.SharedData;
import org.ashlar.itests.support.Suites;
import org.ashlar.itests.support.Tenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A bicycle maker moves in: masters, prices, stock, years of purchase and sales orders come through the public import, and
 * the business goes on from there. What the suite answers is compared with what the test adds up from the files.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class AdventureWorksFlow {

    private final Databases database;
    private Api api;
    private AdventureWorks files;

    AdventureWorksFlow(Databases database) {
        this.database = database;
    }

    @BeforeAll
    void givenACompany() {
        assumeTrue(SharedData.present(), "the real data is not here");
        api = Tenant.dollars(Suites.on(database), "AW").admin();
        files = new AdventureWorks(api);
    }

    private void everyRowIsIn(JsonNode tally, long rows) {
        assertThat(tally.path("rows").asLong()).isEqualTo(rows);
        assertThat(tally.path("created").asLong() + tally.path("existing").asLong()).as(() -> tally + rejects(tally))
                .isEqualTo(rows);
    }

    private String rejects(JsonNode tally) {
        return api.get("/imports/" + tally.path("job").asLong() + "/rejects.csv").expect(200).text().lines().limit(4)
                .collect(java.util.stream.Collectors.joining("\n", "\n", "\n"));
    }

    @Test
    @Order(1)
    void mastersAndPricesAreImported() {
        everyRowIsIn(files.units(), 38);
        everyRowIsIn(files.vendors(), 104);
        everyRowIsIn(files.categories(), 4);
        everyRowIsIn(files.subcategories(), 37);
        everyRowIsIn(files.products(), 504);
        everyRowIsIn(files.vendorPrices(), 460);
        everyRowIsIn(files.stores(), 701);
        everyRowIsIn(files.customers(), 19_820);
    }

    @Test
    @Order(2)
    void stockIsImportedByLocation() {
        long warehouse = api.get("/inventory/warehouses").expect(200).json().path("rows").get(0).path("id").asLong();
        everyRowIsIn(files.locations(warehouse), 14);
        everyRowIsIn(files.stock(), 1069);
        BigDecimal expected = AdventureWorks.rows("adventureworks/ProductInventory.csv").stream()
                .map(r -> new BigDecimal(r.getField("Quantity"))).reduce(BigDecimal.ZERO, BigDecimal::add);
        JsonNode sum = api.get("/inventory/stock/groups?by=location&measures=sum(onHand)").expect(200).json();
        BigDecimal actual = BigDecimal.ZERO;
        for (JsonNode group : sum.path("rows")) {
            actual = actual.add(group.path("sum(onHand)").decimalValue());
        }
        assertThat(actual).isEqualByComparingTo(expected);
    }

    @Test
    @Order(3)
    void purchaseHistoryEqualsTheFilesToTheLastDigit() {
        everyRowIsIn(files.purchaseOrders(), 4012);
        everyRowIsIn(files.purchaseLines(), 8845);
        Map<String, String> states = Map.of("1", "DRAFT", "2", "CONFIRMED", "3", "REJECTED", "4", "DONE");
        compare("/purchasing/orders", AdventureWorks.rows("adventureworks/PurchaseOrderHeader.csv"), "OrderDate", "Status",
                states, Map.of("netAmount", "SubTotal", "taxAmount", "TaxAmt", "freightAmount", "Freight", "totalAmount",
                        "TotalDue"));
        BigDecimal lines = AdventureWorks.rows("adventureworks/PurchaseOrderDetail.csv").stream()
                .map(r -> new BigDecimal(r.getField("LineTotal"))).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(linesTotal("/purchasing/orders")).isEqualByComparingTo(lines);
    }

    @Test
    @Order(4)
    void salesLinesWithoutAHeaderAreRefusedOneByOne() {
        everyRowIsIn(files.salesOrders(), 1566);
        Set<String> headers = new HashSet<>();
        List<NamedCsvRecord> orders = AdventureWorks.rows("adventureworks-sales/sales/salesorderheader.csv");
        orders.forEach(r -> headers.add(r.getField("salesorderid")));
        List<NamedCsvRecord> lines = AdventureWorks.rows("adventureworks-sales/sales/salesorderdetail.csv");
        List<Long> orphans = lines.stream().filter(r -> !headers.contains(r.getField("salesorderid")))
                .map(NamedCsvRecord::getStartingLineNumber).toList();
        assertThat(orphans).isNotEmpty();

        JsonNode tally = files.salesLines();

        assertThat(tally.path("rejected").asLong()).isEqualTo(orphans.size());
        assertThat(tally.path("created").asLong()).isEqualTo(lines.size() - orphans.size());
        String rejects = api.get("/imports/" + tally.path("job").asLong() + "/rejects.csv").expect(200).text();
        List<String> refused = rejects.lines().skip(1).toList();
        assertThat(refused).hasSize(orphans.size());
        assertThat(refused.get(0)).startsWith(orphans.get(0) + ",order,").contains("is not known as sales.order");
        compare("/sales/orders", orders, "orderdate", "status", Map.of("5", "DONE", "1", "DRAFT", "2", "CONFIRMED", "6",
                "CANCELLED"), Map.of("netAmount", "subtotal", "taxAmount", "taxamt", "freightAmount", "freight",
                "totalAmount", "totaldue"));
    }

    @Test
    @Order(5)
    void importingAgainAddsNothing() {
        for (JsonNode tally : List.of(files.vendors(), files.products(), files.vendorPrices(), files.stock(),
                files.purchaseOrders(), files.purchaseLines(), files.customers(), files.salesOrders(), files.salesLines())) {
            assertThat(tally.path("created").asLong()).as("%s", tally).isZero();
        }
        assertThat(api.get("/purchasing/orders?limit=1&count=true").expect(200).json().path("total").asLong())
                .isEqualTo(4012);
    }

    @Test
    @Order(6)
    void anApprovedOrderIsReceivedBilledAndPaid() {
        JsonNode order = api.get("/purchasing/orders?filter=state==CONFIRMED&sort=number&limit=1").expect(200).json()
                .path("rows").get(0);
        long id = order.path("id").asLong();
        Answer received = api.post("/purchasing/orders/" + id + "/receive", "{}").expect(200);
        assertThat(received.json().path("result").path("model").asText()).isEqualTo("inventory.transfer");
        Answer billed = api.post("/purchasing/orders/" + id + "/bill", "{'reference':'AW-BILL-1'}").expect(200);
        long bill = billed.json().path("result").path("id").asLong();
        api.post("/finance/invoices/" + bill + "/post", "{}").expect(200);
        api.post("/finance/invoices/" + bill + "/pay", "{}").expect(200);
        assertThat(api.get("/finance/invoices/" + bill).expect(200).json().path("state").asText()).isEqualTo("PAID");
        assertThat(api.get("/purchasing/orders/" + id).expect(200).json().path("receiptStatus").asText()).isEqualTo("FULLY");
        books();
    }

    @Test
    @Order(7)
    void stockIsSoldInTwoDeliveriesInvoicedPartlyPaidReturnedAndCredited() {
        long customer = api.get("/masters/parties?filter=code==AW-ST-292").expect(200).json().path("rows").get(0).path("id")
                .asLong();
        long product = api.get("/masters/products?filter=code==BK-M82S-38").expect(200).json().path("rows").get(0).path("id")
                .asLong();
        long order = api.post("/sales/orders", "{'party':" + customer + ",'lines':[{'product':" + product
                + ",'quantity':'10','unitPrice':'3399.99','discountPercent':'2'}]}").expect(201).id();
        api.post("/sales/orders/" + order + "/confirm", "{}").expect(200);
        JsonNode line = api.get("/sales/orders/" + order).expect(200).json().path("lines").get(0);
        assertThat(stock(product).path("reserved").decimalValue()).isEqualByComparingTo("10");

        api.post("/sales/orders/" + order + "/deliver", quantities(line, 4)).expect(200);
        assertThat(api.get("/sales/orders/" + order).expect(200).json().path("deliveryStatus").asText()).isEqualTo("PARTLY");
        api.post("/sales/orders/" + order + "/deliver", quantities(line, 6)).expect(200);
        assertThat(stock(product).path("reserved").decimalValue()).isEqualByComparingTo("0");

        long invoice = invoiced(order, "{}");
        JsonNode posted = api.get("/finance/invoices/" + invoice).expect(200).json();
        assertThat(posted.path("netAmount").decimalValue()).isEqualByComparingTo("33319.90");
        api.post("/finance/invoices/" + invoice + "/pay", "{'amount':'10000'}").expect(200);
        assertThat(api.get("/finance/invoices/" + invoice).expect(200).json().path("openAmount").decimalValue())
                .isEqualByComparingTo(posted.path("totalAmount").decimalValue().subtract(new BigDecimal("10000")));

        api.post("/sales/orders/" + order + "/return", "{'lines':[{'lineId':" + line.path("id").asLong()
                + ",'quantity':'1'}],'reason':'scratched'}").expect(200);
        Answer credit = api.post("/sales/orders/" + order + "/credit", quantities(line, 1)).expect(200);
        api.post("/finance/invoices/" + credit.json().path("result").path("id").asLong() + "/post", "{}").expect(200);

        JsonNode flow = api.get("/sales/orders/" + order + "/flow").expect(200).json();
        Set<String> models = new HashSet<>();
        flow.path("nodes").forEach(n -> models.add(n.path("model").asText()));
        assertThat(models).contains("sales.order", "inventory.transfer", "finance.invoice", "finance.payment");
        books();
    }

    private long invoiced(long order, String body) {
        long invoice = api.post("/sales/orders/" + order + "/invoice", body).expect(200).json().path("result").path("id")
                .asLong();
        api.post("/finance/invoices/" + invoice + "/post", "{}").expect(200);
        return invoice;
    }

    private static String quantities(JsonNode line, int quantity) {
        return "{'lines':[{'lineId':" + line.path("id").asLong() + ",'quantity':'" + quantity + "'}]}";
    }

    private JsonNode stock(long product) {
        JsonNode rows = api.get("/inventory/stock/groups?by=product&measures=sum(onHand),sum(reserved)&filter=product==" + product)
                .expect(200).json().path("rows");
        return Api.JSON.createObjectNode().put("onHand", rows.get(0).path("sum(onHand)").decimalValue())
                .put("reserved", rows.get(0).path("sum(reserved)").decimalValue());
    }

    private void books() {
        Books.balanced(api);
    }

    private BigDecimal linesTotal(String collection) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int offset = 0;; offset += 1000) {
            JsonNode rows = api.get(collection + "?fields=id,lines&sort=id&limit=1000&offset=" + offset).expect(200).json()
                    .path("rows");
            for (JsonNode row : rows) {
                for (JsonNode line : row.path("lines")) {
                    sum = sum.add(line.path("netAmount").decimalValue());
                }
            }
            if (rows.size() < 1000) {
                return sum;
            }
        }
    }

    /** Counts and sums per year and state: the suite's groups against the file. */
    private void compare(String collection, List<NamedCsvRecord> rows, String date, String status, Map<String, String> states,
            Map<String, String> amounts) {
        Map<String, Map<String, BigDecimal>> expected = new TreeMap<>();
        for (NamedCsvRecord row : rows) {
            String key = row.getField(date).substring(0, 4) + " " + states.get(row.getField(status));
            Map<String, BigDecimal> sums = expected.computeIfAbsent(key, k -> new HashMap<>());
            sums.merge("count", BigDecimal.ONE, BigDecimal::add);
            amounts.forEach((field, column) -> sums.merge(field, new BigDecimal(row.getField(column)), BigDecimal::add));
        }
        String measures = "count," + String.join(",", amounts.keySet().stream().map(f -> "sum(" + f + ")").toList());
        JsonNode groups = api.get(collection + "/groups?by=date:year,state&filter=historic==true&measures=" + measures)
                .expect(200).json().path("rows");
        assertThat(groups).hasSize(expected.size());
        for (JsonNode group : groups) {
            String key = group.path("date:year").asText().substring(0, 4) + " " + group.path("state").asText();
            Map<String, BigDecimal> sums = expected.get(key);
            assertThat(sums).as(key).isNotNull();
            assertThat(group.path("count").decimalValue()).as(key).isEqualByComparingTo(sums.get("count"));
            amounts.keySet().forEach(f -> assertThat(group.path("sum(" + f + ")").decimalValue()).as(key + " " + f)
                    .isEqualByComparingTo(sums.get(f)));
        }
    }
}
