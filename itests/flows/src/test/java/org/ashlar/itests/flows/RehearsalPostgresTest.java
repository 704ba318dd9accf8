package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class RehearsalPostgresTest extends RehearsalFlow {

    RehearsalPostgresTest() {
        super(Databases.POSTGRESQL);
    }
}
