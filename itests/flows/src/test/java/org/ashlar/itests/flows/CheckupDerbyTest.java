package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class CheckupDerbyTest extends CheckupFlow {

    CheckupDerbyTest() {
        super(Databases.DERBY);
    }
}
