package org.ashlar.crm.internal.domain;

import static org.ashlar.crm.LeadState.CONTACTED;
import static org.ashlar.crm.LeadState.LOST;
import static org.ashlar.crm.LeadState.NEW;
import static org.ashlar.crm.LeadState.QUALIFIED;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.ashlar.crm.LeadState;
import org.ashlar.platform.problem.Problem;

/** What can be done to a lead and in which states. */
public enum LeadStep {
    EDIT(NEW, CONTACTED, QUALIFIED), DELETE(NEW, CONTACTED, QUALIFIED, LOST), CONTACT(NEW, QUALIFIED), QUALIFY(NEW, CONTACTED),
    CONVERT(NEW, CONTACTED, QUALIFIED), LOSE(NEW, CONTACTED, QUALIFIED), REOPEN(LOST);

    private final Set<LeadState> from;

    LeadStep(LeadState first, LeadState... more) {
        from = EnumSet.of(first, more);
    }

    /** Whether a lead in that state allows it. */
    public boolean allowed(LeadState state) {
        return from.contains(state);
    }

    /**
     * Refuses in other states.
     *
     * @throws Problem at field {@code state}, code {@code crm.lead.state.<step>}
     */
    public void require(LeadState state, String number) {
        if (!allowed(state)) {
            throw Problem.rule("state", "crm.lead.state." + name().toLowerCase(Locale.ROOT), number);
        }
    }
}
