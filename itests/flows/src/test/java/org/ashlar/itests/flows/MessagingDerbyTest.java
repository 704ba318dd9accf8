package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class MessagingDerbyTest extends MessagingFlow {

    MessagingDerbyTest() {
        super(Databases.DERBY);
    }
}
