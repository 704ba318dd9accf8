package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class WithoutCodePostgresTest extends WithoutCodeFlow {

    WithoutCodePostgresTest() {
        super(Databases.POSTGRESQL);
    }
}
