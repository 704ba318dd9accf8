package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class AccessMatrixDerbyTest extends AccessMatrixFlow {

    AccessMatrixDerbyTest() {
        super(Databases.DERBY);
    }
}
