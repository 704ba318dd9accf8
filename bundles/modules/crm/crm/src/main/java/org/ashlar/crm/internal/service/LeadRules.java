package org.ashlar.crm.internal.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ashlar.crm.internal.domain.ContactKeys;
import org.ashlar.crm.internal.domain.LeadStep;
import org.ashlar.crm.internal.model.LeadEntity;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.numbering.NumberSeries;
import org.ashlar.platform.numbering.Numbering;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What holds for every lead, whatever way it comes in. */
@Component
@ForModel("crm.lead")
public final class LeadRules implements RecordRules<LeadEntity> {

    private static final NumberSeries LEADS = NumberSeries.plain("crm.lead", "L-{yyyy}-{seq:5}");
    private static final Set<String> ALWAYS_EDITABLE = Set.of("note");
    private static final Set<String> IDENTIFYING = Set.of("name", "phone", "mobile", "email", "duplicateAllowed");
    private final Access access;
    private final Numbering numbering;
    private final Salespeople salespeople;
    private final LeadDuplicates duplicates;

    /** Used by DS. */
    @Activate
    public LeadRules(@Reference Access access, @Reference Numbering numbering, @Reference Salespeople salespeople,
            @Reference LeadDuplicates duplicates) {
        this.access = access;
        this.numbering = numbering;
        this.salespeople = salespeople;
        this.duplicates = duplicates;
    }

    @Override
    public void beforeInsert(LeadEntity lead) {
        if (lead.getOwner() == null) {
            lead.setOwner(salespeople.caller());
        }
        if (lead.getTeam() == null) {
            lead.setTeam(salespeople.team(lead.getOwner()));
        }
        List<FieldError> errors = new ArrayList<>();
        values(lead, errors);
        Findings.refuse(errors);
        if (lead.getNumber() == null) {
            lead.setNumber(numbering.next(LEADS, access.today()));
        }
        duplicates.keys(lead);
        duplicates.check(lead, errors);
        Findings.refuse(errors);
    }

    @Override
    public void beforeUpdate(LeadEntity lead, Set<String> changed) {
        if (lead.isActing()) {
            return;
        }
        if (!ALWAYS_EDITABLE.containsAll(changed)) {
            LeadStep.EDIT.require(lead.getState(), lead.getNumber());
        }
        if (changed.contains("owner") && !changed.contains("team")) {
            lead.setTeam(salespeople.team(lead.getOwner()));
        }
        List<FieldError> errors = new ArrayList<>();
        values(lead, errors);
        duplicates.keys(lead);
        if (errors.isEmpty() && changed.stream().anyMatch(IDENTIFYING::contains)) {
            duplicates.check(lead, errors);
        }
        Findings.refuse(errors);
    }

    @Override
    public void beforeDelete(LeadEntity lead) {
        LeadStep.DELETE.require(lead.getState(), lead.getNumber());
    }

    private void values(LeadEntity lead, List<FieldError> errors) {
        salespeople.check(lead.getOwner(), errors);
        phone("phone", lead.getPhone(), errors);
        phone("mobile", lead.getMobile(), errors);
        if (lead.getEmail() != null && !lead.getEmail().isBlank() && !lead.getEmail().strip().matches("[^@\\s]+@[^@\\s]+")) {
            errors.add(FieldError.of("email", "crm.lead.email", lead.getEmail()));
        }
    }

    private static void phone(String field, String value, List<FieldError> errors) {
        if (value != null && !value.isBlank() && ContactKeys.phone(value) == null) {
            errors.add(FieldError.of(field, "crm.lead.phone", value));
        }
    }

}
