package org.ashlar.crm.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ashlar.crm.LeadState;
import org.ashlar.crm.OpportunityState;
import org.ashlar.platform.problem.Problem;
import org.junit.jupiter.api.Test;

class StepsTest {

    @Test
    void aConvertedLeadIsOver() {
        for (LeadStep step : LeadStep.values()) {
            assertThat(step.allowed(LeadState.CONVERTED)).as(step.name()).isFalse();
        }
        assertThatThrownBy(() -> LeadStep.CONVERT.require(LeadState.CONVERTED, "L-1")).isInstanceOfSatisfying(Problem.class,
                p -> assertThat(p.code()).isEqualTo("crm.lead.state.convert"));
    }

    @Test
    void aLostLeadCanOnlyBeTakenUpAgainOrDeleted() {
        for (LeadStep step : LeadStep.values()) {
            assertThat(step.allowed(LeadState.LOST)).as(step.name()).isEqualTo(step == LeadStep.REOPEN || step == LeadStep.DELETE);
        }
    }

    @Test
    void whatIsDecidedIsReopenedFirst() {
        for (OpportunityStep step : OpportunityStep.values()) {
            boolean after = step == OpportunityStep.REOPEN || step == OpportunityStep.QUOTE;
            assertThat(step.allowed(OpportunityState.WON)).as(step.name()).isEqualTo(after);
        }
        assertThat(OpportunityStep.DELETE.allowed(OpportunityState.WON)).isFalse();
        assertThat(OpportunityStep.QUOTE.allowed(OpportunityState.LOST)).isFalse();
    }
}
