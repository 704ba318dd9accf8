package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class StockValuePostgresTest extends StockValueFlow {

    StockValuePostgresTest() {
        super(Databases.POSTGRESQL);
    }
}
