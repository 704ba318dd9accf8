package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class AdoptionPostgresTest extends AdoptionFlow {

    AdoptionPostgresTest() {
        super(Databases.POSTGRESQL);
    }
}
