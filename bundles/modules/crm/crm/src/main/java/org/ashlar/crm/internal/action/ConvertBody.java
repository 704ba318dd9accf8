package org.ashlar.crm.internal.action;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What becomes of a lead.
 *
 * @param party customer that it belongs to; left out: a new one
 * @param newParty makes a new customer even if one has the same name
 * @param noOpportunity opens no opportunity
 * @param title of the opportunity; left out: the lead's name
 * @param amount expected amount
 * @param currency left out: the customer's or the company's
 * @param closeDate when the decision is expected
 */
public record ConvertBody(Long party, Boolean newParty, Boolean noOpportunity, String title, BigDecimal amount, String currency,
        LocalDate closeDate) {

    /** Everything left out. */
    static final ConvertBody NOTHING = new ConvertBody(null, null, null, null, null, null, null);
}
