package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class AuditTamperingDerbyTest extends AuditTamperingFlow {

    AuditTamperingDerbyTest() {
        super(Databases.DERBY);
    }
}
