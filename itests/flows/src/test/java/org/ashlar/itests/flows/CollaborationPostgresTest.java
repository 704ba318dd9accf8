package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class CollaborationPostgresTest extends CollaborationFlow {

    CollaborationPostgresTest() {
        super(Databases.POSTGRESQL);
    }
}
