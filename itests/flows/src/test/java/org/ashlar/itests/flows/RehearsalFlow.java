package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Instance;
import org.ashlar.itests.support.LaterVersion;
import org.ashlar.itests.support.Waiting;
import org.junit.jupiter.api.Test;

/**
 * An administrator rehearses upgrades of the demo company: one that changes tables and keeps the figures, one that changes
 * figures, one whose migration breaks. The live data stays as it is. Then the good one is switched to, people work with it, and the
 * administrator goes back: the version, the tables and the figures of before, one backup more.
 */
abstract class RehearsalFlow {

    private final Databases database;

    RehearsalFlow(Databases database) {
        this.database = database;
    }

    @Test
    void anUpgradeIsTriedOnACopyFirst() throws IOException {
        String name = "rehearsal-" + database.name().toLowerCase(Locale.ROOT);
        Map<String, String> environment = new HashMap<>(database.environment(name.replace('-', '_')));
        environment.put("ASHLAR_DEMO", "true");
        try (Instance instance = Instance.unpack(name, environment)) {
            instance.start();
            List<JsonNode> before = figures(instance);
            Path good = jar(instance, "good", "<addColumn tableName='sales_order'><column name='rehearsed' type='VARCHAR(20)'/></addColumn>"
                    + "<sql>UPDATE sales_order SET rehearsed = state</sql><createTable tableName='sales_later'><column name='id' type='BIGINT'/>"
                    + "</createTable>");
            assertThat(instance.console("ashlar:module-upgrade --dry-run", good)).contains("migration").contains("sales-good");
            JsonNode same = Api.JSON.readTree(instance.console("ashlar:rehearse-upgrade --json --jar", good));
            assertThat(names(same)).contains("report finance.trialBalance closingDebit", "report inventory.valuation value",
                    "records sales.order", "records finance.entry");
            same.forEach(figure -> assertThat(figure.path("after")).isEqualTo(figure.path("before")));

            // A rehearsal starts a whole suite, so each database proves one of the two.
            if (database == Databases.DERBY) {
                figuresThatDifferAreShown(instance);
            } else {
                theChangesetThatFailsIsNamed(instance);
            }
            assertThat(figures(instance)).isEqualTo(before);
            assertThat(instance.console("ashlar:module-upgrade --dry-run", good)).contains("sales-good");
            assertThat(instance.home().resolve("data/tmp/rehearsal")).doesNotExist();
            anUpgradeIsGoneBackFrom(instance, good, before);
        }
    }

    private void anUpgradeIsGoneBackFrom(Instance instance, Path good, List<JsonNode> before) throws IOException {
        Api admin = instance.anonymous().token(Api.JSON.readTree(instance.console("ashlar:token-create --json admin")).path("token").asText());
        if (database == Databases.DERBY) {
            oneThatDoesNotComeUpGivesWay(admin, instance);
        }
        String token = staged(admin, good);
        assertThat(admin.post("/operations/jars/" + token + "/upgrade", "{'unsigned':true}").expect(422).code())
                .isEqualTo("platform.upgrade.unrehearsed");
        JsonNode upgraded = admin.awaitJob(job(admin.post("/operations/jars/" + token + "/upgrade", "{'unsigned':true,'anyway':true}")));
        assertThat(upgraded.path("state").asText()).as(upgraded.toString()).isEqualTo("DONE");
        assertThat(version(admin)).isEqualTo(LaterVersion.VERSION);
        long party = admin.post("/masters/parties", "{'name':'Written since','customer':true}").expect(201).id();

        JsonNode upgrade = admin.get("/operations/upgrades").expect(200).json().get(0);
        String back = "/operations/upgrades/" + upgrade.path("id").asText() + "/back";
        assertThat(upgrade.path("canGoBack").asBoolean()).as(upgrade.toString()).isTrue();
        JsonNode cost = admin.get(back).expect(200).json();
        assertThat(cost.path("restart").asBoolean()).isTrue();
        assertThat(cost.path("lost").findValuesAsText("model")).contains("masters.party");
        assertThat(admin.language("zh").post(back, "{'confirm':'other'}").expect(422).text()).contains("确认");
        assertThat(instance.console("ashlar:upgrade-back " + upgrade.path("id").asText())).contains("masters.party").contains("--force");
        if (database == Databases.DERBY) {
            job(admin.post(back, "{'confirm':'sales'}"));
        } else {
            instance.console("ashlar:upgrade-back --force " + upgrade.path("id").asText());
        }
        Waiting.until("the suite has come back by itself", Duration.ofMinutes(2), () -> state(admin).equals("BACK"));

        Waiting.until("all modules serve", Duration.ofMinutes(1), instance::ready);
        assertThat(version(admin)).isEqualTo(upgrade.path("from").asText());
        assertThat(figures(instance)).isEqualTo(before);
        admin.get("/masters/parties/" + party).expect(404);
        assertThat(admin.get("/audit-entries?model=platform.upgrade&limit=5").expect(200).text()).contains("wentBack");
        assertThat(instance.console("ashlar:upgrades")).contains("BACK").contains("not in service");
        if (database == Databases.DERBY) {
            return;
        }
        // pg_restore leaves tables that it does not know: gone they must be, so that the same migration can run again.
        JsonNode again = admin.awaitJob(job(admin.post("/operations/jars/" + staged(admin, good) + "/upgrade",
                "{'unsigned':true,'anyway':true}")));
        assertThat(again.path("state").asText()).as(again.toString()).isEqualTo("DONE");
    }

