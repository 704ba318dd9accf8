package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class AdventureWorksPostgresTest extends AdventureWorksFlow {

    AdventureWorksPostgresTest() {
        super(Databases.POSTGRESQL);
    }
}
