package org.ashlar.crm.internal.service;

import java.util.List;
import org.ashlar.crm.LeadConverted;
import org.ashlar.crm.LeadState;
import org.ashlar.crm.internal.action.ConvertBody;
import org.ashlar.crm.internal.domain.LeadStep;
import org.ashlar.crm.internal.model.LeadEntity;
import org.ashlar.crm.internal.model.OpportunityEntity;
import org.ashlar.crm.internal.model.VisitEntity;
import org.ashlar.masters.Parties;
import org.ashlar.masters.PartyView;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.RecordAccess;
import org.ashlar.platform.event.Events;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes a lead a customer, with an opportunity, in one transaction. Thread-safe. */
@Component(service = LeadConversion.class)
public final class LeadConversion {

    /**
     * What came of it.
     *
     * @param party customer
     * @param opportunity opportunity or {@code null}
     */
    public record Converted(long party, Long opportunity) {
    }
    private final Access access;
    private final RecordAccess rights;
    private final EntityStore store;
    private final Sql sql;
    private final Events events;
    private final Parties parties;
    private final LeadLifecycle lifecycle;
    private final NewCustomers customers;

    /** Used by DS. */
    @Activate
    public LeadConversion(@Reference Access access, @Reference RecordAccess rights, @Reference EntityStore store,
            @Reference Sql sql, @Reference Events events, @Reference Parties parties, @Reference LeadLifecycle lifecycle,
            @Reference NewCustomers customers) {
        this.access = access;
        this.rights = rights;
        this.store = store;
        this.sql = sql;
        this.events = events;
        this.parties = parties;
        this.lifecycle = lifecycle;
        this.customers = customers;
    }

    /** Converts. */
    public Converted convert(long id, ConvertBody body) {
        LeadEntity lead = lifecycle.begin(id, LeadStep.CONVERT);
        long party = body.party() == null ? customers.create(lead, Boolean.TRUE.equals(body.newParty())) : known(body.party());
        Long opportunity = Boolean.TRUE.equals(body.noOpportunity()) ? null : open(lead, party, body);
        lead.setParty(party);
        lead.setState(LeadState.CONVERTED);
        lead.setNextActivityDate(null);
        lead.setNextActivity(null);
        store.update(lead);
        store.flush();
        handOver(lead, party, opportunity);
        events.publish(new LeadConverted(id, lead.getCompanyId(), lead.getNumber(), party, opportunity));
        return new Converted(party, opportunity);
    }

    private long known(long id) {
        if (!rights.mayRead("masters.party", id)) {
            throw Problem.notFound("masters.party", id);
        }
        PartyView party = parties.get(id);
        if (!party.active() || !party.customer()) {
            throw Problem.rule("party", party.active() ? "crm.party.noCustomer" : "crm.party.inactive", party.name());
        }
        return id;
    }

    private long open(LeadEntity lead, long party, ConvertBody body) {
        access.require("crm.opportunity.create");
        OpportunityEntity opportunity = new OpportunityEntity();
        opportunity.setTitle(body.title() == null || body.title().isBlank() ? lead.getName() : body.title().strip());
        opportunity.setParty(party);
        opportunity.setContact(lead.getContact());
        opportunity.setPhone(lead.getMobile() == null ? lead.getPhone() : lead.getMobile());
        opportunity.setAmount(body.amount());
        opportunity.setCurrency(body.currency());
        opportunity.setCloseDate(body.closeDate());
        opportunity.setSource(lead.getSource());
        opportunity.setOwner(lead.getOwner());
        opportunity.setTeam(lead.getTeam());
        opportunity.setNextActivityDate(lead.getNextActivityDate());
        opportunity.setNextActivity(lead.getNextActivity());
        opportunity.setLastContactAt(lead.getLastContactAt());
        opportunity.setLead(lead.getId());
        return store.insert(opportunity).getId();
    }

    /** What was said with the lead belongs to the customer's history from now on. */
    private void handOver(LeadEntity lead, long party, Long opportunity) {
        List<Long> ids = sql.inTransaction(db -> db.fetch("select id from crm_visit where company_id = ? and lead_id = ?",
                lead.getCompanyId(), lead.getId())).map(row -> row.get(0, Long.class));
        for (VisitEntity visit : store.getAll(VisitEntity.class, ids)) {
            if (visit.getParty() == null) {
                visit.setParty(party);
            }
            if (visit.getOpportunity() == null) {
                visit.setOpportunity(opportunity);
            }
            store.update(visit);
        }
    }
}
