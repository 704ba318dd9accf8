package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class StatementBudgetDerbyTest extends StatementBudgetFlow {

    StatementBudgetDerbyTest() {
        super(Databases.DERBY);
    }
}
