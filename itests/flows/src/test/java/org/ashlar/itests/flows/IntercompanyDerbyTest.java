package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class IntercompanyDerbyTest extends IntercompanyFlow {

    IntercompanyDerbyTest() {
        super(Databases.DERBY);
    }
}
