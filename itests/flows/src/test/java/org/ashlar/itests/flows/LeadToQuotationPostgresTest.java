package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class LeadToQuotationPostgresTest extends LeadToQuotationFlow {

    LeadToQuotationPostgresTest() {
        super(Databases.POSTGRESQL);
    }
}