    private static void oneThatDoesNotComeUpGivesWay(Api admin, Instance instance) throws IOException {
        Path bad = jar(instance, "bad", "<sql>UPDATE sales_nowhere SET x = 1</sql>");
        JsonNode failed = admin.awaitJob(job(admin.post("/operations/jars/" + staged(admin, bad) + "/upgrade",
                "{'unsigned':true,'anyway':true}")));
        assertThat(failed.path("problem").asText()).as(failed.toString()).contains("sales-bad").contains("in service again");
        assertThat(version(admin)).isNotEqualTo(LaterVersion.VERSION);
        admin.get("/sales/orders?limit=1").expect(200);
        assertThat(state(admin)).isEqualTo("UNDONE");
    }

    private static String staged(Api admin, Path jar) {
        return admin.body("/operations/jars", "application/java-archive", jar).expect(200).json().path("token").asText();
    }

    private static long job(Answer started) {
        return started.expect(202).json().path("job").asLong();
    }

    private static String version(Api admin) {
        for (JsonNode module : admin.get("/operations/modules").expect(200).json()) {
            if (module.path("id").asText().equals("sales") && module.path("state").asText().equals("ACTIVE")) {
                return module.path("version").asText();
            }
        }
        return "none";
    }

    /** Of the latest upgrade; nothing while the suite starts. */
    private static String state(Api admin) {
        try {
            return admin.get("/operations/upgrades").json().path(0).path("state").asText();
        } catch (UncheckedIOException away) {
            return "";
        }
    }

    private static void theChangesetThatFailsIsNamed(Instance instance) throws IOException {
        Path bad = jar(instance, "bad", "<sql>UPDATE sales_order SET total_amount = total_amount + 1</sql>"
                + "</changeSet><changeSet id='sales-worse' author='test'><sql>UPDATE sales_nowhere SET x = 1</sql>");
        assertThatThrownBy(() -> instance.console("ashlar:rehearse-upgrade --jar", bad))
                .hasMessageContaining("live data is untouched").hasMessageContaining("sales-worse");
    }

    private static void figuresThatDifferAreShown(Instance instance) throws IOException {
        Path wrong = jar(instance, "wrong", "<sql>UPDATE sales_order SET total_amount = total_amount + 1</sql>");
        assertThatThrownBy(() -> instance.console("ashlar:rehearse-upgrade --jar", wrong))
                .hasMessageContaining("sales.byYearAndState totalAmount").hasMessageContaining("DIFFERS");
    }

    /** Without what the suite's own daily task adds to the calendar of a company meanwhile. */
    private static List<JsonNode> figures(Instance instance) throws IOException {
        List<JsonNode> figures = new ArrayList<>();
        Api.JSON.readTree(instance.console("ashlar:figures --json")).forEach(figures::add);
        figures.removeIf(f -> f.path("name").asText().matches("records (masters.fiscalYear|finance.period)"));
        return figures;
    }

    private static List<String> names(JsonNode figures) {
        List<String> names = new ArrayList<>();
        figures.forEach(f -> names.add(f.path("name").asText()));
        return names;
    }

    private static Path jar(Instance instance, String name, String changes) throws IOException {
        return LaterVersion.of(instance, "sales", name, changes);
    }
}
