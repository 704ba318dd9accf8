package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class CollaborationDerbyTest extends CollaborationFlow {

    CollaborationDerbyTest() {
        super(Databases.DERBY);
    }
}
