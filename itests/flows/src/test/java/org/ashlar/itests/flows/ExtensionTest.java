package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
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
 * What {@code ./ashlar new extension} makes is built, tested and installed into the running suite: its model, its fields on
 * parties, its veto and its answers are there at once, gone with it, and back with their data. Nothing else restarts.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExtensionTest {

    private static final String NAME = "hot-parcel";
    private static final String CARRIERS = "/" + NAME + "/carriers";
    private static final String WEIGHT = "hot_parcel_parcelWeight";
    private static final String CARRIER = "hot_parcel_carrier";
    private static final Path ROOT = Path.of(System.getProperty("ashlar.root", "../..")).toAbsolutePath();

    private Instance instance;
    private Api api;
    private Path jar;
    private Map<String, String> before;
    private long carrier;
    private long alpha;

    @BeforeAll
    void givenARunningSuite() {
        instance = Instance.unpack("extension", Map.of("ASHLAR_DEMO", "false"));
        instance.start();
        api = Tenant.dollars(instance, "EXT").admin();
        before = bundles();
    }

    @AfterAll
    void stop() {
        if (instance != null) {
            instance.close();
        }
    }

    private Map<String, String> bundles() {
        Map<String, String> facts = new TreeMap<>();
        for (JsonNode b : json(instance.console("ashlar:bundles --json"))) {
            facts.put(b.path("name").asText(), b.path("id") + " " + b.path("state") + " " + b.path("changed"));
        }
        return facts;
    }

    private static JsonNode json(String text) {
        try {
            return Api.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }

    private void nothingElseRestarted() {
        Map<String, String> now = bundles();
        now.remove(NAME);
        now.remove("acme-carrier");
        assertThat(now).isEqualTo(before);
    }

    private void install(Path file, String path) {
        instance.console("ashlar:extension-install --unsigned", file);
        Waiting.until(path + " answers", Duration.ofSeconds(15), () -> api.get(path).status() == 200);
    }

    private static String run(String... command) {
        try {
            Path log = Files.createTempFile("extension", ".log");
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
            boolean ended = process.waitFor(5, TimeUnit.MINUTES);
            String output = Files.readString(log);
            Files.delete(log);
            assertThat(ended && process.exitValue() == 0).as(output).isTrue();
            return output;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> names(String query) {
        JsonNode rows = api.get("/masters/parties?fields=name&" + query).expect(200).json().path("rows");
        return StreamSupport.stream(rows.spliterator(), false).map(r -> r.path("name").asText()).toList();
    }

    private Answer party(String name, String more) {
        return api.post("/masters/parties", "{'name':'" + name + "','customer':true" + more + "}");
    }

    @Test
    @Order(1)
    void theCommandMakesAProjectThatBuildsAndPassesItsTests() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "extensions").toAbsolutePath());
        run("rm", "-rf", folder.resolve(NAME).toString());

        String output = run(ROOT.resolve("bundles/tooling/new-extension").toString(), NAME, "--dir", folder.toString());

        assertThat(output).contains("Failures: 0, Errors: 0");
        jar = folder.resolve(NAME).resolve("target").resolve(NAME + ".jar");
        assertThat(jar).exists();
    }

    @Test
    @Order(2)
    void itsModelAnswersTheMomentThatItStarts() {
        install(jar, CARRIERS);

        carrier = api.post(CARRIERS, "{'code':'sf','name':'SF','maxWeight':'30','trackingUrl':'https://sf.example/{number}'}")
                .expect(201).id();
        assertThat(api.get(CARRIERS + "/" + carrier).expect(200).json().path("code").asText()).isEqualTo("SF");
        assertThat(api.get("/" + NAME + "/tracking?carrier=SF&number=7").expect(200).json().path("url").asText())
                .isEqualTo("https://sf.example/7");
        Answer refused = api.language("zh").post(CARRIERS, "{'code':'X','name':'X','trackingUrl':'ftp://x'}").expect(422);
        assertThat(refused.json().path("errors").path(0).path("field").asText()).isEqualTo("trackingUrl");
        assertThat(refused.text()).contains("物流查询地址");
        assertThat(api.get("/openapi.json").expect(200).json().path("paths").has(CARRIERS)).isTrue();
        nothingElseRestarted();
    }

    @Test
    @Order(3)
    void itsFieldsArePartOfParties() {
        alpha = party("Alpha", ",'" + CARRIER + "':" + carrier + ",'" + WEIGHT + "':'12.5'").expect(201).id();
        party("Beta", ",'" + CARRIER + "':{'id':" + carrier + "},'" + WEIGHT + "':'2'").expect(201);
        party("Plain", "").expect(201);

        JsonNode read = api.get("/masters/parties/" + alpha).expect(200).json();
        assertThat(read.path(CARRIER).path("label").asText()).isEqualTo("SF");
        assertThat(read.path(WEIGHT).decimalValue()).isEqualByComparingTo("12.5");
        assertThat(names("filter=" + WEIGHT + "%3E5")).containsExactly("Alpha");
        assertThat(names("filter=" + CARRIER + ".code==SF&sort=" + WEIGHT)).containsExactly("Beta", "Alpha");
        assertThat(names("filter=" + CARRIER + "==" + carrier + "&sort=-" + WEIGHT)).containsExactly("Alpha", "Beta");
    }

    @Test
    @Order(4)
    void itVetoesChangesOfOthersAndLeavesNothingBehind() {
        Answer tooHeavy = party("Heavy", ",'" + CARRIER + "':" + carrier + ",'" + WEIGHT + "':'31'").expect(422);
        assertThat(tooHeavy.code()).isEqualTo(NAME + ".assignment.tooHeavy");
        assertThat(tooHeavy.json().path("errors").path(0).path("field").asText()).isEqualTo(WEIGHT);
        assertThat(names("filter=name==Heavy")).isEmpty();
        long version = api.get(CARRIERS + "/" + carrier).json().path("version").asLong();
        assertThat(api.patch(CARRIERS + "/" + carrier, version, "{'active':false}").expect(422).code())
                .isEqualTo(NAME + ".assignment.inactive");
    }

    @Test
    @Order(5)
    void itsEventReachesListenersOutside() throws IOException, InterruptedException {
        String token = json(instance.console("ashlar:token-create --company EXT --json admin")).path("token").asText();
        HttpRequest request = HttpRequest.newBuilder(URI.create(instance.address() + "/api/v1/events"))
                .header("Authorization", "Bearer " + token).build();
        List<String> heard = new CopyOnWriteArrayList<>();
        try (InputStream events = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
            CompletableFuture.runAsync(() ->
                    new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8)).lines().forEach(heard::add));
            Waiting.until("the stream greets", Duration.ofSeconds(30), () -> !heard.isEmpty());

            long gamma = party("Gamma", ",'" + CARRIER + "':" + carrier).expect(201).id();

            Waiting.until("its event arrives", Duration.ofSeconds(30),
                    () -> heard.stream().anyMatch(line -> line.contains(NAME + ".carrier.assigned")) && heard.stream().anyMatch(
                            line -> line.startsWith("data:") && line.contains(String.valueOf(gamma)) && line.contains("SF")));
        }
    }

    @Test
    @Order(6)
    void itGoesAtOnceAndComesBackWithItsData() {
        instance.console("ashlar:extension-uninstall " + NAME);

        assertThat(api.get(CARRIERS).status()).isIn(404, 503);
        assertThat(api.get("/" + NAME + "/tracking?carrier=SF&number=7").status()).isIn(404, 503);
        assertThat(api.get("/masters/parties/" + alpha).expect(200).json().has(WEIGHT)).isFalse();
        assertThat(api.get("/masters/parties?fields=" + WEIGHT).status()).isEqualTo(400);
        Waiting.until("the API documentation forgets it", Duration.ofSeconds(5), () -> {
            String document = api.get("/openapi.json").expect(200).text();
            return !document.contains(NAME) && !document.contains(WEIGHT);
        });
        party("Saved while it was away", "").expect(201);
        nothingElseRestarted();

        install(jar, CARRIERS);

        assertThat(api.get("/masters/parties/" + alpha).expect(200).json().path(WEIGHT).decimalValue())
                .isEqualByComparingTo("12.5");
        assertThat(names("filter=" + WEIGHT + "%3E5")).containsExactly("Alpha");
        nothingElseRestarted();
    }

    @Test
    @Order(7)
    void aNewVersionReplacesTheOldOne() {
        instance.console("ashlar:extension-install --unsigned", jar);
        Waiting.until("it answers again", Duration.ofSeconds(15), () -> api.get(CARRIERS).status() == 200);

        assertThat(api.get(CARRIERS + "/" + carrier).expect(200).json().path("code").asText()).isEqualTo("SF");
        nothingElseRestarted();
    }

    @Test
    @Order(8)
    void theSampleVetoesSalesOrders() throws IOException {
        Path sample = ROOT.resolve("bundles/tooling/sample-extension/target/acme-carrier.jar");
        install(sample, "/acme-carrier/carriers");
        long modest = api.post("/acme-carrier/carriers", "{'code':'MO','name':'Modest','currency':'USD','insuredUpTo':'100'}")
                .expect(201).id();
        long customer = party("Rich", ",'acme_carrier_carrier':" + modest).expect(201).id();
        long product = api.post("/masters/products", "{'name':'Gold','kind':'SERVICE','unit':'HUR','salePrice':'90'}")
                .expect(201).id();

        assertThat(order(customer, product, 2).code()).isEqualTo("acme-carrier.order.uninsured");
        assertThat(order(customer, product, 1).status()).isEqualTo(200);
        instance.console("ashlar:extension-uninstall acme-carrier");
        nothingElseRestarted();
    }

    private Answer order(long customer, long product, int quantity) {
        long id = api.post("/sales/orders", "{'party':" + customer + ",'lines':[{'product':" + product + ",'quantity':'"
                + quantity + "'}]}").expect(201).id();
        return api.post("/sales/orders/" + id + "/confirm", "{}");
    }
}
