package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class AdoptionDerbyTest extends AdoptionFlow {

    AdoptionDerbyTest() {
        super(Databases.DERBY);
    }
}
