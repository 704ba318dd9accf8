package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class OperationsPostgresTest extends OperationsFlow {

    OperationsPostgresTest() {
        super(Databases.POSTGRESQL);
    }
}
