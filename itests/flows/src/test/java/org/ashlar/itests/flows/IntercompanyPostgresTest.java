package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class IntercompanyPostgresTest extends IntercompanyFlow {

    IntercompanyPostgresTest() {
        super(Databases.POSTGRESQL);
    }
}
