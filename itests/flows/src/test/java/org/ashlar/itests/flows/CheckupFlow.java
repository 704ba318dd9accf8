package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Instance;
import org.ashlar.itests.support.Tenant;
import org.ashlar.itests.support.Waiting;
import org.junit.jupiter.api.Test;

/**
 * Somebody changes a stock value, takes a line of an entry away and an entry of the audit log apart in the database; a backup is
 * old and damaged, the job that checks it fails, modules lie unused: auditor and health check find each, name it with the page
 * where it can be looked at, and tell the administrator in the app and by mail.
 */
abstract class CheckupFlow {

    private final Databases database;

    CheckupFlow(Databases database) {
        this.database = database;
    }

    @Test
    void whatIsWrongIsFoundNamedAndTold() throws Exception {
        String name = "checkup-" + database.name().toLowerCase(Locale.ROOT);
        Map<String, String> environment = new HashMap<>(database.environment(name.replace('-', '_')));
        environment.put("ASHLAR_DEMO", "false");
        environment.put("ASHLAR_AUDITOR_HOUR", String.valueOf(ZonedDateTime.now(ZoneId.of("America/New_York")).getHour()));
        try (Instance instance = Instance.unpack(name, environment); PostOffice office = new PostOffice()) {
            office.open();
            instance.start();
            Api api = Tenant.dollars(instance, "HEALTH").admin();
            given(api, office);
            long job = damagedBackup(instance, api);
            tamper(instance, environment);

            instance.console("ashlar:schedules --run platform.auditor");
            Waiting.until("the auditor has run", Duration.ofSeconds(60),
                    () -> api.get("/operations/auditor").expect(200).json().hasNonNull("ranAt"));
            auditor(api.get("/operations/auditor").expect(200).json().path("results"));
            checkup(api.get("/checkup").expect(200).json().path("findings"), api, job);
            told(api, office);
        }
    }

    private static void given(Api api, PostOffice office) {
        api.post("/platform/mail-servers", "{'code':'main','name':'Main','host':'127.0.0.1','port':" + office.smtp
                + ",'encryption':'NONE','fromAddress':'us@health.example'}").expect(201);
        JsonNode admin = api.get("/platform/users?filter=login==admin").expect(200).json().path("rows").get(0);
        api.patch("/platform/users/" + admin.path("id").asLong(), admin.path("version").asLong(), "{'email':'admin@health.example'}")
                .expect(200);
        long product = api.post("/masters/products", "{'code':'S-1','name':'Piece','kind':'GOODS','unit':'EA','standardCost':'7'}")
                .expect(201).id();
        String location = api.get("/inventory/warehouses").expect(200).json().path("rows").get(0).path("stockLocation").path("id").asText();
        api.post("/inventory/opening-stock", "{'product':" + product + ",'location':" + location + ",'quantity':'3'}").expect(201);
        JsonNode accounts = api.get("/finance/accounts?filter=heading==false;reconcilable==false;type==EXPENSE&limit=2").expect(200)
                .json().path("rows");
        api.post("/finance/postings", "{'lines':[{'account':" + accounts.get(0).path("id") + ",'debit':'5'},{'account':"
                + accounts.get(1).path("id") + ",'credit':'5'}]}").expect(201);
    }

    /** A backup of three days ago with a wrong byte, and the job that finds it so. */
    private static long damagedBackup(Instance instance, Api api) throws IOException {
        String backup = Api.JSON.readTree(instance.console("ashlar:backup --json")).get(0).path("name").asText();
        Path file = instance.home().resolve("data/backups").resolve(backup);
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(3))));
        long job = api.post("/operations/backups/" + backup + "/verify", "{}").expect(202).json().path("job").asLong();
        assertThat(api.awaitJob(job).path("state").asText()).isEqualTo("FAILED");
        return job;
    }

    /** Derby lets nobody else in while the suite runs, so the suite is stopped meanwhile. */
    private void tamper(Instance instance, Map<String, String> environment) throws SQLException {
        if (database == Databases.POSTGRESQL) {
            try (Connection c = DriverManager.getConnection(environment.get("ASHLAR_DB_URL"), "postgres", "")) {
                tamper(c);
            }
            return;
        }
        instance.stop();
        String url = "jdbc:derby:" + instance.home().resolve("data/database");
        try (Connection c = DriverManager.getConnection(url)) {
            tamper(c);
        }
        assertThatThrownBy(() -> DriverManager.getConnection(url + ";shutdown=true")).isInstanceOf(SQLException.class);
        instance.start();
    }

    private static void tamper(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update inventory_cost set amount = amount + 1")).isPositive();
            assertThat(statement.executeUpdate("delete from finance_entry_line where id = (select max(id) from finance_entry_line)")).isOne();
            assertThat(statement.executeUpdate("update platform_audit set login = 'nobody' where id = (select min(id) from platform_audit"
                    + " where model = 'masters.product')")).isOne();
        }
        try (PreparedStatement update = connection.prepareStatement("update platform_company set created_at = ?")) {
            update.setTimestamp(1, Timestamp.from(Instant.now().minus(Duration.ofDays(40))));
            update.executeUpdate();
        }
    }

    private static void auditor(JsonNode results) {
        Map<String, JsonNode> broken = new HashMap<>();
        results.forEach(r -> {
            if (r.path("breaches").asInt() > 0) {
                broken.put(r.path("rule").asText(), r);
            }
            assertThat(r.path("failed").asBoolean()).as("%s", r).isFalse();
        });
        assertThat(broken).containsKeys("inventory.valueEqualsEntries", "finance.entriesBalance", "platform.auditChain");
        assertThat(broken.get("inventory.valueEqualsEntries").path("subject").asText()).contains("S-1");
        assertThat(broken.get("finance.entriesBalance").path("path").asText()).matches("/app/r/finance\\.entry/\\d+");
        assertThat(broken.get("platform.auditChain").path("subject").asText()).contains("CHANGED");
        assertThat(broken.get("platform.auditChain").path("path").asText()).matches("/app/r/masters\\.product/\\d+");
    }

    private static void checkup(JsonNode findings, Api api, long job) {
        Map<String, String> paths = new HashMap<>();
        findings.forEach(f -> paths.put(f.path("text").asText(), f.path("path").asText()));
        found(paths, "newest backup is 3 days old", "/app/admin/backups");
        found(paths, "1 jobs of HEALTH failed", "/app/admin/jobs");
        found(paths, "record in module crm", "/app/apps");
        found(paths, "finance.entriesBalance", "/app/r/finance.entry/");
        found(paths, "inventory.valueEqualsEntries", "/app/");
        assertThat(paths.keySet()).noneMatch(text -> text.contains("record in module finance"));
        assertThat(api.get("/jobs/" + job).expect(200).json().path("problem").asText()).isNotBlank();
    }

    private static void found(Map<String, String> paths, String words, String page) {
        assertThat(paths).as(words).anySatisfy((text, path) -> {
            assertThat(text).contains(words);
            assertThat(path).startsWith(page);
        });
    }

    private static void told(Api api, PostOffice office) {
        Waiting.until("both notices stand in the inbox", Duration.ofSeconds(60),
                () -> api.get("/notifications?unread=true").expect(200).json().path("rows").findValuesAsText("kind")
                        .containsAll(List.of("auditor.breach", "checkup.finding")));
        Waiting.until("both notices came by mail", Duration.ofSeconds(60), () -> office.received().size() >= 2);
    }
}
