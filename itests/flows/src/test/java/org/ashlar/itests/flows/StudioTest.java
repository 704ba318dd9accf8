package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
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
 * Without code: an administrator adds fields to parties and a model of equipment with parts, on Derby; they work like any
 * other, survive an upgrade of the module, a kill and the module's absence, and travel as a package into an installation
 * on PostgreSQL, where they work the same.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StudioTest {

    private static final String FIELDS = "/platform/custom-fields";
    private static final String MODELS = "/platform/custom-models";

    private Instance instance;
    private Tenant tenant;
    private Api api;
    private long party;

    @BeforeAll
    void givenASuiteOnDerby() {
        instance = start("studio", Databases.DERBY);
        tenant = Tenant.dollars(instance, "STU");
        api = tenant.admin();
        party = api.post("/masters/parties", "{'code':'OLD','name':'There before','customer':true}").expect(201).id();
    }

    private static Instance start(String name, Databases database) {
        Map<String, String> environment = new HashMap<>(database.environment("ashlar_studio"));
        environment.put("ASHLAR_DEMO", "false");
        environment.put("EXTRA_JAVA_OPTS", "-Dashlar.count.statements=true -Dashlar.bench=true");
        Instance started = Instance.unpack(name, environment);
        started.start();
        return started;
    }

    @AfterAll
    void stop() {
        if (instance != null) {
            instance.close();
        }
    }

    private static long statements(Answer answer) {
        return Long.parseLong(answer.header("Ashlar-Statements"));
    }

    @Test
    @Order(1)
    void threeFieldsAndAModelAreThereAtOnce() {
        long read = statements(api.get("/masters/parties/" + party).expect(200));
        long listed = statements(api.get("/masters/parties").expect(200));

        api.post(FIELDS, "{'model':'masters.party','code':'rating','type':'CHOICE','labelEn':'Rating','labelZh':'评级',"
                + "'defaultValue':'B','tab':'Quality','options':[{'value':'A','labelEn':'Top','labelZh':'优','tone':'GREEN'},"
                + "{'value':'B','labelEn':'Fair','labelZh':'良'}]}").expect(201);
        api.post(FIELDS, "{'model':'masters.party','code':'deposit','type':'MONEY','labelEn':'Deposit','labelZh':'押金'}")
                .expect(201);
        api.post(FIELDS, "{'model':'masters.party','code':'licence','type':'TEXT','length':40,'labelEn':'Licence',"
                + "'labelZh':'许可证','unique':true,'searchable':true}").expect(201);

        api.post(MODELS, "{'code':'equipment','collection':'equipment','labelEn':'Equipment','labelZh':'设备',"
                + "'numberPattern':'EQ-{seq:4}','states':[{'code':'DRAFT','labelEn':'Draft','labelZh':'草稿'},"
                + "{'code':'USED','labelEn':'In use','labelZh':'在用'},"
                + "{'code':'SCRAPPED','labelEn':'Scrapped','labelZh':'报废','locked':true}],"
                + "'transitions':[{'code':'start','labelEn':'Start','labelZh':'启用','from':'DRAFT','to':'USED'},"
                + "{'code':'scrap','labelEn':'Scrap','labelZh':'报废','to':'SCRAPPED'}]}").expect(201);
        api.post(MODELS, "{'code':'equipmentPart','labelEn':'Parts','labelZh':'零件','parent':'equipment','linesField':'parts'}")
                .expect(201);
        api.post(FIELDS, "{'model':'custom.equipment','code':'customer','type':'REFERENCE','target':'masters.party',"
                + "'labelEn':'Customer','labelZh':'客户','required':true,'position':10}").expect(201);
        api.post(FIELDS, "{'model':'custom.equipment','code':'serial','type':'TEXT','labelEn':'Serial','labelZh':'序列号',"
                + "'unique':true,'position':20}").expect(201);
        api.post(FIELDS, "{'model':'custom.equipment','code':'price','type':'DECIMAL','scale':2,'labelEn':'Price',"
                + "'labelZh':'价格','position':30}").expect(201);
        api.post(FIELDS, "{'model':'custom.equipmentPart','code':'count','type':'INTEGER','labelEn':'Count','labelZh':'数量'}")
                .expect(201);

        assertThat(statements(api.get("/masters/parties/" + party).expect(200)))
                .as("reading costs the same number of statements, one join more").isEqualTo(read);
        assertThat(statements(api.get("/masters/parties").expect(200))).isEqualTo(listed);
    }

    @Test
    @Order(2)
    void theyWorkLikeAnyOther() {
        fieldsWork(api);
        modelWorks(api);
    }

    private static void fieldsWork(Api api) {
        Answer alpha = api.post("/masters/parties?fields=id,x_rating,x_deposit,x_depositCurrency,x_licence",
                "{'code':'ALPHA','name':'Alpha','customer':true,'x_deposit':'12.50','x_depositCurrency':'USD',"
                        + "'x_licence':'LIC-77'}").expect(201);
        assertThat(alpha.json().path("x_rating").asText()).as("its default").isEqualTo("B");
        long beta = api.post("/masters/parties", "{'code':'BETA','name':'Beta','customer':true,'x_rating':'A'}").expect(201)
                .id();

        assertThat(codes(api, "filter=x_rating==A")).containsExactly("BETA");
        assertThat(codes(api, "filter=x_deposit=gt=12&sort=-x_deposit")).containsExactly("ALPHA");
        assertThat(codes(api, "filter=x_licence==LIC*")).containsExactly("ALPHA");
        assertThat(codes(api, "q=lic-7")).containsExactly("ALPHA");
        JsonNode groups = api.get("/masters/parties/groups?by=x_rating&measures=count,sum(x_deposit)&filter=x_rating=null=false")
                .expect(200).json().path("rows");
        assertThat(groups).hasSize(2);

        JsonNode version = api.get("/masters/parties/" + beta + "?fields=version").expect(200).json().path("version");
        api.patch("/masters/parties/" + beta, version.asLong(), "{'x_deposit':'5','x_rating':'B'}").expect(200);
        api.patch("/masters/parties/" + beta, version.asLong(), "{'x_deposit':'6'}").expect(412);
        assertThat(api.get("/masters/parties/" + beta + "/audit").expect(200).text()).contains("x_deposit", "x_rating");

        Answer twice = api.post("/masters/parties", "{'code':'GAMMA','name':'Gamma','x_licence':'LIC-77'}").expect(409);
        assertThat(twice.json().path("errors").findValuesAsText("field")).containsExactly("x_licence");
        api.post("/masters/parties", "{'code':'GAMMA','name':'Gamma','x_rating':'Z'}").expect(422);

        JsonNode tally = api.importFile("parties.csv",
                "Code;Name;Grade;Licence\nIMP1;Imported;A;L-1\nIMP2;Wrong;Q;L-2\nIMP3;Taken;A;LIC-77\n"
                        .getBytes(StandardCharsets.UTF_8),
                tree("{'model':'masters.party','delimiter':';','columns':{'code':{'column':'Code'},'name':{'column':'Name'},"
                        + "'x_rating':{'column':'Grade'},'x_licence':{'column':'Licence'}}}"), false);
        assertThat(tally.path("created").asInt()).isEqualTo(1);
        assertThat(tally.path("rejected").asInt()).isEqualTo(2);
        assertThat(codes(api, "filter=x_licence==L-1;x_rating==A")).containsExactly("IMP1");

        JsonNode meta = api.language("zh").get("/meta/masters.party").expect(200).json();
        JsonNode rating = field(meta, "x_rating");
        assertThat(rating.path("label").asText()).isEqualTo("评级");
        assertThat(rating.path("options").get(0).path("label").asText()).isEqualTo("优");
        assertThat(rating.path("options").get(0).path("tone").asText()).isEqualTo("green");
        assertThat(meta.path("views").path("list").path("columns").toString()).contains("x_rating");
        assertThat(meta.path("views").path("form").path("tabs").findValuesAsText("title")).contains("Quality");
        assertThat(api.get("/openapi.json").expect(200).json().path("components").path("schemas").path("masters.party.write")
                .path("properties").has("x_rating")).isTrue();
    }

    private static void modelWorks(Api api) {
        long alpha = api.get("/masters/parties?filter=code==ALPHA").expect(200).json().path("rows").get(0).path("id").asLong();
        Answer made = api.post("/custom/equipment", "{'name':'Pump','customer':" + alpha + ",'serial':'S-1','price':'99.90',"
                + "'parts':[{'name':'Seal','count':3},{'name':'Rotor','count':1}]}").expect(201);
        long id = made.id();
        assertThat(made.json().path("number").asText()).isEqualTo("EQ-0001");
        assertThat(made.json().path("state").asText()).isEqualTo("DRAFT");

        JsonNode read = api.get("/custom/equipment/" + id).expect(200).json();
        assertThat(read.path("customer").path("label").asText()).isEqualTo("Alpha");
        long seal = read.path("parts").get(0).path("id").asLong();
        api.patch("/custom/equipment/" + id, 0, "{'price':'80','parts':[{'id':" + seal + ",'count':4},{'name':'Gasket'}]}")
                .expect(200);
        api.patch("/custom/equipment/" + id, 0, "{'price':'70'}").expect(412);
        read = api.get("/custom/equipment/" + id).expect(200).json();
        assertThat(read.path("parts").findValuesAsText("name")).containsExactly("Seal", "Gasket");
        assertThat(read.path("parts").get(0).path("count").asInt()).isEqualTo(4);

        api.post("/custom/equipment", "{'name':'No customer'}").expect(422);
        api.post("/custom/equipment", "{'name':'Nobody','customer':987654321}").expect(422);
        assertThat(api.post("/custom/equipment", "{'customer':" + alpha + ",'serial':'S-1'}").expect(409).json().path("errors")
                .findValuesAsText("field")).containsExactly("serial");
        api.post("/custom/equipment/bulk", "{'operation':'create','items':[{'name':'A','customer':" + alpha
                + ",'price':'1'},{'name':'B','customer':" + alpha + ",'price':'2'}]}").expect(200);

        api.post("/custom/equipment/" + id + "/start", "{}").expect(200);
        assertThat(api.post("/custom/equipment/" + id + "/start", "{}").expect(422).code())
                .isEqualTo("platform.action.wrongState");
        api.post("/custom/equipment/" + id + "/scrap", "{}").expect(200);
        long version = api.get("/custom/equipment/" + id).expect(200).json().path("version").asLong();
        assertThat(api.patch("/custom/equipment/" + id, version, "{'price':'1'}").expect(422).code())
                .isEqualTo("platform.custom.locked");
        api.delete("/custom/equipment/" + id, version).expect(422);

        long held = api.get("/masters/parties/" + alpha).expect(200).json().path("version").asLong();
        api.delete("/masters/parties/" + alpha, held).expect(409);

        JsonNode page = api.get("/custom/equipment?filter=customer.x_licence==LIC-77&sort=-number&fields=number,state&count=true")
                .expect(200).json();
        assertThat(page.path("total").asInt()).isEqualTo(3);
        assertThat(api.get("/custom/equipment/groups?by=state&measures=count,sum(price)").expect(200).json().path("rows"))
                .hasSize(2);
        assertThat(api.get("/custom/equipment?q=pump").expect(200).json().path("rows")).hasSize(1);
        assertThat(api.get("/custom/equipment/" + id + "/audit").expect(200).text()).contains("price", "state");
        JsonNode tally = api.importFile("equipment.csv", "N;C;P\nBy import;ALPHA;5\nBy import too;NOBODY;5\n"
                .getBytes(StandardCharsets.UTF_8), tree("{'model':'custom.equipment','delimiter':';',"
                + "'columns':{'name':{'column':'N'},'customer':{'column':'C','lookup':'key'},'price':{'column':'P'}}}"), false);
        assertThat(tally.path("created").asInt()).isEqualTo(1);
        assertThat(tally.path("rejected").asInt()).isEqualTo(1);

        JsonNode meta = api.language("zh").get("/meta/custom.equipment").expect(200).json();
        assertThat(meta.path("title").asText()).isEqualTo("设备");
        assertThat(meta.path("actions").findValuesAsText("label")).contains("启用", "报废");
        assertThat(api.get("/openapi.json").expect(200).json().path("paths").has("/custom/equipment/{id}/scrap")).isTrue();
        assertThat(api.get("/boot").expect(200).text()).contains("custom.equipment");
    }

    @Test
    @Order(3)
    void onlyWhoMayDoesIt() {
        long role = api.post("/platform/roles", "{'code':'fitter','title':'Fitter','grants':'custom.equipment.read "
                + "masters.party.read'}").expect(201).id();
        assertThat(role).isPositive();
        Api fitter = tenant.user("fitter", "fitter");
        fitter.get("/custom/equipment").expect(200);
        fitter.get("/masters/parties?fields=code,x_rating").expect(200);
        fitter.post("/custom/equipment", "{'name':'X'}").expect(403);
        fitter.post(FIELDS, "{'model':'masters.party','code':'x','type':'TEXT','labelEn':'X'}").expect(403);
        fitter.get("/studio/package").expect(403);
        fitter.send("POST", "/studio/package", null).expect(403);
        api.post("/platform/field-rights", "{'role':'fitter','model':'masters.party','field':'x_rating','right':'NONE'}")
                .expect(201);
        Waiting.until("the field is hidden", Duration.ofSeconds(10),
                () -> !fitter.get("/masters/parties?limit=1").text().contains("x_rating"));
        assertThat(fitter.get("/masters/parties?filter=x_rating==A").status()).isBetween(400, 403);
        assertThat(fitter.get("/meta/masters.party").expect(200).text()).doesNotContain("x_rating");
        assertThat(api.get("/masters/parties?limit=1").expect(200).text()).contains("x_rating");
    }

    @Test
    @Order(4)
    void viewsAreShownWithoutWhatIsMissing() {
        api.post("/platform/views", Map.of("code", "parties", "model", "masters.party", "kind", "LIST", "definition",
                "{\"columns\":[\"code\",\"x_licence\",\"x_deposit\"]}")).expect(201);
        assertThat(columns()).contains("x_licence").contains("x_deposit");
        api.post("/platform/views", Map.of("code", "wrong", "model", "masters.party", "kind", "LIST", "definition",
                "{\"columns\":[\"nonsense\"]}")).expect(422);
        JsonNode deposit = api.get(FIELDS + "?filter=code==deposit").expect(200).json().path("rows").get(0);
        String path = FIELDS + "/" + deposit.path("id").asLong();
        assertThat(api.post(path + "/purge", "{}").expect(422).code()).isEqualTo("platform.custom.stillActive");
        api.patch(path, deposit.path("version").asLong(), "{'active':false}").expect(200);
        assertThat(columns()).contains("x_licence").doesNotContain("x_deposit");
        assertThat(api.get("/studio/status").expect(200).json().path("views").get(0).path("missing").toString())
                .contains("x_deposit");
        api.patch(path, deposit.path("version").asLong() + 1, "{'active':true}").expect(200);
        assertThat(codes(api, "filter=x_deposit==12.5")).as("data is kept").containsExactly("ALPHA");
    }

    private String columns() {
        return api.get("/meta/masters.party").expect(200).json().path("views").path("list").path("columns").toString();
    }

    @Test
    @Order(5)
    void theyRestWhileTheModuleIsAwayAndSurviveItsUpgradeAndAKill() {
        api.post(FIELDS, "{'model':'sales.order','code':'channel','type':'TEXT','labelEn':'Channel'}").expect(201);
        instance.console("ashlar:module-disable sales");
        Waiting.until("the field rests", Duration.ofSeconds(20), () -> "DORMANT".equals(state("x_channel")));
        instance.console("ashlar:module-enable sales");
        Waiting.until("the field is back", Duration.ofSeconds(30), () -> "LIVE".equals(state("x_channel")));
        Path jar = instance.home().resolve("system/org/ashlar/masters/1.0.0-SNAPSHOT/masters-1.0.0-SNAPSHOT.jar");
        instance.console("ashlar:module-upgrade", jar);
        Waiting.until("the field is back", Duration.ofSeconds(30), () -> "LIVE".equals(state("x_licence"))
                && api.get("/masters/parties?filter=code==ALPHA").status() == 200);
        assertThat(codes(api, "filter=x_licence==LIC-77;x_deposit==12.5")).containsExactly("ALPHA");
        instance.kill();
        instance.start();
        assertThat(codes(api, "filter=x_licence==LIC-77;x_deposit==12.5")).containsExactly("ALPHA");
        assertThat(api.get("/custom/equipment?count=true").expect(200).json().path("total").asInt()).isEqualTo(4);
    }

    private String state(String name) {
        Answer status = api.get("/studio/status");
        for (JsonNode field : status.json().path("fields")) {
            if (field.path("name").asText().equals(name)) {
                return field.path("state").asText();
            }
        }
        return "";
    }

    @Test
    @Order(6)
    void aPackageCarriesThemToAnotherInstallation() {
        Path file = instance.home().resolve("configuration.zip");
        instance.console("ashlar:package-export --company STU", file);
        instance.close();
        instance = start("studio-copy", Databases.POSTGRESQL);
        tenant = Tenant.dollars(instance, "COPY");
        api = tenant.admin();

        String dry = instance.console("ashlar:package-import --company COPY --dry-run", file);
        assertThat(dry).contains("custom.equipment/customer", "create");
        api.get("/custom/equipment").expect(404);
        instance.console("ashlar:package-import --company COPY", file);
        assertThat(instance.console("ashlar:package-import --company COPY --json --dry-run", file))
                .doesNotContain("\"create\"").doesNotContain("\"update\"").doesNotContain("\"conflict\"");
        assertThat(columns()).contains("x_licence");
        JsonNode view = api.get("/platform/views?filter=code==parties").expect(200).json().path("rows").get(0);
        api.delete("/platform/views/" + view.path("id").asLong(), view.path("version").asLong()).expect(204);

        fieldsWork(api);
        modelWorks(api);
    }

    private static java.util.List<String> codes(Api api, String query) {
        return api.get("/masters/parties?" + query.replace(";", "%3B") + "&fields=code").expect(200).json().path("rows")
                .findValuesAsText("code");
    }

    private static JsonNode field(JsonNode meta, String name) {
        for (JsonNode field : meta.path("fields")) {
            if (field.path("name").asText().equals(name)) {
                return field;
            }
        }
        throw new AssertionError("No field " + name + " in " + meta.path("fields"));
    }

    private static JsonNode tree(String text) {
        try {
            return Api.JSON.readTree(text.replace('\'', '"'));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
