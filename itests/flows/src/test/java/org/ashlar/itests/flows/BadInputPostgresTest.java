package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class BadInputPostgresTest extends BadInputFlow {

    BadInputPostgresTest() {
        super(Databases.POSTGRESQL);
    }
}
