package org.ashlar.platform.database.internal;

import javax.sql.DataSource;
import org.apache.geronimo.transaction.manager.TransactionManagerImpl;

/** The suite's own JTA data source over a pool of a test. */
public final class TestJta {

    private TestJta() {
    }

    public static DataSource over(DataSource pool, TransactionManagerImpl transactions) {
        return new JtaDataSource(pool, transactions);
    }
}
