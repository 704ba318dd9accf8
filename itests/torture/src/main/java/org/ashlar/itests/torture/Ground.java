package org.ashlar.itests.torture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Instance;
import org.ashlar.itests.support.PostgresServer;
import org.ashlar.itests.support.Tenant;

/** A suite with one company to be tortured, started when a trial asks for it. */
final class Ground implements AutoCloseable {

    private final Databases database;
    private final boolean quick;
    private Instance instance;
    private Tenant tenant;
    private PostgresServer server;
    private int products;

    Ground(Databases database, boolean quick) {
        this.database = database;
        this.quick = quick;
    }

    Databases database() {
        return database;
    }

    /** The full figure, or the short one with {@code --quick}. */
    int size(int full, int small) {
        return quick ? small : full;
    }

    Instance instance() {
        api();
        return instance;
    }

    /** The PostgreSQL server below the suite. */
    PostgresServer server() {
        api();
        return server;
    }

    Api api() {
        if (tenant == null) {
            open(Map.of());
        }
        return tenant.admin();
    }

    private void open(Map<String, String> more) {
        String name = "torture-" + database.name().toLowerCase(Locale.ROOT);
        Map<String, String> environment = fresh("ashlar_torture");
        environment.putAll(more);
        instance = Instance.unpack(name, environment);
        instance.start();
        tenant = Tenant.dollars(instance, "TORT");
    }

    /** Settings of an instance of the trial's own on an empty database. */
    Map<String, String> fresh(String name) {
        Map<String, String> environment = new HashMap<>();
        if (database == Databases.POSTGRESQL) {
            environment.put("ASHLAR_DB_URL", database(name));
            environment.put("ASHLAR_DB_USER", "postgres");
            environment.put("ASHLAR_DB_PASSWORD", "");
        }
        environment.put("ASHLAR_DEMO", "false");
        return environment;
    }

    /** Address of a new, empty PostgreSQL database. */
    String database(String name) {
        if (server == null) {
            server = PostgresServer.own();
        }
        return server.create(name);
    }

    /** Two ledger accounts that a user may post to. */
    List<Long> accounts(int number) {
        return accounts(api(), number);
    }

    /** The same in any company. */
    static List<Long> accounts(Api api, int number) {
        List<Long> ids = new ArrayList<>();
        api.get("/finance/accounts?filter=heading==false;reconcilable==false;type==EXPENSE&sort=code&limit=" + number)
                .expect(200).json().path("rows").forEach(row -> ids.add(row.path("id").asLong()));
        return ids;
    }

    /** A balanced entry of two lines. */
    static String entry(List<Long> accounts, String reference, String amount) {
        return "{'reference':'" + reference + "','lines':[{'account':" + accounts.get(0) + ",'debit':'" + amount
                + "'},{'account':" + accounts.get(1) + ",'credit':'" + amount + "'}]}";
    }

    long customer(String name) {
        return api().post("/masters/parties", "{'name':'" + name + "','customer':true}").expect(201).id();
    }

    long service(String name) {
        return api().post("/masters/products", "{'name':'" + name + "','kind':'SERVICE','unit':'HUR','salePrice':'100',"
                + "'currency':'USD'}").expect(201).id();
    }

    long location() {
        return api().get("/inventory/warehouses").expect(200).json().path("rows").get(0).path("stockLocation").path("id")
                .asLong();
    }

    long stocked(int units) {
        long product = api().post("/masters/products", "{'code':'T-" + ++products + "','name':'T-" + products
                + "','kind':'GOODS','unit':'EA','salePrice':'20','currency':'USD','standardCost':'8'}").expect(201).id();
        api().post("/inventory/opening-stock", "{'product':" + product + ",'location':" + location() + ",'quantity':'" + units
                + "'}").expect(201);
        return product;
    }

    /** Id and number of every entry that there is. */
    Map<Long, String> entries() {
        return entries(api());
    }

    /** The same in any company. */
    static Map<Long, String> entries(Api api) {
        Map<Long, String> found = new TreeMap<>();
        for (long after = 0;;) {
            JsonNode rows = api.get("/finance/entries?fields=id,number&sort=id&limit=1000&filter=id=gt=" + after).expect(200)
                    .json().path("rows");
            for (JsonNode row : rows) {
                after = row.path("id").asLong();
                found.put(after, row.path("number").asText());
            }
            if (rows.size() < 1000) {
                return found;
            }
        }
    }

    /** Breaches that the auditor finds. */
    int breaches() {
        return breaches(api());
    }

    /** The same in any company. */
    static int breaches(Api api) {
        JsonNode audit = api.get("/audit-report").expect(200).json();
        if (audit.path("clean").asBoolean()) {
            return 0;
        }
        System.out.println(audit.toPrettyString());
        return 1;
    }

    @Override
    public void close() {
        if (instance != null) {
            instance.close();
        }
    }
}
