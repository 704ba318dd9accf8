package org.ashlar.crm.internal.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ashlar.crm.internal.domain.Forecast;
import org.ashlar.crm.internal.domain.OpportunityStep;
import org.ashlar.crm.internal.model.OpportunityEntity;
import org.ashlar.masters.Currencies;
import org.ashlar.masters.Parties;
import org.ashlar.masters.PartyView;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.numbering.NumberSeries;
import org.ashlar.platform.numbering.Numbering;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What holds for every opportunity, whatever way it comes in. */
@Component
@ForModel("crm.opportunity")
public final class OpportunityRules implements RecordRules<OpportunityEntity> {

    private static final NumberSeries OPPORTUNITIES = NumberSeries.plain("crm.opportunity", "OPP-{yyyy}-{seq:5}");
    private static final Set<String> ALWAYS_EDITABLE = Set.of("note");
    private final Access access;
    private final Numbering numbering;
    private final Companies companies;
    private final Parties parties;
    private final Currencies currencies;
    private final Stages stages;
    private final Salespeople salespeople;

    /** Used by DS. */
    @Activate
    public OpportunityRules(@Reference Access access, @Reference Numbering numbering, @Reference Companies companies,
            @Reference Parties parties, @Reference Currencies currencies, @Reference Stages stages,
            @Reference Salespeople salespeople) {
        this.access = access;
        this.numbering = numbering;
        this.companies = companies;
        this.parties = parties;
        this.currencies = currencies;
        this.stages = stages;
        this.salespeople = salespeople;
    }

    @Override
    public void beforeInsert(OpportunityEntity opportunity) {
        if (opportunity.getOwner() == null) {
            opportunity.setOwner(salespeople.caller());
        }
        if (opportunity.getTeam() == null) {
            opportunity.setTeam(salespeople.team(opportunity.getOwner()));
        }
        if (opportunity.getStartDate() == null) {
            opportunity.setStartDate(access.today());
        }
        opportunity.setStage((opportunity.getStage() == null ? stages.first() : stages.active(opportunity.getStage())).getId());
        if (opportunity.getProbability() == null) {
            opportunity.setProbability(stages.get(opportunity.getStage()).getProbability());
        }
        List<FieldError> errors = new ArrayList<>();
        PartyView party = parties.get(opportunity.getParty());
        if (!party.active()) {
            errors.add(FieldError.of("party", "crm.party.inactive", party.name()));
        } else if (!party.customer()) {
            errors.add(FieldError.of("party", "crm.party.noCustomer", party.name()));
        }
        if (opportunity.getCurrency() == null) {
            opportunity.setCurrency(party.currency() != null ? party.currency()
                    : companies.get(access.caller().companyId()).currency());
        }
        values(opportunity, errors);
        if (opportunity.getNumber() == null) {
            opportunity.setNumber(numbering.next(OPPORTUNITIES, opportunity.getStartDate()));
        }
    }

    @Override
    public void beforeUpdate(OpportunityEntity opportunity, Set<String> changed) {
        if (opportunity.isActing()) {
            return;
        }
        if (!ALWAYS_EDITABLE.containsAll(changed)) {
            OpportunityStep.EDIT.require(opportunity.getState(), opportunity.getNumber());
        }
        if (changed.contains("owner") && !changed.contains("team")) {
            opportunity.setTeam(salespeople.team(opportunity.getOwner()));
        }
        if (changed.contains("stage")) {
            int chance = stages.active(opportunity.getStage()).getProbability();
            opportunity.setProbability(changed.contains("probability") ? opportunity.getProbability() : Integer.valueOf(chance));
        }
        values(opportunity, new ArrayList<>());
    }

    @Override
    public void beforeDelete(OpportunityEntity opportunity) {
        OpportunityStep.DELETE.require(opportunity.getState(), opportunity.getNumber());
    }

    private void values(OpportunityEntity opportunity, List<FieldError> errors) {
        salespeople.check(opportunity.getOwner(), errors);
        if (!Forecast.percentage(opportunity.getProbability())) {
            errors.add(FieldError.of("probability", "crm.probability", opportunity.getProbability()));
        }
        if (opportunity.getAmount() != null && opportunity.getAmount().signum() < 0) {
            errors.add(FieldError.of("amount", "crm.opportunity.amount", opportunity.getAmount().toPlainString()));
        }
        if (!currencies.known(opportunity.getCurrency())) {
            errors.add(FieldError.of("currency", "crm.opportunity.currency", opportunity.getCurrency()));
        }
        if (opportunity.getCloseDate() != null && opportunity.getCloseDate().isBefore(opportunity.getStartDate())) {
            errors.add(FieldError.of("closeDate", "crm.opportunity.closeDate", opportunity.getCloseDate(),
                    opportunity.getStartDate()));
        }
        Findings.refuse(errors);
        opportunity.setWeightedAmount(Forecast.weighted(opportunity.getAmount(), opportunity.getProbability(),
                opportunity.getCurrency()));
    }
}
