package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class StockValueDerbyTest extends StockValueFlow {

    StockValueDerbyTest() {
        super(Databases.DERBY);
    }
}
