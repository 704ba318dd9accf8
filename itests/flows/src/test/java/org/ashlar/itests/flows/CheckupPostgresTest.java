package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class CheckupPostgresTest extends CheckupFlow {

    CheckupPostgresTest() {
        super(Databases.POSTGRESQL);
    }
}
