package org.ashlar.crm.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ashlar.crm.internal.model.LeadEntity;
import org.ashlar.crm.internal.model.OpportunityEntity;
import org.ashlar.crm.internal.model.VisitEntity;
import org.ashlar.masters.Parties;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What holds for every visit, call and message. */
@Component
@ForModel("crm.visit")
public final class VisitRules implements RecordRules<VisitEntity> {

    /** Clocks of phones are not exact. */
    private static final Duration TOLERANCE = Duration.ofHours(1);
    private static final int MOST_SUBJECT = 255;
    private final Access access;
    private final Sql sql;
    private final EntityStore store;
    private final Parties parties;
    private final Clock clock;
    private final Salespeople salespeople;

    /** Used by DS. */
    @Activate
    public VisitRules(@Reference Access access, @Reference Sql sql, @Reference EntityStore store, @Reference Parties parties,
            @Reference Clock clock, @Reference Salespeople salespeople) {
        this.access = access;
        this.sql = sql;
        this.store = store;
        this.parties = parties;
        this.clock = clock;
        this.salespeople = salespeople;
    }

    @Override
    public void beforeInsert(VisitEntity visit) {
        if (visit.getClientKey() == null || visit.getClientKey().isBlank()) {
            visit.setClientKey(UUID.randomUUID().toString());
        } else {
            refuseKnown(visit.getClientKey());
        }
        if (visit.getHappenedAt() == null) {
            visit.setHappenedAt(clock.instant());
        }
        if (visit.getAuthor() == null) {
            visit.setAuthor(salespeople.caller());
        }
        if (visit.getTeam() == null) {
            visit.setTeam(salespeople.team(visit.getAuthor()));
        }
        complete(visit);
        check(visit);
    }

    @Override
    public void beforeUpdate(VisitEntity visit, Set<String> changed) {
        check(visit);
    }

    private void check(VisitEntity visit) {
        if (visit.getLead() == null && visit.getOpportunity() == null && visit.getParty() == null) {
            throw Problem.rule("lead", "crm.visit.whom");
        }
        Instant latest = clock.instant().plus(TOLERANCE);
        if (visit.getHappenedAt().isAfter(latest)) {
            throw Problem.rule("happenedAt", "crm.visit.future");
        }
    }

    /** What was sent twice exists once; the sender may forget its copy. */
    private void refuseKnown(String key) {
        boolean known = !sql.any(db -> db.fetch("select id from crm_visit where company_id = ? and client_key = ?",
                access.caller().companyId(), key)).isEmpty();
        if (known) {
            throw Problem.of(ProblemKind.CONFLICT, "crm.visit.known", key);
        }
    }

    private void complete(VisitEntity visit) {
        String name = null;
        if (visit.getOpportunity() != null) {
            OpportunityEntity opportunity = store.get(OpportunityEntity.class, visit.getOpportunity());
            name = opportunity.getTitle();
            visit.setParty(visit.getParty() == null ? opportunity.getParty() : visit.getParty());
            visit.setLead(visit.getLead() == null ? opportunity.getLead() : visit.getLead());
        }
        if (visit.getLead() != null) {
            LeadEntity lead = store.get(LeadEntity.class, visit.getLead());
            name = name == null ? lead.getName() : name;
            visit.setParty(visit.getParty() == null ? lead.getParty() : visit.getParty());
            visit.setContact(visit.getContact() == null ? lead.getContact() : visit.getContact());
        }
        if (name == null && visit.getParty() != null) {
            name = parties.get(visit.getParty()).name();
        }
        if (visit.getSubject() == null || visit.getSubject().isBlank()) {
            visit.setSubject(name == null || name.length() <= MOST_SUBJECT ? name : name.substring(0, MOST_SUBJECT));
        }
    }
}
