package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class AccessMatrixPostgresTest extends AccessMatrixFlow {

    AccessMatrixPostgresTest() {
        super(Databases.POSTGRESQL);
    }
}
