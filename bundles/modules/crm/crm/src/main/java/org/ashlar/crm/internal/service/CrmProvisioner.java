package org.ashlar.crm.internal.service;

import java.util.List;
import java.util.Map;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.module.CompanyProvisioner;
import org.ashlar.platform.record.Records;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** 
 * The stages, sources and reasons that each company begins with, and the record rules by which a salesperson sees what is his own
 * and his team's. All of them can be changed or switched off afterwards. */
@Component
public final class CrmProvisioner implements CompanyProvisioner {

    private static final int ORDER = 500;
    private static final String ROLE = "crm.salesperson";
    private static final List<String> SOURCES = List.of("WEBSITE", "PHONE", "REFERRAL", "FAIR", "WECHAT", "ADVERTISING", "VISIT");
    private static final List<String> REASONS = List.of("PRICE", "COMPETITOR", "BUDGET", "FIT", "NOANSWER", "OTHER");

    private record Given(String code, int probability) {
    }

    private static final List<Given> STAGES = List.of(new Given("CONTACT", 10), new Given("NEEDS", 30), new Given("PROPOSAL", 50),
            new Given("NEGOTIATION", 70), new Given("CONTRACT", 90));

    private final Records records;
    private final Messages messages;

    /** Used by DS. */
    @Activate
    public CrmProvisioner(@Reference Records records, @Reference Messages messages) {
        this.records = records;
        this.messages = messages;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String id() {
        return "crm.lists";
    }

    @Override
    public void provision(Company company) {
        int sequence = 0;
        for (Given stage : STAGES) {
            sequence += 10;
            add("crm.stage", stage.code(), Map.of("code", stage.code(), "name", text(company, "stage." + stage.code()),
                    "sequence", sequence, "probability", stage.probability()));
        }
        SOURCES.forEach(code -> add("crm.source", code, Map.of("code", code, "name", text(company, "source." + code))));
        REASONS.forEach(code -> add("crm.lostReason", code, Map.of("code", code, "name", text(company, "lostReason." + code))));
        rule(company, "lead", "owner=={user},team=={department}");
        rule(company, "opportunity", "owner=={user},team=={department}");
        rule(company, "visit", "author=={user},team=={department},lead.owner=={user},opportunity.owner=={user}");
    }

    private void rule(Company company, String model, String filter) {
        add("platform.recordRule", "crm." + model, Map.of("code", "crm." + model, "title", text(company, "rule." + model), "role",
                ROLE, "model", "crm." + model, "filter", filter));
    }

    private void add(String model, String code, Map<String, Object> values) {
        if (records.find(model, new Records.Query("code==" + code, null, "id", List.of("id"), 0, 1, false)).rows().isEmpty()) {
            records.create(model, values);
        }
    }

    private String text(Company company, String key) {
        return messages.text(company.locale(), "crm.provision." + key, List.of());
    }
}
