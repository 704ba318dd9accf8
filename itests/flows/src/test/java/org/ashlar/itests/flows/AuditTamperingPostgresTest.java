package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class AuditTamperingPostgresTest extends AuditTamperingFlow {

    AuditTamperingPostgresTest() {
        super(Databases.POSTGRESQL);
    }
}
