package org.ashlar.itests.torture;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Instance;
import org.ashlar.itests.support.Tenant;
import org.ashlar.itests.support.Waiting;

/**
 * R11: two nodes on one PostgreSQL run each scheduled task once while people post on both; one is killed, the other goes on.
 * That mails leave once and events arrive in order is proved by TwoNodesTest of the flows.
 */
final class TwoNodes implements Trial {

    private static final String TASK = "masters.fiscalYears";

    @Override
    public String name() {
        return "r11";
    }

    @Override
    public String title() {
        return "two nodes on one database: each task once, also when one is killed; numbers without gaps";
    }

    @Override
    public void run(Ground ground, Report report) throws Exception {
        if (ground.database() != Databases.POSTGRESQL) {
            report.skipped("the embedded database serves one node");
            return;
        }
        Map<String, String> environment = ground.fresh("ashlar_two");
        environment.put("ASHLAR_SECRET_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        String url = environment.get("ASHLAR_DB_URL");
        Map<Long, String> acknowledged = new ConcurrentHashMap<>();
        AtomicInteger refused = new AtomicInteger();
        AtomicBoolean killed = new AtomicBoolean();
        try (Instance one = node("one", environment); Instance two = node("two", environment)) {
            Api first = Tenant.dollars(one, "TWO").admin();
            Api second = two.anonymous().token(Api.JSON.readTree(
                    one.console("ashlar:token-create --company TWO --json admin")).path("token").asText());
            Waiting.until("the other node knows the company", Duration.ofMinutes(2),
                    () -> second.get("/masters/parties?limit=1").status() == 200);
            List<Long> accounts = Ground.accounts(first, 2);
            int runs = ground.size(30, 5);
            try (Crowd crowd = new Crowd(8, (client, turn) -> {
                boolean onFirst = client % 2 == 0 && !killed.get();
                Answer answer = (onFirst ? first : second).post("/finance/postings",
                        Ground.entry(accounts, client + "." + turn, "2"));
                if (answer.status() == 201) {
                    acknowledged.put(answer.id(), answer.json().path("number").asText());
                } else if (!onFirst) {
                    System.out.println(answer.status() + " " + answer.text());
                    refused.incrementAndGet();
                }
            })) {
                int extra = once(one, two, url, runs);
                report.did("runs asked for", runs, "");
                report.atMost("runs more or fewer than asked for", extra, 0, "");
                killed.set(true);
                one.kill();
                report.atMost("a task that the killed node held runs on the other after", takenOver(url), 60, "s");
            }
            Map<Long, String> found = Ground.entries(second);
            report.did("entries acknowledged by both", acknowledged.size(), "");
            report.atMost("acknowledged but lost", acknowledged.entrySet().stream()
                    .filter(e -> !e.getValue().equals(found.get(e.getKey()))).count(), 0, "");
            report.atMost("postings refused by the living node", refused.get(), 0, "");
            report.atMost("duplicate numbers", Numbers.of(found.values()).duplicates(), 0, "");
            report.atMost("gaps", Numbers.of(found.values()).gaps(), 0, "");
            report.atMost("breaches of the auditor", Ground.breaches(second), 0, "");
        }
    }

    private static Instance node(String name, Map<String, String> environment) {
        Map<String, String> own = new HashMap<>(environment);
        own.put("ASHLAR_NODE", name);
        Instance instance = Instance.unpack("two-" + name, own);
        instance.start();
        return instance;
    }

    /** Asks for runs on either node in turn; returns by how much the history differs. */
    private static int once(Instance one, Instance two, String url, int runs) throws SQLException {
        ask(one, url);
        int before = history(url);
        for (int i = 0; i < runs; i++) {
            ask(i % 2 == 0 ? one : two, url);
        }
        // Time for a second run that must not come: both look every three seconds.
        Waiting.millis(7000);
        return Math.abs(history(url) - before - runs);
    }

    private static void ask(Instance instance, String url) throws SQLException {
        int before = history(url);
        instance.console("ashlar:schedules --run " + TASK);
        Waiting.until("the task has run", Duration.ofMinutes(1), () -> count(url) > before);
    }

    private static double takenOver(String url) throws SQLException {
        int before = history(url);
        long begin = System.nanoTime();
        try (Connection c = connection(url); PreparedStatement s = c.prepareStatement(
                "update platform_schedule set locked_by = 'one', next_run = last_end where id = ?")) {
            s.setString(1, TASK);
            s.executeUpdate();
        }
        Waiting.until("the other node takes over", Duration.ofMinutes(3), () -> count(url) > before);
        return (System.nanoTime() - begin) / 1e9;
    }

    private static int count(String url) {
        try {
            return history(url);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int history(String url) throws SQLException {
        try (Connection c = connection(url); PreparedStatement s = c.prepareStatement(
                "select count(*) from platform_schedule_run where task_id = ?")) {
            s.setString(1, TASK);
            try (ResultSet r = s.executeQuery()) {
                r.next();
                return r.getInt(1);
            }
        }
    }

    private static Connection connection(String url) throws SQLException {
        return DriverManager.getConnection(url, "postgres", "");
    }
}
