package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class BadInputDerbyTest extends BadInputFlow {

    BadInputDerbyTest() {
        super(Databases.DERBY);
    }
}
