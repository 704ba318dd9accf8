package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.ashlar.itests.support.Api;
import org.ashlar.itests.support.Databases;
import org.ashlar.itests.support.Suites;
import org.ashlar.itests.support.Tenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From somebody who asks to a quotation, as two salespeople of different teams and their manager live it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LeadToQuotationFlow {

    private static final String NOTE = "{'lead':%d,'kind':'VISIT','note':'Wants tool boxes','happenedAt':'%s','clientKey':'%s'}";

    private final Databases database;
    private Tenant here;
    private Api manager;
    private Api ann;
    private Api bob;
    private Api carl;

    LeadToQuotationFlow(Databases database) {
        this.database = database;
    }

    @BeforeAll
    void givenTwoTeams() {
        here = Tenant.dollars(Suites.on(database), "CRM" + database.name().charAt(0));
        manager = here.user("crm-manager", "crm.manager");
        ann = person("crm-ann", "East");
        bob = person("crm-bob", "West");
        carl = person("crm-carl", "East");
    }

    private Api person(String login, String department) {
        long user = here.admin().post("/platform/users", Map.of("login", login, "name", login, "department", department, "roles",
                List.of(Map.of("role", "crm.salesperson", "company", here.id())))).expect(201).id();
        return here.instance().anonymous().token(here.admin().post("/platform/users/" + user + "/createToken",
                Map.of("name", "test", "company", here.id())).expect(200).json().path("result").path("token").asText());
    }

    private long lead(Api by, String name) {
        return by.post("/crm/leads", Map.of("name", name)).expect(201).id();
    }

    private JsonNode read(Api by, String path) {
        return by.get(path).expect(200).json();
    }

    @Test
    void aLeadBecomesACustomerADealAndAQuotation() {
        long lead = ann.post("/crm/leads", "{'name':'Harbour Works Ltd','contact':'Emma','mobile':'+44 7700 900123',"
                + "'email':'emma@harbour.example','address':'12 Dock Road','nextActivityDate':'2026-01-05'}").expect(201).id();
        ann.post("/crm/visits", "{'lead':" + lead + ",'kind':'CALL','note':'Wants tool boxes','nextDate':'2040-02-01',"
                + "'nextStep':'Send the offer'}").expect(201);
        JsonNode contacted = read(ann, "/crm/leads/" + lead);
        assertThat(contacted.path("state").asText()).isEqualTo("CONTACTED");
        assertThat(contacted.path("nextActivityDate").asText()).isEqualTo("2040-02-01");
        assertThat(contacted.path("team").asText()).isEqualTo("East");
        assertThat(contacted.path("lastContactAt").isNull()).isFalse();

        ann.post("/crm/leads/" + lead + "/qualify", "{}").expect(200);
        JsonNode made = ann.post("/crm/leads/" + lead + "/convert", "{'title':'Tool boxes','amount':'1200.50','closeDate':'2041-01-31'}")
                .expect(200).json().path("result");
        long deal = made.path("opportunity").asLong();
        JsonNode party = read(ann, "/masters/parties/" + made.path("party").asLong());
        assertThat(party.path("customer").asBoolean()).isTrue();
        assertThat(party.path("contacts").get(0).path("name").asText()).isEqualTo("Emma");
        assertThat(party.path("addresses").get(0).path("street").asText()).isEqualTo("12 Dock Road");
        assertThat(read(ann, "/crm/visits?filter=opportunity==" + deal).path("rows")).hasSize(1);

        int before = read(ann, "/crm/opportunities/" + deal).path("probability").asInt();
        ann.post("/crm/opportunities/" + deal + "/nextStage", "{}").expect(200);
        JsonNode further = read(ann, "/crm/opportunities/" + deal);
        assertThat(further.path("probability").asInt()).isGreaterThan(before);
        assertThat(further.path("weightedAmount").decimalValue()).isEqualByComparingTo("360.15");

        JsonNode quotation = ann.post("/crm/opportunities/" + deal + "/quote", "{}").expect(200).json().path("result");
        JsonNode again = ann.post("/crm/opportunities/" + deal + "/win", "{}").expect(200).json();
        assertThat(again.path("result").path("id").asLong()).as("one quotation").isEqualTo(quotation.path("id").asLong());
        assertThat(again.path("state").asText()).isEqualTo("WON");
        JsonNode order = read(here.admin(), "/sales/orders/" + quotation.path("id").asLong());
        assertThat(order.path("state").asText()).isEqualTo("DRAFT");
        assertThat(order.path("netAmount").decimalValue()).isEqualByComparingTo("1200.50");
        assertThat(order.path("party").path("id").asLong()).isEqualTo(party.path("id").asLong());
        JsonNode flow = read(here.admin(), "/sales/orders/" + quotation.path("id").asLong() + "/flow").path("nodes");
        assertThat(flow.findValuesAsText("model")).contains("crm.lead", "crm.opportunity", "sales.order");
        assertThat(read(ann, "/crm/opportunities/" + deal + "/flow").toString())
                .as("who may not read quotations does not read them here").doesNotContain(order.path("number").asText());
    }

    @Test
    void aWinThatSalesRefusesLeavesTheDealOpen() {
        long party = manager.post("/masters/parties", "{'name':'Retiring customer','customer':true}").expect(201).id();
        long deal = ann.post("/crm/opportunities", Map.of("title", "Last deal", "party", party, "amount", "10")).expect(201).id();
        long version = read(manager, "/masters/parties/" + party).path("version").asLong();
        manager.patch("/masters/parties/" + party, version, "{'active':false}").expect(200);
        assertThat(ann.post("/crm/opportunities/" + deal + "/win", "{}").expect(422).text()).contains("Retiring customer");
        JsonNode open = read(ann, "/crm/opportunities/" + deal);
        assertThat(open.path("state").asText()).isEqualTo("OPEN");
        assertThat(open.path("quotation").isNull()).isTrue();
    }

    @Test
    void theSameLeadIsNotWorkedOnTwice() {
        ann.post("/crm/leads", "{'name':'Baltic Marine Service','mobile':'138 0000 7001','email':'k@baltic.example'}").expect(201);
        String phone = carl.post("/crm/leads", "{'name':'Somebody else','phone':'+86 138-0000-7001'}").expect(422).text();
        assertThat(phone).contains("crm.lead.duplicate.phone", "Baltic Marine Service", "crm-ann");
        String hidden = bob.post("/crm/leads", "{'name':'Other','email':'K@Baltic.example'}").expect(422).text();
        assertThat(hidden).contains("crm.lead.hiddenDuplicate.email", "crm-ann").doesNotContain("Baltic Marine");
        assertThat(carl.post("/crm/leads", "{'name':'BALTIC MARINE SERVICE LTD.'}").expect(422).text())
                .contains("crm.lead.duplicate.name");
        carl.post("/crm/leads", "{'name':'Baltic Marine Service','duplicateAllowed':true}").expect(201);
        carl.post("/crm/leads", "{'name':'No phone at all','phone':'ask'}").expect(422);

        JsonNode job = here.admin().importFile("leads.csv", ("name,mobile\nFirst of the file,13900007002\nSecond of the file,139 0000 7002\n"
                + "Third of the file,13900007003\n").getBytes(StandardCharsets.UTF_8), Map.of("model", "crm.lead"), false);
        assertThat(read(manager, "/crm/leads?filter=name==*of*file&sort=name&fields=name").path("rows").findValuesAsText("name"))
                .as(job.toString()).containsExactly("First of the file", "Third of the file");
    }

    @Test
    void aNoteThatIsSentTwiceExistsOnce() {
        long lead = lead(ann, "Offline customer");
        String late = NOTE.formatted(lead, "2026-01-10T08:00:00Z", "phone-1");
        ann.post("/crm/visits", NOTE.formatted(lead, "2026-01-20T08:00:00Z", "phone-2")).expect(201);
        ann.post("/crm/visits", late).expect(201);
        assertThat(ann.post("/crm/visits", late).expect(409).text()).contains("crm.visit.known");
        assertThat(read(ann, "/crm/visits?filter=lead==" + lead).path("rows")).hasSize(2);
        assertThat(read(ann, "/crm/leads/" + lead).path("lastContactAt").asText()).as("late notes do not set it back")
                .startsWith("2026-01-20");
        ann.post("/crm/visits", "{'kind':'CALL','note':'with nobody'}").expect(422);
        ann.post("/crm/visits", NOTE.formatted(lead, "2140-01-10T08:00:00Z", "phone-3")).expect(422);
    }

    @Test
    void salespeopleSeeWhatIsTheirTeams() {
        long lead = lead(ann, "Lead of the east");
        long visit = ann.post("/crm/visits", Map.of("lead", lead, "note", "Said hello")).expect(201).id();
        for (String path : List.of("/crm/leads/" + lead, "/crm/visits/" + visit)) {
            ann.get(path).expect(200);
            carl.get(path).expect(200);
            manager.get(path).expect(200);
            bob.get(path).expect(404);
        }
        assertThat(read(bob, "/crm/leads?filter=name==Lead*of*east").path("rows")).isEmpty();
        bob.post("/crm/leads/" + lead + "/lose", "{'lostReason':1}").expect(404);
        bob.post("/crm/visits", Map.of("lead", lead, "note", "Not mine")).expect(422);
        bob.delete("/crm/leads/" + lead, 0).expect(403);
        assertThat(ann.post("/crm/leads/" + lead + "/lose", "{}").expect(422).text()).contains("crm.lostReason.missing");
        long reason = read(ann, "/crm/lost-reasons?limit=1").path("rows").get(0).path("id").asLong();
        ann.post("/crm/leads/" + lead + "/lose", Map.of("lostReason", reason)).expect(200);
        JsonNode lost = read(ann, "/crm/leads/" + lead);
        ann.patch("/crm/leads/" + lead, lost.path("version").asLong(), "{'phone':'555-0101'}").expect(422);
        assertThat(ann.post("/crm/leads/" + lead + "/reopen", "{}").expect(200).json().path("state").asText()).isEqualTo("CONTACTED");
    }

    @Test
    void aLeadOfAKnownCustomerIsLinkedToIt() {
        long known = manager.post("/masters/parties", "{'name':'Known Works','customer':true}").expect(201).id();
        long lead = lead(ann, "Known Works");
        assertThat(ann.post("/crm/leads/" + lead + "/convert", "{}").expect(422).text()).contains("crm.lead.convert.known");
        JsonNode linked = ann.post("/crm/leads/" + lead + "/convert", Map.of("party", known, "noOpportunity", true)).expect(200).json();
        assertThat(linked.path("party").path("id").asLong()).isEqualTo(known);
        assertThat(linked.path("result").path("opportunity").isNull()).isTrue();
        ann.post("/crm/leads/" + lead + "/convert", Map.of("party", known)).expect(422);
    }
}
