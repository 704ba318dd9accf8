package org.ashlar.itests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.ashlar.itests.support.Api;

/** The works of the performance goals, each through the public REST interface. */
final class Works {

    private static final int PARTIES = 100_000;
    private static final int LINES_PER_ENTRY = 500;

    private final Site site;
    private final Floor floor;
    private final Figures figures;
    private final double seconds;
    private final boolean quick;
    private final Million million;
    private boolean imported;

    Works(Site site, Floor floor, Figures figures, boolean quick) {
        this.site = site;
        this.floor = floor;
        this.figures = figures;
        this.quick = quick;
        this.million = new Million(site, figures, quick);
        this.seconds = quick ? 2 : 5;
    }

    void run(String work) throws Exception {
        switch (work) {
            case "w1" -> postEntries();
            case "w2" -> trialBalance();
            case "w3" -> orderToCash();
            case "w4" -> lastUnits();
            case "w5" -> readAndList();
            case "w6" -> importParties();
            case "w8" -> restart();
            case "export" -> million.export();
            case "search" -> million.search();
            default -> throw new IllegalArgumentException(work);
        }
    }

    private void add(String work, String what, Load.Outcome outcome) {
        figures.add(work, site.database(), what, outcome);
    }

    private List<Long> accounts() {
        List<Long> ids = new ArrayList<>();
        site.api().get("/finance/accounts?filter=heading==false;reconcilable==false;type==EXPENSE&sort=code&limit=50").expect(200).json()
                .path("rows").forEach(row -> ids.add(row.path("id").asLong()));
        return ids;
    }

    private void postEntries() throws Exception {
        List<Long> accounts = accounts();
        String body = "{\"lines\":[{\"account\":" + accounts.get(0) + ",\"debit\":10},{\"account\":" + accounts.get(1)
                + ",\"debit\":5.5},{\"account\":" + accounts.get(2) + ",\"credit\":7.25},{\"account\":" + accounts.get(3)
                + ",\"credit\":8.25}]}";
        for (int clients : new int[] {1, 4, 16}) {
            add("w1", "floor: JDBC, one transaction each", Load.run(clients, seconds, n -> floor.entry()));
            floor.release();
            add("w1", "post a 4-line journal entry", Load.run(clients, seconds, n -> {
                Wire wire = site.wire();
                return () -> {
                    wire.expect(201, "POST", "/api/v1/finance/postings", body);
                    return wire.statements();
                };
            }));
        }
        books();
    }

