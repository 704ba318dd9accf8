package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class WebhookPostgresTest extends WebhookFlow {

    WebhookPostgresTest() {
        super(Databases.POSTGRESQL);
    }
}
