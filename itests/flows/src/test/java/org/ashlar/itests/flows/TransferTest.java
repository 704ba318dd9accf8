package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.ashlar.itests.support.Answer;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Instance;
import org.ashlar.itests.support.Tenant;
import org.ashlar.itests.support.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Data in and out, as somebody does it who moves from another system. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransferTest {

    private static final int ROWS = 100_000;
    private static final int BAD = 37;

    private Instance instance;
    private Tenant company;
    private Api api;

    @BeforeAll
    void givenACompany() {
        instance = Instance.unpack("transfer", Map.of("ASHLAR_DEMO", "false"));
        instance.start();
        company = Tenant.renminbi(instance, "MOVE");
        api = company.admin();
    }

    @AfterAll
    void stop() {
        instance.close();
    }

    private static ObjectNode mapping() {
        ObjectNode mapping = Api.JSON.createObjectNode().put("model", "masters.party").put("source", "old");
        mapping.putArray("key").add("编号");
        ObjectNode columns = mapping.putObject("columns");
        columns.putObject("code").put("column", "编号").put("prefix", "K-");
        columns.putObject("name").put("column", "客户");
        columns.putObject("phone").put("column", "电话");
        columns.putObject("customer").put("value", true);
        return mapping;
    }

    @Test
    void aHundredThousandRowsInGb18030WithSomeBadOnesOutliveAKill() {
        Set<Integer> bad = new HashSet<>();
        for (Random random = new Random(37); bad.size() < BAD;) {
            bad.add(random.nextInt(ROWS));
        }
        StringBuilder text = new StringBuilder("编号;客户;电话\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(i).append(';').append(bad.contains(i) ? "" : "深圳市方石贸易有限公司" + i).append(";0755-").append(i).append('\n');
        }
        byte[] file = text.toString().getBytes(Charset.forName("GB18030"));

        JsonNode seen = api.upload("/imports/analysis?model=masters.party", "客户.csv", file).expect(200).json();
        assertThat(seen.path("encoding").asText()).isEqualTo("GB18030");
        assertThat(seen.path("delimiter").asText()).isEqualTo(";");
        assertThat(seen.path("rows").asInt()).isEqualTo(ROWS);
        assertThat(api.upload("/imports/analysis?model=masters.party&encoding=GB18030&delimiter=,", "客户.csv", file).expect(200).json()
                .path("columns")).as("as the user says").hasSize(1);
        assertThat(api.upload("/imports/analysis?model=masters.party&encoding=x&delimiter=%0A", "客户.csv", file).expect(200).json()
                .path("delimiter").asText()).as("nonsense is guessed").isEqualTo(";");
        JsonNode dry = api.importFile("客户.csv", file, mapping(), true);
        assertThat(dry.path("rejected").asInt()).isEqualTo(BAD);
        assertThat(api.get("/imports/" + dry.path("job").asLong() + "/rejects.csv").expect(200).text().lines()).hasSize(BAD + 1);
        assertThat(count("code==K-*")).isZero();

        long job = api.startImport("客户.csv", file, mapping(), false);
        Waiting.until("a third is in", Duration.ofMinutes(3),
                () -> api.get("/jobs/" + job).expect(200).json().path("done").asInt() > ROWS / 3);
        instance.kill();
        instance.start();
        JsonNode ended = api.awaitJob(job);
        if (!"DONE".equals(ended.path("state").asText())) {
            api.post("/jobs/" + job + "/resume", "{}");
            ended = api.awaitJob(job);
        }
        assertThat(ended.path("state").asText()).isEqualTo("DONE");
        assertThat(count("code==K-*")).isEqualTo(ROWS - BAD);
    }

    private long count(String filter) {
        return api.get("/masters/parties?fields=id&limit=1&count=true&filter=" + filter).expect(200).json().path("total").asLong();
    }

    @Test
    void totalsThatDoNotTieStopTheBatch() {
        ObjectNode mapping = Api.JSON.createObjectNode().put("model", "masters.product");
        ObjectNode columns = mapping.putObject("columns");
        columns.putObject("code").put("column", "code");
        columns.putObject("name").put("column", "code");
        columns.putObject("kind").put("value", "GOODS");
        columns.putObject("unit").put("value", "EA");
        columns.putObject("salePrice").put("column", "price");
        mapping.putObject("control").put("rows", 2).putObject("sums").put("price", "1100.00");
        long job = api.startImport("p.csv", "code,price\nT-1,1000.00\nT-2,10.00\n".getBytes(StandardCharsets.UTF_8), mapping, false);

        assertThat(api.awaitJob(job).toString()).contains("FAILED").contains("-90");
        assertThat(api.get("/masters/products?filter=code==T-*").expect(200).json().path("rows")).isEmpty();
    }

    @Test
    void aListLeavesAndComesBack() {
        api.post("/masters/parties", "{'code':'OUT-1','name':'=1+1','customer':true,'note':'-x'}").expect(201);
        api.post("/masters/parties", "{'code':'OUT-2','name':'张三','customer':true}").expect(201);
        String csv = api.get("/exports/masters/parties.csv?filter=code==OUT-*&fields=code,name,note&sort=code").expect(200).text();
        assertThat(csv).contains("OUT-1,'=1+1,'-x").contains("张三");
        ObjectNode mapping = Api.JSON.createObjectNode().put("model", "masters.party").put("mode", "upsert");
        JsonNode tally = api.importFile("back.csv", csv.getBytes(StandardCharsets.UTF_8), mapping, false);
        assertThat(tally.path("updated").asInt()).isEqualTo(2);
        assertThat(api.get("/masters/parties?filter=code==OUT-1").expect(200).json().path("rows").get(0).path("name").asText())
                .isEqualTo("=1+1");
        assertThat(api.get("/exports/masters/parties.json?filter=code==OUT-2&fields=code,name").expect(200).json().get(0)
                .path("name").asText()).isEqualTo("张三");
        assertThat(api.get("/exports/masters/parties.xlsx?filter=code==OUT-*").expect(200).text()).startsWith("PK");
        Answer refused = api.language("zh").get("/exports/masters/parties.csv?fields=nope");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("没有字段");
        assertThat(api.get("/exports/masters/parties.exe").status()).isEqualTo(404);
    }

    @Test
    void theSealStandsOnConfirmedOrdersPrintedByThoseWhoMayUseIt() {
        long party = api.post("/masters/parties", "{'name':'盖章客户','customer':true}").expect(201).id();
        long order = api.post("/sales/orders", "{'party':" + party + ",'lines':[{'text':'Job','quantity':'1','unit':'EA',"
                + "'unitPrice':'7'}]}").expect(201).id();
        assertThat(api.post("/platform/seals", "{'name':'x','target':'sales.order','condition':'nope==1'}").expect(422).code())
                .isEqualTo("platform.seal.condition");
        long seal = api.post("/platform/seals", "{'name':'合同专用章','target':'sales.order','condition':'state==CONFIRMED'}")
                .expect(201).id();
        assertThat(api.upload("/files/platform/seals/" + seal, "seal.png", java.util.Base64.getDecoder().decode(
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==")).status())
                .isBetween(200, 201);
        Api seller = company.user("seller", "sales.user");
        String print = "/prints/sales/orders/" + order + ".pdf?language=zh";
        api.get(print).expect(200);
        assertThat(sealed(order)).isZero();
        api.post("/sales/orders/" + order + "/confirm", "{}").expect(200);
        seller.get(print).expect(200);
        assertThat(sealed(order)).isZero();
        assertThat(seller.get("/platform/seals").status()).isEqualTo(403);
        assertThat(seller.get("/files/platform/seals/" + seal).status()).isIn(403, 404);
        api.get(print).expect(200);
        assertThat(sealed(order)).isEqualTo(1);
        assertThat(api.get(print + "&template=none").expect(404).code()).isEqualTo("platform.print.unknown");
    }

    private long sealed(long order) {
        return api.get("/sales/orders/" + order + "/audit").expect(200).json().path("rows").findValues("kind").stream()
                .filter(kind -> kind.asText().equals("sealed")).count();
    }

    @Test
    void printsAndReportsComeAsFiles() {
        long party = api.post("/masters/parties", "{'name':'打印客户','customer':true}").expect(201).id();
        Answer print = api.get("/prints/masters/parties/" + party + ".pdf").expect(200);
        assertThat(print.text()).startsWith("%PDF");
        assertThat(print.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(api.get("/reports/finance.trialBalance.pdf").expect(200).text()).startsWith("%PDF");
        assertThat(api.get("/reports/finance.trialBalance.xlsx").expect(200).text()).startsWith("PK");
        assertThat(api.get("/prints/masters/parties/999999999.pdf").status()).isEqualTo(404);
        assertThat(api.post("/prints/preview", "{'target':'masters.party','record':" + party + ",'body':'<html><body>{{name}}</body></html>'}")
                .expect(200).text()).startsWith("%PDF");
        api.post("/prints/preview", "{'target':'masters.party','record':" + party + ",'body':'<html><body>{{nope}}</body></html>'}")
                .expect(422);
        api.post("/prints/preview", "{'target':'masters.party','record':" + party + "}").expect(422);
        JsonNode looks = api.get("/reports").expect(200).json();
        assertThat(looks.findValues("look").toString()).contains("finance.generalLedger");
    }

    @Test
    void peopleFindByPinyinInitialsAndWithATypo() {
        api.post("/masters/parties", "{'name':'上海申江机电','customer':true}").expect(201);
        api.post("/masters/parties", "{'name':'Northgate Tools','customer':true}").expect(201);
        for (String typed : new String[] {"shenjiang", "shsj", "申江", "northgate", "nrothgate"}) {
            Waiting.until(typed + " finds it", Duration.ofSeconds(60), () -> {
                JsonNode rows = api.get("/search?q=" + java.net.URLEncoder.encode(typed, StandardCharsets.UTF_8)).expect(200).json()
                        .path("rows");
                return rows.toString().contains(typed.startsWith("n") ? "Northgate" : "申江");
            });
        }
        assertThat(instance.anonymous().get("/search?q=northgate").status()).isEqualTo(401);
    }
}
