package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Instance;
import org.ashlar.itests.support.Tenant;
import org.junit.jupiter.api.Test;

/** Whoever changes, deletes, inserts or moves an entry of the audit log in the database is found, and the entry named. */
abstract class AuditTamperingFlow {

    private static final String COLUMNS = "at_time, user_id, login, company_id, channel, address, model, record_id, root_model,"
            + " root_id, kind, changes, request_id, seal";

    private final Databases database;

    AuditTamperingFlow(Databases database) {
        this.database = database;
    }

    @Test
    void everyTouchedEntryIsNamed() throws SQLException {
        Map<String, String> environment = new HashMap<>(database.environment("ashlar_tampering"));
        environment.put("ASHLAR_DEMO", "false");
        try (Instance instance = Instance.unpack("tampering-" + database.name().toLowerCase(java.util.Locale.ROOT),
                environment)) {
            instance.start();
            Tenant tenant = Tenant.dollars(instance, "AUDIT");
            for (int i = 0; i < 8; i++) {
                tenant.admin().post("/masters/parties", "{'name':'Audited " + i + "','customer':true}").expect(201);
            }
            assertThat(instance.console("ashlar:audit-verify")).contains("unchanged");
            assertThat(tenant.admin().get("/audit-chain").expect(200).json().path("clean").asBoolean()).isTrue();

            OptionalLong unchained = beforeItIsChained(tenant.admin(), environment);
            List<Long> entries = tamper(instance, environment);

            JsonNode verdict = tenant.admin().get("/audit-chain").expect(200).json();
            assertThat(verdict.path("clean").asBoolean()).isFalse();
            JsonNode findings = verdict.path("verdict").path("findings");
            assertThat(findings.get(0).path("kind").asText()).isEqualTo("CHANGED");
            assertThat(findings.get(0).path("entry").asLong()).isEqualTo(entries.get(0));
            List<String> expected = new ArrayList<>(List.of("CHANGED " + entries.get(0), "DELETED " + entries.get(1),
                    "REORDERED " + entries.get(2), "REORDERED " + entries.get(3), "INSERTED " + entries.get(4)));
            unchained.ifPresent(entry -> expected.add("DELETED " + entry));
            assertThat(kinds(findings)).containsExactlyInAnyOrderElementsOf(expected);
            report(tenant.admin(), expected.size());
            assertThatThrownBy(() -> instance.console("ashlar:audit-verify")).hasMessageContaining("CHANGED")
                    .hasMessageContaining(String.valueOf(entries.get(4)));
        }
    }

    private static List<String> kinds(JsonNode findings) {
        List<String> kinds = new ArrayList<>();
        findings.forEach(f -> kinds.add(f.path("kind").asText() + " " + f.path("entry").asLong()));
        return kinds;
    }

    /** The auditor of the whole installation tells it, too. */
    private static void report(Api api, int breaches) {
        for (JsonNode rule : api.get("/audit-report").expect(200).json().path("rules")) {
            if (rule.path("id").asText().equals("platform.auditChain")) {
                assertThat(rule.path("breaches")).hasSize(breaches);
                return;
            }
        }
        throw new AssertionError("No rule platform.auditChain");
    }

    /**
     * Deletes an entry that was committed and not chained yet: whoever holds the chain's head keeps the chainer waiting meanwhile.
     * Only where the database lets others in while the suite runs.
     */
    private OptionalLong beforeItIsChained(Api api, Map<String, String> environment) throws SQLException {
        if (database != Databases.POSTGRESQL) {
            return OptionalLong.empty();
        }
        try (Connection c = DriverManager.getConnection(environment.get("ASHLAR_DB_URL"), "postgres", "");
                Statement statement = c.createStatement()) {
            c.setAutoCommit(false);
            statement.executeUpdate("update platform_audit_head set link = link where id = 1");
            long party = api.post("/masters/parties", "{'name':'Gone at once'}").expect(201).id();
            long entry;
            try (ResultSet row = statement.executeQuery("select a.id from platform_audit a left join platform_audit_chain l"
                    + " on l.audit_id = a.id where a.model = 'masters.party' and a.record_id = " + party + " and l.link is null")) {
                assertThat(row.next()).as("an entry without a link").isTrue();
                entry = row.getLong(1);
            }
            statement.executeUpdate("delete from platform_audit where id = " + entry);
            c.commit();
            return OptionalLong.of(entry);
        }
    }

    /** Derby lets nobody else in while the suite runs, so the suite is stopped meanwhile; PostgreSQL does not mind. */
    private List<Long> tamper(Instance instance, Map<String, String> environment) throws SQLException {
        if (database == Databases.POSTGRESQL) {
            try (Connection c = DriverManager.getConnection(environment.get("ASHLAR_DB_URL"), "postgres", "")) {
                return tamper(c);
            }
        }
        instance.stop();
        String url = "jdbc:derby:" + instance.home().resolve("data/database");
        List<Long> entries;
        try (Connection c = DriverManager.getConnection(url)) {
            entries = tamper(c);
        }
        assertThatThrownBy(() -> DriverManager.getConnection(url + ";shutdown=true")).isInstanceOf(SQLException.class);
        instance.start();
        return entries;
    }

    /** One changed, one deleted, two swapped, one inserted. */
    private static List<Long> tamper(Connection connection) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("select id from platform_audit where model = 'masters.party' order by id")) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            statement.executeUpdate("update platform_audit set login = 'nobody' where id = " + ids.get(0));
            statement.executeUpdate("delete from platform_audit where id = " + ids.get(1));
            for (long[] move : new long[][] {{ids.get(2), -1}, {ids.get(3), ids.get(2)}, {-1, ids.get(3)}}) {
                statement.executeUpdate("update platform_audit set id = " + move[1] + " where id = " + move[0]);
            }
        }
        long forged = ids.get(ids.size() - 1) + 500_000;
        try (PreparedStatement insert = connection.prepareStatement("insert into platform_audit (id, " + COLUMNS
                + ") select " + forged + ", " + COLUMNS + " from platform_audit where id = ?")) {
            insert.setLong(1, ids.get(4));
            insert.executeUpdate();
        }
        return List.of(ids.get(0), ids.get(1), ids.get(2), ids.get(3), forged);
    }
}
