package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class SignInPostgresTest extends SignInFlow {
    SignInPostgresTest() {
        super(Databases.POSTGRESQL);
    }
}
