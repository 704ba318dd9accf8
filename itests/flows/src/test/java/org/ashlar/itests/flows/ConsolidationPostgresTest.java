package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class ConsolidationPostgresTest extends ConsolidationFlow {

    ConsolidationPostgresTest() {
        super(Databases.POSTGRESQL);
    }
}
