package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Suites;
import org.ashlar.itests.support.Tenant;
import org.junit.jupiter.api.Test;

/** An administrator sees who works with the suite and who has not written a follow-up; nobody else does. */
abstract class AdoptionFlow {

    private final Databases database;

    AdoptionFlow(Databases database) {
        this.database = database;
    }

    @Test
    void whoWorksAndWhoDoesNot() {
        Tenant tenant = Tenant.renminbi(Suites.on(database), "USE");
        Api admin = tenant.admin();
        Api busy = tenant.user("use-busy", "crm.salesperson");
        tenant.user("use-idle", "crm.salesperson");
        tenant.user("use-store", "inventory.viewer");
        tenant.instance().anonymous().post("/session", "{'login':'use-busy','password':'correct-horse-battery'}").expect(200);
        JsonNode first = busy.post("/crm/leads", "{'name':'One','mobile':'13900012201'}").expect(201).json();
        busy.post("/crm/leads", "{'name':'Two','mobile':'13900012202'}").expect(201);
        busy.patch("/crm/leads/" + first.path("id").asLong(), first.path("version").asLong(), "{'industry':'Trade'}").expect(200);

        JsonNode works = row(report(admin, "platform.adoption"), "use-busy");
        assertThat(works.path("activeDays").asInt()).isEqualTo(1);
        assertThat(works.path("created7").asInt()).isEqualTo(2);
        assertThat(works.path("changed7").asInt()).isEqualTo(1);
        assertThat(works.path("created30").asInt()).isEqualTo(2);
        assertThat(works.path("lastSignIn").asText()).isEqualTo(works.path("lastWork").asText()).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        JsonNode rests = row(report(admin, "platform.adoption"), "use-idle");
        assertThat(rests.path("created30").asInt()).isZero();
        assertThat(rests.path("lastWork").isNull()).isTrue();
        JsonNode byModel = report(admin, "platform.adoptionByModel").path("rows");
        assertThat(StreamSupport.stream(byModel.spliterator(), false).filter(r -> r.path("login").asText().equals("use-busy")).toList())
                .singleElement().satisfies(r -> assertThat(r.path("created7").asInt()).isEqualTo(2));

        assertThat(row(report(admin, "platform.silent"), "use-busy")).isNotNull();
        busy.post("/crm/visits", "{'lead':" + first.path("id").asLong() + ",'kind':'CALL','note':'Called','clientKey':'use-1'}").expect(201);
        JsonNode silent = report(admin, "platform.silent");
        assertThat(row(silent, "use-busy")).isNull();
        assertThat(row(silent, "use-idle")).isNotNull();
        assertThat(row(silent, "use-store")).isNull();
        assertThat(row(silent, "admin")).isNull();

        assertThat(new String(admin.file("/reports/platform.adoption.csv"), StandardCharsets.UTF_8)).contains("use-busy");
        assertThat(admin.get("/reports/platform.silent.json?days=0").expect(400).code()).isEqualTo("platform.scheduledReport.range");
        for (String id : new String[] {"platform.adoption", "platform.adoptionByModel", "platform.silent"}) {
            busy.get("/reports/" + id + ".json").expect(403);
        }
    }

    private static JsonNode report(Api api, String id) {
        return api.get("/reports/" + id + ".json").expect(200).json();
    }

    private static JsonNode row(JsonNode report, String login) {
        return StreamSupport.stream(report.path("rows").spliterator(), false).filter(r -> r.path("login").asText().equals(login))
                .findFirst().orElse(null);
    }
}
