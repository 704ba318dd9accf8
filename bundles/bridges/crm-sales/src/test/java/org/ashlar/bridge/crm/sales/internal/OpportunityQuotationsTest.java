package org.ashlar.bridge.crm.sales.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.ashlar.crm.OpportunityState;
import org.ashlar.crm.OpportunityView;
import org.ashlar.sales.OrderDraft;
import org.junit.jupiter.api.Test;

class OpportunityQuotationsTest {

    private static OpportunityView opportunity(String amount) {
        return new OpportunityView(5, 1, "OPP-1", "Tool boxes", 7, OpportunityState.OPEN,
                amount == null ? null : new BigDecimal(amount), "CNY", null, null, null);
    }

    @Test
    void theExpectedAmountIsTheFirstLine() {
        OrderDraft draft = OpportunityQuotations.draft(opportunity("1200"));
        assertThat(draft.partyId()).isEqualTo(7);
        assertThat(draft.currency()).isEqualTo("CNY");
        assertThat(draft.customerReference()).isEqualTo("OPP-1");
        assertThat(draft.lines()).singleElement().satisfies(line -> {
            assertThat(line.text()).isEqualTo("Tool boxes");
            assertThat(line.unitPrice()).isEqualByComparingTo("1200");
        });
    }

    @Test
    void withoutAnAmountSalesBeginsWithAnEmptyQuotation() {
        assertThat(OpportunityQuotations.draft(opportunity(null)).lines()).isEmpty();
        assertThat(OpportunityQuotations.draft(opportunity("0")).lines()).isEmpty();
    }
}
