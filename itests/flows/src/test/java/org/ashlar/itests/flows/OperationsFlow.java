package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Instance;
import org.ashlar.itests.support.Tenant;
import org.ashlar.itests.support.Waiting;
import org.junit.jupiter.api.Test;

/**
 * An administrator makes a sealed backup while people post, loses the machine and restores on another one: the same figures,
 * a clean auditor, sealed fields readable. A damaged backup is refused and changes nothing.
 */
abstract class OperationsFlow {

    private final Databases database;

    OperationsFlow(Databases database) {
        this.database = database;
    }

    private Instance instance(String name) {
        Map<String, String> environment = new HashMap<>(database.environment(name.replace('-', '_')));
        environment.put("ASHLAR_DEMO", "false");
        environment.put("ASHLAR_BACKUP_PHRASE", "方石 correct horse");
        Instance instance = Instance.unpack(name, environment);
        instance.start();
        return instance;
    }

    @Test
    void aBackupUnderLoadComesBackOnAnotherMachine() throws Exception {
        String kind = database.name().toLowerCase(java.util.Locale.ROOT);
        try (Instance first = instance("backup-" + kind)) {
            Api api = Tenant.dollars(first, "BACK").admin();
            JsonNode accounts = api.get("/finance/accounts?filter=heading==false;reconcilable==false;type==EXPENSE&limit=2")
                    .expect(200).json().path("rows");
            String entry = "{'lines':[{'account':" + accounts.get(0).path("id") + ",'debit':'5'},{'account':"
                    + accounts.get(1).path("id") + ",'credit':'5'}]}";
            long party = api.post("/masters/parties", "{'name':'Kept','customer':true,'bankAccounts':[{'number':"
                    + "'6222000100000007919','holder':'Kept','bankName':'Bank'}]}").expect(201).id();
            AtomicBoolean stop = new AtomicBoolean();
            Thread people = new Thread(() -> {
                while (!stop.get()) {
                    api.post("/finance/postings", entry).expect(201);
                }
            });
            people.start();
            String backup = Api.JSON.readTree(first.console("ashlar:backup --json")).get(0).path("name").asText();
            stop.set(true);
            people.join();
            assertThat(backup).endsWith(".sealed");
            if (database == Databases.DERBY) {
                // A trial starts a whole suite, so one of the two databases shows that a sealed one made under load comes back too.
                assertThat(first.console("ashlar:backup-verify " + backup)).contains("trialBalance").contains("are the same");
            }
            Path file = first.home().resolve("data/backups").resolve(backup);
            assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("manifest");

            try (Instance second = instance("restored-" + kind)) {
                refusesADamagedBackup(second, file);
                Files.copy(first.home().resolve("data/secret.key"), second.home().resolve("data/secret.key"),
                        StandardCopyOption.REPLACE_EXISTING);
                // It has anchors of a log of its own by then, as every installation that ran for a day.
                second.console("ashlar:schedules --run platform.auditAnchor");
                Waiting.until("its own anchor", Duration.ofSeconds(60), () -> Files.exists(second.home().resolve("data/audit-anchors.log")));
                assertThat(second.console("ashlar:restore", file)).contains("next start");
                second.stop();
                second.start();
                Api there = second.anonymous().token(Api.JSON.readTree(
                        second.console("ashlar:token-create --company BACK --json admin")).path("token").asText());
                Books.balanced(there);
                JsonNode kept = there.get("/masters/parties/" + party).expect(200).json();
                assertThat(kept.path("bankAccounts").get(0).path("number").asText()).isEqualTo("6222000100000007919");
                int restored = Api.JSON.readTree(second.console("ashlar:figures --json")).size();
                assertThat(restored).isEqualTo(Api.JSON.readTree(first.console("ashlar:figures --json")).size()).isGreaterThan(20);
            }
        }
    }

    private static void refusesADamagedBackup(Instance instance, Path file) throws IOException {
        byte[] damaged = Files.readAllBytes(file);
        damaged[damaged.length / 2] ^= 1;
        Path bad = Files.write(instance.home().resolve("damaged.sealed"), damaged);
        assertThatThrownBy(() -> instance.console("ashlar:restore", bad)).hasMessageContaining("damaged");
        assertThat(instance.home().resolve("data/restore")).doesNotExist();
        assertThat(instance.ready()).isTrue();
    }
}
