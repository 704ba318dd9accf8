package org.ashlar.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.ashlar.itests.support.Api;

/** What must hold after every story: a balanced trial balance and a clean auditor. */
final class Books {

    private Books() {
    }

    static void balanced(Api api) {
        JsonNode trial = api.get("/reports/finance.trialBalance.json").expect(200).json();
        BigDecimal debit = BigDecimal.ZERO;
        BigDecimal credit = BigDecimal.ZERO;
        for (JsonNode row : trial.path("rows")) {
            debit = debit.add(row.path("debit").decimalValue());
            credit = credit.add(row.path("credit").decimalValue());
        }
        assertThat(debit).as("debits and credits of the trial balance").isEqualByComparingTo(credit).isPositive();
        JsonNode audit = api.get("/audit-report").expect(200).json();
        assertThat(audit.path("clean").asBoolean()).as("%s", audit.toPrettyString()).isTrue();
        assertThat(audit.path("rules").size()).isGreaterThan(10);
    }
}
