package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class BackupOnScreenDerbyTest extends BackupOnScreenFlow {

    BackupOnScreenDerbyTest() {
        super(Databases.DERBY);
    }
}
