package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class BackupOnScreenPostgresTest extends BackupOnScreenFlow {

    BackupOnScreenPostgresTest() {
        super(Databases.POSTGRESQL);
    }
}
