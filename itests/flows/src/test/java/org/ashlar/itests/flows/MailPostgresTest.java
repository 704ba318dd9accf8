package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class MailPostgresTest extends MailFlow {

    MailPostgresTest() {
        super(Databases.POSTGRESQL);
    }
}
