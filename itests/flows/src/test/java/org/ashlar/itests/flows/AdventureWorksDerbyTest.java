package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class AdventureWorksDerbyTest extends AdventureWorksFlow {

    AdventureWorksDerbyTest() {
        super(Databases.DERBY);
    }
}
