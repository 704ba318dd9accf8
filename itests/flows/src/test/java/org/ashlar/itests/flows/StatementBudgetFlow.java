package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Suites;
import org.ashlar.itests.support.Tenant;
import org.junit.jupiter.api.Test;

/** SQL statements that a use case may take, whatever the number of its lines: a query per row breaks the build. */
abstract class StatementBudgetFlow {

    private static final int LIST = 2;
    private static final int ORDER_TO_CASH = 60;
    /** A whole 4-line entry by POST /finance/postings. */
    private static final int ENTRY = 6;

    private final Databases database;

    StatementBudgetFlow(Databases database) {
        this.database = database;
    }

    private static int count(Answer answer) {
        return Integer.parseInt(answer.header("Ashlar-Statements"));
    }

    @Test
    void listsAndOrderToCashStayWithinTheirBudgets() {
        Api api = Tenant.dollars(Suites.on(database), "BUDGET").admin();
        long customer = api.post("/masters/parties", "{'name':'Customer','customer':true}").expect(201).id();
        long location = api.get("/inventory/warehouses").expect(200).json().path("rows").get(0).path("stockLocation").path("id")
                .asLong();
        List<Long> products = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            products.add(api.post("/masters/products", "{'code':'B-" + i + "','name':'Piece','kind':'GOODS','unit':'EA',"
                    + "'salePrice':'20','currency':'USD','standardCost':'8'}").expect(201).id());
            api.post("/inventory/opening-stock", "{'product':" + products.get(i) + ",'location':" + location
                    + ",'quantity':'100'}").expect(201);
        }
        orderToCash(api, customer, products);
        // The best of three: now and then a run also fetches a block of ids or renews what is kept in memory.
        List<List<String>> runs = List.of(orderToCash(api, customer, products), orderToCash(api, customer, products),
                orderToCash(api, customer, products));
        assertThat(runs.stream().mapToInt(StatementBudgetFlow::sum).min().orElseThrow()).as("%s", runs)
                .isLessThanOrEqualTo(ORDER_TO_CASH);
        assertThat(count(api.get("/sales/orders?fields=number,party.name,lines&limit=50").expect(200)))
                .isLessThanOrEqualTo(LIST);
    }

    @Test
    void aWholeEntryStaysWithinItsBudget() {
        Api api = Tenant.dollars(Suites.on(database), "BUDGET2").admin();
        List<String> accounts = new ArrayList<>();
        api.get("/finance/accounts?filter=type==EXPENSE;heading==false;reconcilable==false&fields=code&limit=4").expect(200).json().path("rows")
                .forEach(row -> accounts.add(row.path("code").asText()));
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            lines.append(i == 0 ? "" : ",").append("{'accountCode':'").append(accounts.get(i % accounts.size()))
                    .append(i % 2 == 0 ? "','debit':'10'}" : "','credit':'10'}");
        }
        String body = "{'lines':[" + lines + "]}";
        api.post("/finance/postings", body).expect(201);
        assertThat(IntStream.range(0, 3).map(i -> count(api.post("/finance/postings", body).expect(201))).min().orElseThrow())
                .isBetween(1, ENTRY);
    }

    private static int sum(List<String> steps) {
        return steps.stream().mapToInt(s -> Integer.parseInt(s.substring(s.indexOf(' ') + 1))).sum();
    }

    private static List<String> orderToCash(Api api, long customer, List<Long> products) {
        StringBuilder lines = new StringBuilder();
        products.forEach(p -> lines.append(lines.isEmpty() ? "" : ",").append("{'product':").append(p).append(",'quantity':'1'}"));
        List<String> steps = new ArrayList<>();
        Answer order = api.post("/sales/orders", "{'party':" + customer + ",'lines':[" + lines + "]}").expect(201);
        steps.add("create " + count(order));
        String path = "/sales/orders/" + order.id();
        for (String action : List.of("confirm", "deliver")) {
            steps.add(action + " " + count(api.post(path + "/" + action, "{}").expect(200)));
        }
        Answer invoice = api.post(path + "/invoice", "{}").expect(200);
        steps.add("invoice " + count(invoice));
        String invoicePath = "/finance/invoices/" + invoice.json().path("result").path("id").asLong();
        for (String action : List.of("post", "pay")) {
            steps.add(action + " " + count(api.post(invoicePath + "/" + action, "{}").expect(200)));
        }
        return steps;
    }
}
