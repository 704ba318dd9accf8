package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class DashboardDerbyTest extends DashboardFlow {

    DashboardDerbyTest() {
        super(Databases.DERBY);
    }
}
