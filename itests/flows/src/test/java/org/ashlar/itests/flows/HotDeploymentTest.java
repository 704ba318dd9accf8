package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Instance;
import org.ashlar.itests.support.Tenant;
import org.ashlar.itests.support.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Modules come and go from the console while five people save documents of other modules: nobody's save fails, nothing
 * unrelated restarts, the API shows and loses the module at once, data is kept.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HotDeploymentTest {

    private static final Set<String> SALES = Set.of("org.ashlar.sales", "org.ashlar.sales-api",
            "org.ashlar.inventory-sales", "org.ashlar.finance-sales", "org.ashlar.crm-sales", "org.ashlar.purchasing-sales");
    private static final Set<String> CRM = Set.of("org.ashlar.crm", "org.ashlar.crm-api", "org.ashlar.crm-sales");
    private static final Set<String> PURCHASING = Set.of("org.ashlar.purchasing", "org.ashlar.purchasing-api",
            "org.ashlar.inventory-purchasing", "org.ashlar.finance-purchasing", "org.ashlar.purchasing-sales");

    private Instance instance;
    private Tenant tenant;
    private Api api;
    private long customer;
    private long product;
    private long order;

    @BeforeAll
    void givenARunningSuiteWithAnOrder() {
        instance = Instance.unpack("hot", Map.of("ASHLAR_DEMO", "false"));
        instance.start();
        tenant = Tenant.dollars(instance, "HOT");
        api = tenant.admin();
        customer = api.post("/masters/parties", "{'name':'Kind customer','customer':true,'vendor':true}").expect(201).id();
        product = api.post("/masters/products", "{'name':'Consulting','kind':'SERVICE','unit':'HUR','salePrice':'100',"
                + "'currency':'USD'}").expect(201).id();
        order = newOrder();
    }

    @AfterAll
    void stop() {
        if (instance != null) {
            instance.close();
        }
    }

    private long newOrder() {
        return api.post("/sales/orders", "{'party':" + customer + ",'lines':[{'product':" + product
                + ",'quantity':'1'}]}").expect(201).id();
    }

    /** Five people saving in masters and finance until told to stop; collects what failed. */
    private final class People implements AutoCloseable {
        private final AtomicBoolean stop = new AtomicBoolean();
        private final AtomicLong saved = new AtomicLong();
        private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
        private final List<Thread> threads = new ArrayList<>();

        People() {
            for (int i = 0; i < 5; i++) {
                int person = i;
                Thread thread = new Thread(() -> work(person));
                threads.add(thread);
                thread.start();
            }
        }

        private void work(int person) {
            for (int n = 0; !stop.get(); n++) {
                try {
                    Answer answer = person % 2 == 0
                            ? api.post("/masters/parties", "{'name':'Person " + person + " " + n + "','customer':true}")
                            : api.patch("/masters/parties/" + customer, version(), "{'note':'" + person + " " + n + "'}");
                    if (answer.status() < 300) {
                        saved.incrementAndGet();
                    } else if (answer.status() != 412 && answer.status() != 409) {
                        failures.add(answer.status() + " " + answer.text());
                    }
                } catch (RuntimeException e) {
                    failures.add(e.toString());
                }
            }
        }

        private long version() {
            return api.get("/masters/parties/" + customer + "?fields=id,version").expect(200).json().path("version").asLong();
        }

        @Override
        public void close() {
            stop.set(true);
            for (Thread thread : threads) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            assertThat(failures).isEmpty();
            assertThat(saved.get()).isGreaterThan(20);
        }
    }

    private record BundleFact(String id, String state, String started) {
    }

    private Map<String, BundleFact> bundles() {
        try {
            Map<String, BundleFact> facts = new TreeMap<>();
            for (JsonNode b : Api.JSON.readTree(instance.console("ashlar:bundles --json"))) {
                facts.put(b.path("name").asText(), new BundleFact(b.path("id").asText(), b.path("state").asText(),
                        b.path("started").asText()));
            }
            return facts;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs console commands under load; afterwards only the given bundles may differ. */
    private void whilePeopleSave(Set<String> mayChange, Runnable commands) {
        Map<String, BundleFact> before = bundles();
        try (People people = new People()) {
            commands.run();
        }
        Map<String, BundleFact> after = bundles();
        Set<String> changed = new TreeSet<>();
        Map<String, BundleFact> all = new HashMap<>(before);
        all.putAll(after);
        all.keySet().forEach(name -> {
            if (!java.util.Objects.equals(before.get(name), after.get(name))) {
                changed.add(name);
            }
        });
        changed.removeAll(mayChange);
        assertThat(changed).as("bundles that restarted without a reason").isEmpty();
    }

    private void answers(String path, int status) {
        Waiting.until(path + " answers " + status, Duration.ofSeconds(15), () -> api.get(path).status() == status);
    }

    private boolean documented(String path) {
        return api.get("/openapi.json").expect(200).json().path("paths").has(path);
    }

    private Path jar(String artifact) {
        try (Stream<Path> files = Files.walk(instance.home().resolve("system/org/ashlar/" + artifact))) {
            return files.filter(f -> f.toString().endsWith(".jar")).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Order(1)
    void salesIsUninstalledAndInstalledAgainWithItsData() {
        whilePeopleSave(SALES, () -> {
            instance.console("ashlar:module-uninstall sales");
            answers("/sales/orders", 503);
            assertThat(documented("/sales/orders")).isFalse();
            instance.console("ashlar:module-install sales");
            answers("/sales/orders", 200);
            assertThat(documented("/sales/orders")).isTrue();
        });
        assertThat(api.get("/sales/orders/" + order).expect(200).json().path("lines")).hasSize(1);
    }

    @Test
    @Order(0)
    void opportunitiesAreWonWithoutSalesAndQuotedLater() {
        long deal = api.post("/crm/opportunities", Map.of("title", "Kind deal", "party", customer, "amount", "100")).expect(201).id();
        whilePeopleSave(SALES, () -> {
            instance.console("ashlar:module-uninstall sales");
            assertThat(api.post("/crm/opportunities/" + deal + "/quote", "{}").expect(422).text()).contains("crm.opportunity.noSales");
            api.post("/crm/opportunities/" + deal + "/win", "{}").expect(200);
            instance.console("ashlar:module-install sales");
            answers("/sales/orders", 200);
        });
        Waiting.until("a quotation is made", Duration.ofSeconds(15),
                () -> api.post("/crm/opportunities/" + deal + "/quote", "{}").status() == 200);
        whilePeopleSave(CRM, () -> {
            instance.console("ashlar:module-uninstall crm");
            answers("/crm/opportunities", 503);
            instance.console("ashlar:module-install crm");
            answers("/crm/opportunities", 200);
        });
        assertThat(api.get("/crm/opportunities/" + deal).expect(200).json().path("quotation").path("label").asText()).startsWith("Q-");
    }

    @Test
    @Order(2)
    void aDisabledModuleSaysSoAndComesBack() {
        whilePeopleSave(SALES, () -> {
            instance.console("ashlar:module-disable finance-sales");
            Answer refused = api.post("/sales/orders/" + newOrder() + "/confirm", "{}");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.text()).contains("finance-sales");
            assertThat(refused.header("Retry-After")).isNotNull();
            assertThat(api.language("zh").post("/sales/orders/" + order + "/confirm", "{}").text()).contains("模块");
            instance.console("ashlar:module-enable finance-sales");
            Waiting.until("orders can be confirmed again", Duration.ofSeconds(15),
                    () -> api.post("/sales/orders/" + newOrder() + "/confirm", "{}").status() == 200);
        });
    }

    @Test
    @Order(3)
    void invoicesOfAnAbsentModuleCannotBePosted() {
        long sold = newOrder();
        api.post("/sales/orders/" + sold + "/confirm", "{}").expect(200);
        api.post("/sales/orders/" + sold + "/deliver", "{}").expect(200);
        long invoice = api.post("/sales/orders/" + sold + "/invoice", "{}").expect(200).json().path("result").path("id")
                .asLong();
        whilePeopleSave(SALES, () -> {
            instance.console("ashlar:module-uninstall sales");
            Answer refused = api.post("/finance/invoices/" + invoice + "/post", "{}");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.text()).contains("sales");
            instance.console("ashlar:module-install sales");
            answers("/sales/orders", 200);
        });
        Waiting.until("the invoice can be posted", Duration.ofSeconds(15),
                () -> api.post("/finance/invoices/" + invoice + "/post", "{}").status() == 200);
    }

    @Test
    @Order(4)
    void purchasingAndABridgeAreUpdatedInPlace() {
        whilePeopleSave(PURCHASING, () -> {
            instance.console("ashlar:module-upgrade", jar("purchasing"));
            answers("/purchasing/orders", 200);
            instance.console("ashlar:module-upgrade", jar("finance-purchasing"));
            instance.console("ashlar:module-uninstall purchasing");
            answers("/purchasing/orders", 503);
            instance.console("ashlar:module-install purchasing");
            answers("/purchasing/orders", 200);
        });
    }

    @Test
    @Order(5)
    void installingAModuleRefreshesNothing() {
        for (String module : List.of("sales", "purchasing")) {
            instance.console("ashlar:module-uninstall " + module);
            String plan = instance.console("feature:install -t -v ashlar-" + module);
            assertThat(plan).as(module).doesNotContain("Bundles to refresh");
            instance.console("ashlar:module-install " + module);
            answers("/" + module + "/orders", 200);
        }
    }

    @Test
    @Order(6)
    void thePartnersExampleComesGoesAndKeepsItsData() {
        Path jar = Path.of(System.getProperty("ashlar.root", "../.."),
                "bundles/tooling/sample-extension/target/acme-carrier.jar").toAbsolutePath().normalize();
        whilePeopleSave(Set.of("acme-carrier"), () -> {
            instance.console("ashlar:extension-install --unsigned", jar);
            answers("/acme-carrier/carriers", 200);
            api.post("/acme-carrier/carriers", "{'code':'SF','name':'Swift freight'}").expect(201);
            instance.console("ashlar:extension-install --unsigned", jar);
            answers("/acme-carrier/carriers", 200);
            instance.console("ashlar:extension-uninstall acme-carrier");
            answers("/acme-carrier/carriers", 503);
            instance.console("ashlar:extension-install --unsigned", jar);
            answers("/acme-carrier/carriers?filter=code==SF", 200);
        });
        assertThat(api.get("/acme-carrier/carriers?filter=code==SF").expect(200).json().path("rows")).hasSize(1);
    }
}
