package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Suites;
import org.ashlar.itests.support.Tenant;
import org.junit.jupiter.api.Test;

/**
 * A masked copy holds nobody's number and comes up with the same balances; it is taken away over REST by whoever may. The plan is
 * changed and refused in words.
 */
abstract class BackupOnScreenFlow {

    private static final String PHONE = "13912348765";
    private static final String CITIZEN = "11010519491231002X";
    private static final String CARD = "6222000100000007919";
    private static final String MAIL = "zhang.wei@mask.example";
    private static final String NAME = "Zhang Wei Unmasked";

    private final Databases database;

    BackupOnScreenFlow(Databases database) {
        this.database = database;
    }

    @Test
    void aMaskedCopyHoldsNobodysNumberAndTheSameBalances() throws Exception {
        Tenant tenant = Tenant.renminbi(Suites.on(database), "MASK");
        Api admin = tenant.admin();
        long party = given(admin);
        admin.send("PUT", "/operations/masked-fields", "{'fields':['masters.product.description']}").expect(200);
        assertThat(admin.send("PUT", "/operations/masked-fields", "{'fields':['masters.party.nothing']}").expect(422).code())
                .isEqualTo("platform.masked.field");

        String name = name(admin, admin.post("/operations/masked-backups", "{}"));
        byte[] file = admin.file("/operations/backups/" + name + "/content");
        assertThat(file).hasSize((int) Files.size(tenant.instance().home().resolve("data/backups").resolve(name)));
        String content = content(file);
        assertThat(content).contains("@example.com").doesNotContain(PHONE, "1391234", CITIZEN, "194912310", CARD, MAIL, NAME, "Secret words");

        JsonNode tried = admin.awaitJob(admin.post("/operations/backups/" + name + "/restore-check", "{}").expect(202).json().path("job").asLong());
        assertThat(tried.path("state").asText()).as(tried.toString()).isEqualTo("DONE");
        JsonNode backup = admin.get("/operations/backups").expect(200).json().get(0);
        assertThat(backup.path("name").asText()).isEqualTo(name);
        assertThat(backup.path("masked").asBoolean()).isTrue();
        assertThat(backup.path("restored").path("verified").asBoolean()).as(backup.path("restored").path("differences").toString()).isTrue();
        assertThat(backup.path("restored").path("compared").asInt()).isGreaterThan(100);
        assertThat(backup.path("restored").path("figures").toString()).contains("MASK");

        // The live data is as it was.
        JsonNode kept = admin.get("/masters/parties/" + party).expect(200).json();
        assertThat(kept.path("phone").asText()).isEqualTo(PHONE);
        assertThat(kept.path("taxId").asText()).isEqualTo(CITIZEN);
        assertThat(admin.get("/audit-entries?model=platform.backup&limit=5").expect(200).text()).contains("downloaded").contains(name);
        Api operator = tenant.user("mask-operator", "platform.operator");
        operator.get("/operations/backups").expect(200);
        operator.get("/operations/backups/" + name + "/content").expect(403);
        admin.get("/operations/backups/..%2F..%2Fsecret.key/content").expect(404);
    }

    @Test
    void thePlanIsChangedAndRefusedInWords() {
        Api admin = Tenant.renminbi(Suites.on(database), "PLAN").admin();
        Map<String, Object> plan = Map.of("hour", 3, "everyHours", 12, "keep", 5, "verify", "NEVER");
        admin.send("PUT", "/operations/backup-plan", plan).expect(200);
        assertThat(admin.get("/operations/backup-plan").expect(200).json().path("everyHours").asInt()).isEqualTo(12);
        JsonNode errors = admin.send("PUT", "/operations/backup-plan", "{'hour':24,'everyHours':5,'keep':-1}").expect(422).json().path("errors");
        assertThat(errors.findValuesAsText("field")).containsExactly("hour", "everyHours", "keep", "verify");
        assertThat(admin.get("/operations/backup-plan").expect(200).json().path("keep").asInt()).isEqualTo(5);
    }

    private static long given(Api admin) {
        JsonNode party = admin.post("/masters/parties", "{'name':'" + NAME + "','customer':true,'kind':'PERSON','country':'CN','taxId':'" + CITIZEN
                + "','phone':'" + PHONE + "','email':'" + MAIL + "','note':'Secret words','bankAccounts':[{'number':'" + CARD + "','holder':'"
                + NAME + "'}],'contacts':[{'name':'" + NAME + "','mobile':'+86 139-1234-8765'}]}").expect(201).json();
        long id = party.path("id").asLong();
        // The audit log and the comments know the numbers too.
        admin.patch("/masters/parties/" + id, party.path("version").asLong(), "{'note':'Secret words " + PHONE + "'}").expect(200);
        admin.post("/records/masters.party/" + id + "/comments", "{'text':'Call " + PHONE + "'}");
        admin.post("/crm/leads", "{'name':'" + NAME + "','contact':'" + NAME + "','mobile':'" + PHONE + "','note':'Secret words'}").expect(201);
        JsonNode accounts = admin.get("/finance/accounts?filter=heading==false;reconcilable==false;type==EXPENSE&limit=2").expect(200).json()
                .path("rows");
        admin.post("/finance/postings", "{'text':'" + NAME + "','lines':[{'account':" + accounts.get(0).path("id") + ",'debit':'5'},{'account':"
                + accounts.get(1).path("id") + ",'credit':'5'}]}").expect(201);
        return id;
    }

    private static String name(Api admin, org.ashlar.itests.support.Answer started) throws IOException {
        JsonNode job = admin.awaitJob(started.expect(202).json().path("job").asLong());
        assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("DONE");
        JsonNode result = job.path("result");
        return (result.isTextual() ? Api.JSON.readTree(result.asText()) : result).path("name").asText();
    }

    /** Every byte of every file in it; a dump of PostgreSQL as the statements it stands for. */
    private String content(byte[] file) throws IOException, InterruptedException {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readAllBytes();
                all.append(entry.getName().endsWith(".dump") ? statements(bytes) : new String(bytes, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    private static String statements(byte[] dump) throws IOException, InterruptedException {
        Path file = Files.createTempFile("masked", ".dump");
        Path text = Files.createTempFile("masked", ".sql");
        try {
            Files.write(file, dump);
            String tool = Files.isDirectory(Path.of("/usr/lib/postgresql")) ? newest() : "pg_restore";
            assertThat(new ProcessBuilder(tool, "--file=" + text, file.toString()).inheritIO().start().waitFor()).isZero();
            return Files.readString(text);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(text);
        }
    }

    private static String newest() throws IOException {
        try (java.util.stream.Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(v -> v.resolve("bin/pg_restore")).filter(Files::isExecutable).max(java.util.Comparator.naturalOrder())
                    .orElseThrow().toString();
        }
    }
}
