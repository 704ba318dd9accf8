package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class RehearsalDerbyTest extends RehearsalFlow {

    RehearsalDerbyTest() {
        super(Databases.DERBY);
    }
}
