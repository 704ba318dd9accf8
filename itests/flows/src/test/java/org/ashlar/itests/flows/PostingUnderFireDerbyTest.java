package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class PostingUnderFireDerbyTest extends PostingUnderFireFlow {

    PostingUnderFireDerbyTest() {
        super(Databases.DERBY);
    }
}
