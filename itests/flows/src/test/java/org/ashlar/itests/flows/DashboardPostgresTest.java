package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class DashboardPostgresTest extends DashboardFlow {

    DashboardPostgresTest() {
        super(Databases.POSTGRESQL);
    }
}
