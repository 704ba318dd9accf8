package org.ashlar.crm.internal.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ashlar.crm.internal.model.LeadEntity;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Records;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes the customer of a lead, with its contact and address. Needs {@code masters.party.create}. Thread-safe. */
@Component(service = NewCustomers.class)
public final class NewCustomers {

    private static final String MODEL = "masters.party";
    private final Access access;
    private final Records records;
    private final Companies companies;

    /** Used by DS. */
    @Activate
    public NewCustomers(@Reference Access access, @Reference Records records, @Reference Companies companies) {
        this.access = access;
        this.records = records;
        this.companies = companies;
    }

    /**
     * The new customer.
     *
     * @param anyway even if there is one with the same name or e-mail address
     */
    long create(LeadEntity lead, boolean anyway) {
        if (!anyway) {
            refuseKnown(lead);
        }
        Map<String, Object> party = new LinkedHashMap<>();
        party.put("name", lead.getName());
        party.put("customer", true);
        party.put("phone", lead.getPhone() == null ? lead.getMobile() : lead.getPhone());
        party.put("email", lead.getEmail());
        if (lead.getContact() != null && !lead.getContact().isBlank()) {
            Map<String, Object> contact = new LinkedHashMap<>();
            contact.put("name", lead.getContact());
            contact.put("phone", lead.getPhone());
            contact.put("mobile", lead.getMobile());
            contact.put("email", lead.getEmail());
            contact.put("note", lead.getWechat() == null ? null : "WeChat: " + lead.getWechat());
            party.put("contacts", List.of(contact));
        }
        if (lead.getAddress() != null && !lead.getAddress().isBlank()) {
            party.put("addresses", List.of(Map.of("kind", "MAIN", "country",
                    companies.get(access.caller().companyId()).country(), "street", lead.getAddress())));
        }
        return records.create(MODEL, party);
    }

    private void refuseKnown(LeadEntity lead) {
        List<String> same = new ArrayList<>(List.of("name==" + quoted(lead.getName()), "legalName==" + quoted(lead.getName())));
        if (lead.getEmail() != null && !lead.getEmail().isBlank()) {
            same.add("email==" + quoted(lead.getEmail()));
        }
        records.find(MODEL, new Records.Query(String.join(",", same), null, "id", List.of("id", "code", "name"), 0, 1, false))
                .rows().stream().findFirst().ifPresent(row -> {
                    throw Problem.rule("party", "crm.lead.convert.known", row.get("code"), row.get("name"));
                });
    }

    private static String quoted(String text) {
        return '"' + text.strip().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
