package org.ashlar.crm.internal.domain;

import static org.ashlar.crm.OpportunityState.LOST;
import static org.ashlar.crm.OpportunityState.OPEN;
import static org.ashlar.crm.OpportunityState.WON;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.ashlar.crm.OpportunityState;
import org.ashlar.platform.problem.Problem;

/** What can be done to an opportunity and in which states. */
public enum OpportunityStep {
    EDIT(OPEN), DELETE(OPEN, LOST), ADVANCE(OPEN), WIN(OPEN), LOSE(OPEN), REOPEN(WON, LOST), QUOTE(OPEN, WON);

    private final Set<OpportunityState> from;

    OpportunityStep(OpportunityState first, OpportunityState... more) {
        from = EnumSet.of(first, more);
    }

    /** Whether an opportunity in that state allows it. */
    public boolean allowed(OpportunityState state) {
        return from.contains(state);
    }

    /**
     * Refuses in other states.
     *
     * @throws Problem at field {@code state}, code {@code crm.opportunity.state.<step>}
     */
    public void require(OpportunityState state, String number) {
        if (!allowed(state)) {
            throw Problem.rule("state", "crm.opportunity.state." + name().toLowerCase(Locale.ROOT), number);
        }
    }
}
