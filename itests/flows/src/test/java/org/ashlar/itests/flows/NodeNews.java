package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Instance;
import org.ashlar.itests.support.Tenant;
import org.ashlar.itests.support.Waiting;

/** What one node commits, the other knows: rights, sessions, records, modules; also after its line to the database was cut. */
final class NodeNews {

    private static final Duration SOON = Duration.ofSeconds(1);
    /** An overloaded machine may be slow now and then; the usual case must be within {@link #SOON}. */
    private static final Duration OVERLOADED = Duration.ofSeconds(6);
    private static final int RECORDS = 30;

    private final Instance two;
    private final String database;
    private final Tenant tenant;
    private final Api first;
    private final Api second;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Map<Long, Long> arrived = new ConcurrentHashMap<>();

    NodeNews(Tenant tenant, Instance two, Api second, String database) {
        this.tenant = tenant;
        this.two = two;
        this.first = tenant.admin();
        this.second = second;
        this.database = database;
    }

    void flow() throws Exception {
        rightsAndSessionsEndEverywhere();
        try (InputStream events = listen()) {
            recordsReachBrowsersOfTheOtherNode();
            aDisabledModuleIsDisabledEverywhere();
            aLineThatWasCutIsMended();
        }
    }

    private void rightsAndSessionsEndEverywhere() {
        Api clerk = tenant.user("node-clerk", "masters.editor");
        Api there = two.anonymous().token(token("node-clerk"));
        there.get("/masters/parties?limit=1").expect(200);
        JsonNode user = first.get("/platform/users?filter=login==node-clerk").expect(200).json().path("rows").get(0);
        first.patch("/platform/users/" + user.path("id").asLong(), user.path("version").asLong(), "{'roles':[]}").expect(200);
        soon("a role taken on one node is gone on the other", () -> there.get("/masters/parties?limit=1").status() == 403);
        assertThat(clerk.get("/masters/parties?limit=1").status()).isEqualTo(403);

        Browser here = new Browser(tenant.instance().anonymous(), "203.0.113.9");
        here.signIn("node-clerk", "correct-horse-battery").expect(200);
        Api cookie = two.anonymous().with("Cookie", "ashlar_session=" + here.cookie());
        cookie.get("/session").expect(200);
        here.delete("/session").expect(204);
        soon("a session that ended on one node is refused on the other", () -> cookie.get("/session").status() == 401);
    }

    private void recordsReachBrowsersOfTheOtherNode() {
        List<Long> latencies = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            long id = first.post("/masters/parties", "{'name':'N-" + i + "','customer':true}").expect(201).id();
            long answered = System.nanoTime();
            soon("party " + i + " is announced", () -> arrived.containsKey(id));
            latencies.add(Math.max(0, arrived.get(id) - answered) / 1_000_000);
        }
        Collections.sort(latencies);
        System.out.println("News of another node after the answer: median " + latencies.get(RECORDS / 2) + " ms, at most "
                + latencies.get(RECORDS - 1) + " ms");
        assertThat(latencies.get(RECORDS / 2)).isLessThan(SOON.toMillis());
        long id = first.get("/masters/parties?filter=name==N-0").expect(200).json().path("rows").get(0).path("id").asLong();
        second.get("/masters/parties/" + id).expect(200);
    }

    private void aDisabledModuleIsDisabledEverywhere() {
        tenant.instance().console("ashlar:module-disable localization-cn");
        Waiting.until("the module is away on the other node too", Duration.ofSeconds(20), () -> state().equals("AWAY"));
        tenant.instance().console("ashlar:module-enable localization-cn");
        Waiting.until("the module is back on the other node too", Duration.ofSeconds(20), () -> state().equals("ACTIVE"));
    }

    private String state() {
        for (JsonNode module : second.get("/modules").expect(200).json()) {
            if (module.path("id").asText().equals("localization-cn")) {
                return module.path("state").asText();
            }
        }
        return "";
    }

    private void aLineThatWasCutIsMended() throws SQLException {
        heard.clear();
        try (Connection connection = DriverManager.getConnection(database, "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where query like 'LISTEN%'");
        }
        Waiting.until("browsers are told to read anew", Duration.ofSeconds(10), () -> heard.contains("reset"));
        Waiting.until("news arrives again", Duration.ofSeconds(10), () -> {
            long id = first.post("/masters/parties", "{'name':'again','customer':true}").expect(201).id();
            Waiting.millis(200);
            return arrived.containsKey(id);
        });
    }

    private String token(String login) {
        try {
            return Api.JSON.readTree(tenant.instance().console("ashlar:token-create --company " + tenant.code() + " --json " + login))
                    .path("token").asText();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void soon(String what, BooleanSupplier condition) {
        Waiting.until(what, OVERLOADED, condition);
    }

    /** Listens like a browser on the second node. */
    private InputStream listen() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(two.address() + "/api/v1/events"))
                .header("Authorization", "Bearer " + token("admin")).build();
        InputStream stream = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
        Thread reader = new Thread(() -> read(stream), "events of the second node");
        reader.setDaemon(true);
        reader.start();
        Waiting.until("the second node greets", Duration.ofSeconds(10), () -> heard.contains("hello"));
        return stream;
    }

    private void read(InputStream stream) {
        try (java.io.BufferedReader lines = new java.io.BufferedReader(new java.io.InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    heard.add(line.substring(7));
                } else if (line.startsWith("data: ") && line.contains("masters.party")) {
                    arrived.putIfAbsent(Api.JSON.readTree(line.substring(6)).path("id").asLong(), System.nanoTime());
                }
            }
        } catch (IOException closed) {
            heard.add("closed");
        }
    }
}
