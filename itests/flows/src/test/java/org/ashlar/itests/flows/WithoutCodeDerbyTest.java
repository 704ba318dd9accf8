package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class WithoutCodeDerbyTest extends WithoutCodeFlow {

    WithoutCodeDerbyTest() {
        super(Databases.DERBY);
    }
}
