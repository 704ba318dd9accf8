package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class AccessRightsDerbyTest extends AccessRightsFlow {

    AccessRightsDerbyTest() {
        super(Databases.DERBY);
    }
}
