package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class LeadToQuotationDerbyTest extends LeadToQuotationFlow {

    LeadToQuotationDerbyTest() {
        super(Databases.DERBY);
    }
}
