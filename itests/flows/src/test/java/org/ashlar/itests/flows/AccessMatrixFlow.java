package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ashlar.itests.flows.MatrixRoutes.Call;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Suites;
import org.ashlar.itests.support.Tenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Nobody finds anything of a record or field that he may not see, in any answer of any route, whatever his role and
 * company. Routes and models are those of the running suite, so what a new bundle brings is walked as well.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AccessMatrixFlow {

    private static final int FEWEST_MODELS = 25;

    /** Their texts are the words of the schema: who may read a model is told its fields and title. */
    private static final Set<String> SCHEMA = Set.of("platform.customModel", "platform.customField");

    /** What hangs on records: per role one request a model stands for all of them. */
    private static final String AROUND = "/(threads|exports|prints|files|attachments|activities|mails)/.*";

    /** Callers who see the records and what is said about them, and not their texts. */
    private static final Set<String> FIELDS = Set.of("NONE", "MASKED");

    private final Databases database;
    private Tenant here;
    private Tenant there;
    private Api admin;
    private MatrixSeeds seeds;
    private MatrixRoutes routes;
    private final Set<String> leaks = new ConcurrentSkipListSet<>();

    AccessMatrixFlow(Databases database) {
        this.database = database;
    }

    @BeforeAll
    void givenMarkedRecordsOfEveryModelInOneOfTwoCompanies() {
        here = Tenant.dollars(Suites.on(database), "MTXA");
        there = Tenant.dollars(Suites.on(database), "MTXB");
        admin = here.admin();
        seeds = new MatrixSeeds(admin, 'A');
        seeds.plant();
        seeds.discuss();
        routes = new MatrixRoutes(admin, seeds);
    }

    private Api user(String login, long company, Map<String, Object> more, String... roles) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("login", login, "name", login, "roles",
                List.of(roles).stream().map(r -> Map.of("role", r, "company", company)).toList()));
        body.putAll(more);
        long id = admin.post("/platform/users", body).expect(201).id();
        String token = admin.post("/platform/users/" + id + "/createToken", Map.of("name", "matrix", "company", company))
                .expect(200).json().path("result").path("token").asText();
        return here.instance().anonymous().token(token);
    }

    private void role(String code, String grants) {
        admin.post("/platform/roles", Map.of("code", code, "title", code, "grants", grants)).expect(201);
    }

    /** Asks and remembers each mark in the answer that the caller may not see. */
    private Answer ask(Api caller, String who, Call call, Predicate<MatrixSeeds.Model> allowed) {
        Answer answer = (call.method().equals("PATCH") || call.method().equals("DELETE")
                ? caller.with("If-Match", "*") : caller).send(call.method(), call.path(), call.body());
        for (String mark : MatrixSeeds.marks(answer.text() == null ? "" : answer.text())) {
            MatrixSeeds.Model model = seeds.of(mark, !FIELDS.contains(who));
            if (model != null && !SCHEMA.contains(model.id()) && !allowed.test(model)) {
                leaks.add(who + ": " + call + " -> " + answer.status() + " shows " + model.id());
            }
        }
        if (answer.status() >= 500 && answer.status() != 503) {
            leaks.add(who + ": " + call + " -> " + answer.status());
        }
        return answer;
    }

    private void walk(Api caller, String who, List<Call> calls, Predicate<MatrixSeeds.Model> allowed) {
        calls.parallelStream().forEach(c -> ask(caller, who, c, allowed));
    }

    private List<Call> everyRead() {
        List<Call> calls = new ArrayList<>(routes.others());
        seeds.models().values().forEach(m -> calls.addAll(routes.reads(m, seeds.ids().getOrDefault(m.id(), 0L))));
        return calls;
    }

    private List<Call> everyWrite() {
        List<Call> calls = new ArrayList<>(routes.references());
        calls.addAll(routes.around());
        seeds.ids().forEach((model, id) -> calls.addAll(routes.writes(seeds.models().get(model), id)));
        return calls;
    }

    private void noLeaks() {
        assertThat(leaks).isEmpty();
    }

    @BeforeEach
    void anew() {
        leaks.clear();
    }

    /** One database is enough for what is decided before any statement. */
    private void onceOnly() {
        assumeTrue(database == Databases.DERBY);
    }

    private static boolean ours(String role) {
        return role.startsWith("matrix.") || role.startsWith("zqa");
    }

    @Test
    void theWalkFindsTheMarksWhenTheyMayBeSeen() {
        Set<String> found = new ConcurrentSkipListSet<>();
        List<Call> calls = everyRead();
        calls.parallelStream().forEach(c -> found.addAll(MatrixSeeds.marks(admin.get(c.path()).text())));
        assertThat(found).hasSizeGreaterThan(FEWEST_MODELS);
        assertThat(calls).hasSizeGreaterThan(500);
    }

    @Test
    void recordsThatRulesHide() {
        role("matrix.blind", "*");
        seeds.models().values().forEach(m -> admin.post("/platform/record-rules", Map.of("code", "blind-" + m.id(), "title", "x",
                "role", "matrix.blind", "model", m.id(), "filter", "id==0")).expect(201));
        Api blind = user("mtx-blind", here.id(), Map.of(), "matrix.blind");
        walk(blind, "rules", everyRead(), m -> false);
        for (Call call : everyWrite()) {
            Answer answer = ask(blind, "rules", call, m -> false);
            if (!call.path().endsWith("/bulk") && call.path().matches(".*/\\d+(/.*)?")) {
                assertThat(answer.status()).as(call.toString()).isGreaterThanOrEqualTo(400);
            }
        }
        for (Call call : routes.around()) {
            assertThat(ask(blind, "rules", call, m -> false).status()).as(call.toString()).isGreaterThanOrEqualTo(400);
        }
        everySeedIsStillThere();
        noLeaks();
    }

    @Test
    void fieldsThatAreForbidden() {
        fields("NONE", "matrix.nofields", "mtx-nofields");
    }

    @Test
    void fieldsThatAreMasked() {
        fields("MASKED", "matrix.masked", "mtx-masked");
    }

    private void fields(String right, String role, String login) {
        role(role, "*");
        List<Map<String, Object>> rights = new ArrayList<>();
        Set<String> lines = new HashSet<>();
        for (MatrixSeeds.Model model : seeds.models().values()) {
            texts(model.meta(), model.id(), role, right, rights);
            model.meta().path("fields").forEach(f -> {
                if (f.path("type").asText().equals("lines") && lines.add(f.path("target").asText())) {
                    Answer meta = admin.get("/meta/" + f.path("target").asText());
                    texts(meta.json(), f.path("target").asText(), role, right, rights);
                }
            });
        }
        admin.post("/platform/field-rights/bulk", Map.of("operation", "create", "items", rights)).expect(200);
        Api caller = user(login, here.id(), Map.of(), role);
        walk(caller, right, everyRead(), m -> false);
        for (MatrixSeeds.Model model : seeds.models().values()) {
            for (String field : model.texts().stream().limit(3).toList()) {
                List<Call> probes = routes.probes(model, field);
                for (Call probe : probes) {
                    Answer answer = ask(caller, right, probe, m -> false);
                    boolean shown = right.equals("MASKED") && probe.path().contains("?fields=");
                    assertThat(answer.status()).as(probe.toString()).isEqualTo(shown ? 200 : 400);
                }
            }
            Long id = seeds.ids().get(model.id());
            if (id != null && !model.texts().isEmpty() && model.meta().path("update").asBoolean()) {
                String field = model.texts().get(0);
                Answer answer = ask(caller, right, new Call("PATCH", model.path() + "/" + id, Map.of(field, "mine")), m -> false);
                assertThat(answer.status()).as(model.id()).isBetween(400, 428);
                if (answer.status() == 422) {
                    assertThat(answer.text()).as(model.id()).contains(field);
                }
            }
        }
        noLeaks();
    }

    private static void texts(JsonNode meta, String model, String role, String right, List<Map<String, Object>> rights) {
        meta.path("fields").forEach(f -> {
            if (f.path("type").asText().equals("text")) {
                rights.add(Map.of("role", role, "model", model, "field", f.path("name").asText(), "right", right));
            }
        });
    }

    @Test
    void everyRoleInItsOwnCompanySeesOnlyModelsThatItMayRead() {
        onceOnly();
        List<Call> plain = routes.others().stream().filter(c -> !c.path().contains("?") && !c.path().matches(AROUND)).toList();
        for (JsonNode role : admin.get("/access/roles").expect(200).json()) {
            String code = role.path("code").asText();
            if (ours(code) || role.path("portal").asBoolean() || code.equals("platform.admin")) {
                continue;
            }
            Api caller = user("own-" + code.replace('.', '-').toLowerCase(java.util.Locale.ROOT), here.id(), Map.of(), code);
            Set<String> permissions = permissions(caller);
            List<Call> calls = new ArrayList<>(plain);
            seeds.ids().forEach((model, id) -> {
                String path = seeds.models().get(model).path();
                calls.add(MatrixRoutes.get(path + "?limit=200"));
                calls.add(MatrixRoutes.get("/threads" + path + "/" + id + "/comments"));
                if (permissions.contains(model + ".read")) {
                    calls.add(MatrixRoutes.get(path + "/" + id));
                } else {
                    assertThat(caller.get("/meta/" + model).status()).as(code + model).isEqualTo(403);
                    assertThat(caller.get(path + "/" + id).status()).as(code + model).isEqualTo(403);
                }
            });
            walk(caller, code, calls, m -> permissions.contains(m.id() + ".read"));
        }
        noLeaks();
    }

    private static Set<String> permissions(Api caller) {
        Set<String> permissions = new HashSet<>();
        caller.get("/access/me").expect(200).json().path("permissions").forEach(p -> permissions.add(p.path("permission").asText()));
        return permissions;
    }

    @Test
    void anAdministratorOfAnotherCompanySeesNothingOfThisOne() {
        Api other = user("mtx-other-admin", there.id(), Map.of(), "platform.admin");
        Set<String> shared = seeds.models().values().stream().filter(m -> !m.meta().path("companyScoped").asBoolean())
                .map(MatrixSeeds.Model::id).collect(Collectors.toSet());
        shared.remove("platform.user");
        walk(other, "other company", everyRead(), m -> shared.contains(m.id()));
        seeds.ids().forEach((model, id) -> {
            if (!shared.contains(model)) {
                routes.writes(seeds.models().get(model), id).forEach(c -> {
                    Answer answer = ask(other, "other company", c, m -> shared.contains(m.id()));
                    assertThat(answer.status()).as(c.toString()).isGreaterThanOrEqualTo(400);
                });
            }
        });
        assertThat(other.company(here.id()).get("/masters/parties").status()).isEqualTo(403);
        everySeedIsStillThere();
        noLeaks();
    }

    @Test
    void everyRoleOfAnotherCompany() {
        onceOnly();
        for (JsonNode role : admin.get("/access/roles").expect(200).json()) {
            String code = role.path("code").asText();
            if (ours(code) || role.path("portal").asBoolean()) {
                continue;
            }
            Api caller = user("far-" + code.replace('.', '-').toLowerCase(java.util.Locale.ROOT), there.id(), Map.of(), code);
            List<Call> calls = new ArrayList<>();
            seeds.ids().forEach((model, id) -> {
                if (seeds.models().get(model).meta().path("companyScoped").asBoolean() || model.equals("platform.user")) {
                    String path = seeds.models().get(model).path();
                    calls.add(MatrixRoutes.get(path + "?limit=200"));
                    calls.add(MatrixRoutes.get(path + "/" + id));
                    calls.add(MatrixRoutes.get(path + "/" + id + "/audit"));
                    calls.add(new Call("PATCH", path + "/" + id, Map.of("version", 0)));
                }
            });
            walk(caller, "far " + code, calls, m -> !m.meta().path("companyScoped").asBoolean() && !m.id().equals("platform.user"));
        }
        noLeaks();
    }

    @Test
    void partnersSeeTheirOwnDocumentsOnly() {
        long mine = admin.post("/masters/parties", Map.of("name", "Mine", "customer", true)).expect(201).id();
        Api partner = user("mtx-partner", here.id(), Map.of("kind", "PORTAL", "party", mine), "sales.portal", "finance.portal",
                "purchasing.portal");
        walk(partner, "partner", everyRead(), m -> false);
        everyWrite().forEach(c -> assertThat(ask(partner, "partner", c, m -> false).status()).as(c.toString())
                .isGreaterThanOrEqualTo(400));
        noLeaks();
    }

    private void everySeedIsStillThere() {
        seeds.ids().forEach((model, id) -> assertThat(admin.get(seeds.models().get(model).path() + "/" + id).status()).as(model)
                .isEqualTo(200));
    }
}
