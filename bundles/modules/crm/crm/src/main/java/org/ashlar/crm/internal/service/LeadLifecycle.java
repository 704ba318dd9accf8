package org.ashlar.crm.internal.service;

import org.ashlar.crm.LeadState;
import org.ashlar.crm.internal.action.LoseBody;
import org.ashlar.crm.internal.domain.LeadStep;
import org.ashlar.crm.internal.model.LeadEntity;
import org.ashlar.platform.record.EntityStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moves a lead from state to state; runs inside the caller's transaction. Thread-safe. */
@Component(service = LeadLifecycle.class)
public final class LeadLifecycle {

    private final EntityStore store;
    private final LostReasons reasons;

    /** Used by DS. */
    @Activate
    public LeadLifecycle(@Reference EntityStore store, @Reference LostReasons reasons) {
        this.store = store;
        this.reasons = reasons;
    }

    /** Says that somebody talked to the lead. */
    public void contact(long id) {
        move(id, LeadStep.CONTACT, LeadState.CONTACTED);
    }

    /** Says that the lead is worth the effort. */
    public void qualify(long id) {
        move(id, LeadStep.QUALIFY, LeadState.QUALIFIED);
    }

    /** Gives a lead up. */
    public void lose(long id, LoseBody body) {
        LeadEntity lead = begin(id, LeadStep.LOSE);
        lead.setLostReason(reasons.require(body));
        lead.setLostNote(body.note());
        lead.setNextActivityDate(null);
        lead.setNextActivity(null);
        lead.setState(LeadState.LOST);
        store.update(lead);
    }

    /** Takes a lost lead up again. */
    public void reopen(long id) {
        LeadEntity lead = begin(id, LeadStep.REOPEN);
        lead.setLostReason(null);
        lead.setLostNote(null);
        lead.setState(lead.getLastContactAt() == null ? LeadState.NEW : LeadState.CONTACTED);
        store.update(lead);
    }

    /** The lead, locked, if it allows the step. */
    LeadEntity begin(long id, LeadStep step) {
        LeadEntity lead = store.lock(LeadEntity.class, id);
        step.require(lead.getState(), lead.getNumber());
        lead.act();
        return lead;
    }

    private void move(long id, LeadStep step, LeadState to) {
        LeadEntity lead = begin(id, step);
        lead.setState(to);
        store.update(lead);
    }
}
