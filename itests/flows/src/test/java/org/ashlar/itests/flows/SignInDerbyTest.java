package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class SignInDerbyTest extends SignInFlow {
    SignInDerbyTest() {
        super(Databases.DERBY);
    }
}
