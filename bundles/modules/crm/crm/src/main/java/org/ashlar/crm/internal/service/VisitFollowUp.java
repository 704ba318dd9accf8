package org.ashlar.crm.internal.service;

import java.time.LocalDate;
import java.util.List;
import org.ashlar.crm.LeadState;
import org.ashlar.crm.OpportunityState;
import org.ashlar.crm.internal.domain.NextStep;
import org.ashlar.crm.internal.model.LeadEntity;
import org.ashlar.crm.internal.model.OpportunityEntity;
import org.ashlar.crm.internal.model.VisitEntity;
import org.ashlar.platform.event.DomainEventHandler;
import org.ashlar.platform.event.Handles;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.record.BeforeValues;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.RecordChanged;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A new visit tells its lead and opportunity when they were last talked to and what comes next. Thread-safe. */
@Component
@Handles(RecordChanged.class)
public final class VisitFollowUp implements DomainEventHandler<RecordChanged> {

    private final EntityStore store;
    private final Companies companies;
    private final BeforeValues before;

    /** Used by DS. */
    @Activate
    public VisitFollowUp(@Reference EntityStore store, @Reference Companies companies, @Reference BeforeValues before) {
        this.store = store;
        this.companies = companies;
        this.before = before;
    }

    @Override
    public void on(RecordChanged event) {
        if (!event.model().equals("crm.visit") || !event.kind().equals("created")) {
            return;
        }
        List<Long> ids = event.id() == 0 ? before.inserted() : List.of(event.id());
        for (VisitEntity visit : store.getAll(VisitEntity.class, ids)) {
            LocalDate day = visit.getHappenedAt().atZone(companies.get(visit.getCompanyId()).zone()).toLocalDate();
            if (visit.getLead() != null) {
                lead(visit, day);
            }
            if (visit.getOpportunity() != null) {
                opportunity(visit, day);
            }
        }
    }

    private void lead(VisitEntity visit, LocalDate day) {
        LeadEntity lead = store.lock(LeadEntity.class, visit.getLead());
        if (!NextStep.newest(visit.getHappenedAt(), lead.getLastContactAt())) {
            return;
        }
        lead.act();
        lead.setLastContactAt(visit.getHappenedAt());
        if (lead.getState() != LeadState.CONVERTED && lead.getState() != LeadState.LOST) {
            NextStep next = NextStep.after(day, new NextStep(lead.getNextActivityDate(), lead.getNextActivity()),
                    new NextStep(visit.getNextDate(), visit.getNextStep()));
            lead.setNextActivityDate(next.date());
            lead.setNextActivity(next.text());
            lead.setState(lead.getState() == LeadState.NEW ? LeadState.CONTACTED : lead.getState());
        }
        store.update(lead);
    }

    private void opportunity(VisitEntity visit, LocalDate day) {
        OpportunityEntity opportunity = store.lock(OpportunityEntity.class, visit.getOpportunity());
        if (!NextStep.newest(visit.getHappenedAt(), opportunity.getLastContactAt())) {
            return;
        }
        opportunity.act();
        opportunity.setLastContactAt(visit.getHappenedAt());
        if (opportunity.getState() == OpportunityState.OPEN) {
            NextStep next = NextStep.after(day, new NextStep(opportunity.getNextActivityDate(), opportunity.getNextActivity()),
                    new NextStep(visit.getNextDate(), visit.getNextStep()));
            opportunity.setNextActivityDate(next.date());
            opportunity.setNextActivity(next.text());
        }
        store.update(opportunity);
    }
}
