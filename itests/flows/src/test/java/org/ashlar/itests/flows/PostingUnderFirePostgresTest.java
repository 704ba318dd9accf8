package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class PostingUnderFirePostgresTest extends PostingUnderFireFlow {

    PostingUnderFirePostgresTest() {
        super(Databases.POSTGRESQL);
    }
}
