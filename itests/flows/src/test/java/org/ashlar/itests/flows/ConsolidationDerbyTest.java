package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class ConsolidationDerbyTest extends ConsolidationFlow {

    ConsolidationDerbyTest() {
        super(Databases.DERBY);
    }
}
