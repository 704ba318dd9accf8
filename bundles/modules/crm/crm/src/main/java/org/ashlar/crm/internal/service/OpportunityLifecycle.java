package org.ashlar.crm.internal.service;

import org.ashlar.crm.OpportunityLost;
import org.ashlar.crm.OpportunityState;
import org.ashlar.crm.OpportunityWon;
import org.ashlar.crm.internal.action.LoseBody;
import org.ashlar.crm.internal.domain.Forecast;
import org.ashlar.crm.internal.domain.OpportunityStep;
import org.ashlar.crm.internal.model.OpportunityEntity;
import org.ashlar.crm.internal.model.StageEntity;
import org.ashlar.crm.spi.DocumentRef;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.event.Events;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.EntityStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moves an opportunity on; runs inside the caller's transaction. Thread-safe. */
@Component(service = OpportunityLifecycle.class)
public final class OpportunityLifecycle {

    private final Access access;
    private final EntityStore store;
    private final Events events;
    private final Stages stages;
    private final LostReasons reasons;
    private final Quotations quotations;

    /** Used by DS. */
    @Activate
    public OpportunityLifecycle(@Reference Access access, @Reference EntityStore store, @Reference Events events,
            @Reference Stages stages, @Reference LostReasons reasons, @Reference Quotations quotations) {
        this.access = access;
        this.store = store;
        this.events = events;
        this.stages = stages;
        this.reasons = reasons;
        this.quotations = quotations;
    }

    /** Moves it to the next stage in use. */
    public void nextStage(long id) {
        OpportunityEntity opportunity = begin(id, OpportunityStep.ADVANCE);
        StageEntity stage = stages.get(opportunity.getStage());
        StageEntity next = stages.after(stage)
                .orElseThrow(() -> Problem.rule("stage", "crm.opportunity.lastStage", opportunity.getNumber(), stage.getName()));
        opportunity.setStage(next.getId());
        chance(opportunity, next.getProbability());
        store.update(opportunity);
    }

    /** Closes it as won; where sales is installed it has a quotation afterwards, which is answered. */
    public DocumentRef win(long id) {
        OpportunityEntity opportunity = begin(id, OpportunityStep.WIN);
        close(opportunity, OpportunityState.WON, Forecast.CERTAIN);
        DocumentRef quotation = quotations.present() ? quotations.make(opportunity) : null;
        store.update(opportunity);
        events.publish(new OpportunityWon(Quotations.view(opportunity)));
        return quotation;
    }

    /** Makes its quotation, or answers the one that it has. */
    public DocumentRef quote(long id) {
        OpportunityEntity opportunity = begin(id, OpportunityStep.QUOTE);
        DocumentRef quotation = quotations.make(opportunity);
        store.update(opportunity);
        return quotation;
    }

    /** Closes it as lost. */
    public void lose(long id, LoseBody body) {
        OpportunityEntity opportunity = begin(id, OpportunityStep.LOSE);
        opportunity.setLostReason(reasons.require(body));
        opportunity.setLostNote(body.note());
        close(opportunity, OpportunityState.LOST, 0);
        store.update(opportunity);
        events.publish(new OpportunityLost(Quotations.view(opportunity)));
    }

    /** Takes it up again in the stage where it was. */
    public void reopen(long id) {
        OpportunityEntity opportunity = begin(id, OpportunityStep.REOPEN);
        opportunity.setState(OpportunityState.OPEN);
        opportunity.setLostReason(null);
        opportunity.setLostNote(null);
        opportunity.setClosedDate(null);
        chance(opportunity, stages.get(opportunity.getStage()).getProbability());
        store.update(opportunity);
    }

    private void close(OpportunityEntity opportunity, OpportunityState state, int probability) {
        opportunity.setState(state);
        opportunity.setClosedDate(access.today());
        opportunity.setNextActivityDate(null);
        opportunity.setNextActivity(null);
        chance(opportunity, probability);
    }

    private static void chance(OpportunityEntity opportunity, int probability) {
        opportunity.setProbability(probability);
        opportunity.setWeightedAmount(Forecast.weighted(opportunity.getAmount(), probability, opportunity.getCurrency()));
    }

    private OpportunityEntity begin(long id, OpportunityStep step) {
        OpportunityEntity opportunity = store.lock(OpportunityEntity.class, id);
        step.require(opportunity.getState(), opportunity.getNumber());
        opportunity.act();
        return opportunity;
    }
}
