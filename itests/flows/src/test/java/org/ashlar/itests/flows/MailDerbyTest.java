package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class MailDerbyTest extends MailFlow {

    MailDerbyTest() {
        super(Databases.DERBY);
    }
}