    private void trialBalance() throws Exception {
        List<Long> accounts = accounts();
        int entries = (quick ? 100_000 : 1_000_000) / LINES_PER_ENTRY;
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < LINES_PER_ENTRY; i++) {
            lines.append(i == 0 ? "" : ",").append("{\"account\":").append(accounts.get(i % accounts.size()))
                    .append(i % 2 == 0 ? ",\"debit\":3}" : ",\"credit\":3}");
        }
        String body = "{\"lines\":[" + lines + "]}";
        long begin = System.nanoTime();
        try (Wire wire = site.wire()) {
            for (int i = 0; i < entries; i++) {
                wire.expect(201, "POST", "/api/v1/finance/postings", body);
            }
        }
        figures.add("w2", site.database(), "lines posted, 500 a entry", "lines/s",
                entries * LINES_PER_ENTRY / ((System.nanoTime() - begin) / 1e9));
        for (String variant : List.of("", "?recomputed=true")) {
            add("w2", "trial balance" + (variant.isEmpty() ? ", kept balances" : ", recomputed") + ", "
                    + entries * LINES_PER_ENTRY + " lines", Load.run(1, variant.isEmpty() ? seconds : 2 * seconds, n -> {
                        Wire wire = site.wire();
                        return () -> {
                            wire.expect(200, "GET", "/api/v1/reports/finance.trialBalance.json" + variant, null);
                            return wire.statements();
                        };
                    }));
        }
        books();
    }

    private long product(String code, int stock) {
        Api api = site.api();
        long product = api.post("/masters/products", "{'code':'" + code + "','name':'" + code
                + "','kind':'GOODS','unit':'EA','salePrice':'20','currency':'USD','standardCost':'8'}").expect(201).id();
        long location = api.get("/inventory/warehouses").expect(200).json().path("rows").get(0).path("stockLocation")
                .path("id").asLong();
        api.post("/inventory/opening-stock", "{'product':" + product + ",'location':" + location + ",'quantity':'" + stock
                + "'}").expect(201);
        return product;
    }

    private void orderToCash() throws Exception {
        List<Long> products = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            products.add(product("W3-" + i, 1_000_000));
        }
        long customer = site.api().post("/masters/parties", "{'name':'W3 customer','customer':true}").expect(201).id();
        for (int clients : new int[] {1, 4}) {
            add("w3", "order to cash, 5 lines", Load.run(clients, 2 * seconds, n -> {
                Wire wire = site.wire();
                AtomicLong turn = new AtomicLong(n);
                return () -> orderToCash(wire, customer, products, turn.incrementAndGet());
            }));
        }
        books();
    }

    private static long orderToCash(Wire wire, long customer, List<Long> products, long turn) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            lines.append(i == 0 ? "" : ",").append("{\"product\":")
                    .append(products.get((int) ((turn * 5 + i) % products.size()))).append(",\"quantity\":1}");
        }
        long statements = 0;
        String order = "/api/v1/sales/orders/" + id(wire.expect(201, "POST", "/api/v1/sales/orders",
                "{\"party\":" + customer + ",\"lines\":[" + lines + "]}"), "");
        statements += wire.statements();
        for (String action : List.of("confirm", "deliver")) {
            wire.expect(200, "POST", order + "/" + action, "{}");
            statements += wire.statements();
        }
        String invoice = "/api/v1/finance/invoices/" + id(wire.expect(200, "POST", order + "/invoice", "{}"), "result");
        statements += wire.statements();
        for (String action : List.of("post", "pay")) {
            wire.expect(200, "POST", invoice + "/" + action, "{}");
            statements += wire.statements();
        }
        return statements;
    }

    private static long id(String body, String inside) throws IOException {
        JsonNode json = Api.JSON.readTree(body);
        return (inside.isEmpty() ? json : json.path(inside)).path("id").asLong();
    }

    private void lastUnits() throws Exception {
        AtomicLong round = new AtomicLong();
        long location = site.api().get("/inventory/warehouses").expect(200).json().path("rows").get(0).path("stockLocation")
                .path("id").asLong();
        int units = quick ? 500 : 5000;
        long product = product("W4-" + round.incrementAndGet(), units);
        AtomicLong sold = new AtomicLong();
        Load.Outcome outcome = Load.run(8, seconds, n -> {
            Wire wire = site.wire();
            return () -> {
                String answer = wire.call("POST", "/api/v1/inventory/reservations", "{\"product\":" + product
                        + ",\"location\":" + location + ",\"quantity\":1}", null);
                if (wire.status() == 201) {
                    sold.incrementAndGet();
                } else if (wire.status() != 422) {
                    throw new IOException(wire.status() + " " + answer);
                }
                return wire.statements();
            };
        });
        add("w4", "reserve the last " + units + " units", outcome);
        figures.add("w4", site.database(), "sold of " + units, "units", sold.get());
        if (sold.get() > units) {
            throw new IllegalStateException("Oversold: " + sold.get() + " of " + units);
        }
    }

    private void importParties() throws Exception {
        if (imported) {
            return;
        }
        int rows = quick ? 20_000 : PARTIES;
        StringBuilder csv = new StringBuilder("no,name,email,phone\n");
        for (int i = 0; i < rows; i++) {
            csv.append(i).append(",Customer ").append(Integer.toString(i * 7919 % rows, 36)).append(" Trading Ltd ").append(i)
                    .append(",c").append(i).append("@example.com,021-").append(i).append('\n');
        }
        ObjectNode mapping = Api.JSON.createObjectNode().put("model", "masters.party").put("source", "bench");
        mapping.putArray("key").add("no");
        ObjectNode columns = mapping.putObject("columns");
        columns.putObject("code").put("column", "no").put("prefix", "B-");
        columns.putObject("name").put("column", "name");
        columns.putObject("email").put("column", "email");
        columns.putObject("phone").put("column", "phone");
        columns.putObject("customer").put("value", true);
        figures.add("w6", site.database(), "floor: JDBC batches", "rows/s", floor.insertParties(rows));
        long begin = System.nanoTime();
        JsonNode tally = site.api().importFile("parties.csv", csv.toString().getBytes(StandardCharsets.UTF_8), mapping, false);
        double elapsed = (System.nanoTime() - begin) / 1e9;
        if (tally.path("created").asLong() != rows) {
            throw new IllegalStateException(tally.toString());
        }
        figures.add("w6", site.database(), "import " + rows + " customers from CSV", "rows/s", rows / elapsed);
        imported = true;
    }

    private void readAndList() throws Exception {
        importParties();
        int rows = quick ? 20_000 : PARTIES;
        List<Long> ids = new ArrayList<>();
        site.api().get("/masters/parties?fields=id&limit=1000").expect(200).json().path("rows")
                .forEach(row -> ids.add(row.path("id").asLong()));
        add("w5", "floor: one row by id", Load.run(16, seconds, n -> floor.read(rows)));
        floor.release();
        AtomicLong next = new AtomicLong();
        add("w5", "read one record", Load.run(16, seconds, n -> {
            Wire wire = site.wire();
            return () -> {
                wire.expect(200, "GET", "/api/v1/masters/parties/" + ids.get((int) (next.getAndIncrement() % ids.size()))
                        + "?fields=id,code,name,email,phone", null);
                return wire.statements();
            };
        }));
        // The search index of a grown model appears with the first search; it is measured once it is there.
        long first = System.nanoTime();
        site.api().get("/masters/parties?q=zzz9&limit=1").expect(200);
        figures.add("w5", site.database(), "first search after growth", "ms", (System.nanoTime() - first) / 1e6);
        org.ashlar.itests.support.Waiting.millis(8000);
        add("w5", "list: search, sort, page of 80", Load.run(16, seconds, n -> {
            Wire wire = site.wire();
            return () -> {
                long at = next.getAndIncrement();
                wire.expect(200, "GET", "/api/v1/masters/parties?q=" + Long.toString(at * 31 % rows + 46_656, 36)
                        + "&sort=name&limit=80&fields=id,code,name,email,phone", null);
                return wire.statements();
            };
        }));
        add("w5", "list: sort, page of 80 of all", Load.run(16, seconds, n -> {
            Wire wire = site.wire();
            return () -> {
                wire.expect(200, "GET", "/api/v1/masters/parties?sort=name&limit=80&offset=" + next.getAndIncrement() % 50 * 80
                        + "&fields=id,code,name,email,phone", null);
                return wire.statements();
            };
        }));
    }

    private void restart() throws Exception {
        figures.add("w8", site.database(), "memory after work", "MiB", site.memory());
        site.instance().stop();
        figures.add("w8", site.database(), "restart to ready, all modules", "s", site.instance().start());
        figures.add("w8", site.database(), "memory idle after restart", "MiB", site.memory());
        site.instance().console("ashlar:module-uninstall purchasing");
        long begin = System.nanoTime();
        site.instance().console("ashlar:module-install purchasing");
        while (site.api().get("/purchasing/orders").status() != 200) {
            org.ashlar.itests.support.Waiting.millis(10);
        }
        figures.add("w8", site.database(), "hot install of purchasing to first answer", "s",
                (System.nanoTime() - begin) / 1e9);
    }

    /** Every work leaves books that add up. */
    private void books() {
        JsonNode audit = site.api().get("/audit-report").expect(200).json();
        if (!audit.path("clean").asBoolean()) {
            throw new IllegalStateException("The auditor found breaches: " + audit);
        }
    }
}
