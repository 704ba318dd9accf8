package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class OperationsDerbyTest extends OperationsFlow {

    OperationsDerbyTest() {
        super(Databases.DERBY);
    }
}
