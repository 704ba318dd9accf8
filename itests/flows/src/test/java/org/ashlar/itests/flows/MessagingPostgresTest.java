package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class MessagingPostgresTest extends MessagingFlow {

    MessagingPostgresTest() {
        super(Databases.POSTGRESQL);
    }
}
