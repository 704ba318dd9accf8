package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Instance;
import org.ashlar.itests.support.Tenant;
import org.ashlar.itests.support.Waiting;
import org.junit.jupiter.api.Test;

/**
 * Thirty-two clients post while the process is killed: afterwards every acknowledged entry is there once, and the legal
 * numbers have neither gap nor duplicate.
 */
abstract class PostingUnderFireFlow {

    private static final int CLIENTS = 32;

    private final Databases database;

    PostingUnderFireFlow(Databases database) {
        this.database = database;
    }

    @Test
    void nothingAcknowledgedIsLostAndNumbersStayGapless() {
        String name = "fire-" + database.name().toLowerCase(java.util.Locale.ROOT);
        Map<String, String> environment = new HashMap<>(database.environment(name.replace('-', '_')));
        environment.put("ASHLAR_DEMO", "false");
        try (Instance instance = Instance.unpack(name, environment)) {
            instance.start();
            Api api = Tenant.dollars(instance, "FIRE").admin();
            List<Long> accounts = new ArrayList<>();
            api.get("/finance/accounts?filter=heading==false;reconcilable==false&limit=2").expect(200).json().path("rows")
                    .forEach(row -> accounts.add(row.path("id").asLong()));
            Map<Long, String> acknowledged = new ConcurrentHashMap<>();
            AtomicBoolean stop = new AtomicBoolean();
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                Thread thread = new Thread(() -> post(api, accounts, client, acknowledged, stop));
                clients.add(thread);
                thread.start();
            }
            Waiting.until("300 entries are acknowledged", Duration.ofMinutes(2), () -> acknowledged.size() > 300);
            instance.kill();
            stop.set(true);
            clients.forEach(PostingUnderFireFlow::join);

            instance.start();

            Map<Long, String> found = new HashMap<>();
            for (int offset = 0;; offset += 1000) {
                JsonNode rows = api.get("/finance/entries?fields=id,number,state&sort=id&limit=1000&offset=" + offset)
                        .expect(200).json().path("rows");
                rows.forEach(row -> {
                    assertThat(row.path("state").asText()).isEqualTo("POSTED");
                    found.put(row.path("id").asLong(), row.path("number").asText());
                });
                if (rows.size() < 1000) {
                    break;
                }
            }
            assertThat(found).containsAllEntriesOf(acknowledged);
            Set<Integer> numbers = new HashSet<>();
            found.values().forEach(number -> assertThat(numbers.add(Integer.valueOf(number.replaceAll(".*\\D", "")))).isTrue());
            assertThat(numbers.stream().mapToInt(Integer::intValue).max().orElseThrow()).isEqualTo(numbers.size());
            Books.balanced(api);
        }
    }

    private static void post(Api api, List<Long> accounts, int client, Map<Long, String> acknowledged, AtomicBoolean stop) {
        for (int n = 0; !stop.get(); n++) {
            boolean wrong = n % 10 == client % 10;
            try {
                Answer answer = api.post("/finance/postings", "{'reference':'" + client + "-" + n + "','lines':[{'account':"
                        + accounts.get(0) + ",'debit':'" + (wrong ? "5" : "4") + "'},{'account':" + accounts.get(1)
                        + ",'credit':'4'}]}");
                if (answer.status() == 201) {
                    acknowledged.put(answer.id(), answer.json().path("number").asText());
                }
            } catch (RuntimeException e) {
                Waiting.millis(5);
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
