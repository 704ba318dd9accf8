package org.ashlar.itests.flows;

import org.ashlar.itests.support.Databases;

class StatementBudgetPostgresTest extends StatementBudgetFlow {

    StatementBudgetPostgresTest() {
        super(Databases.POSTGRESQL);
    }
}
