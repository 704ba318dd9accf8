package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class AccessRightsPostgresTest extends AccessRightsFlow {

    AccessRightsPostgresTest() {
        super(Databases.POSTGRESQL);
    }
}
