package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class WebhookDerbyTest extends WebhookFlow {

    WebhookDerbyTest() {
        super(Databases.DERBY);
    }
}
