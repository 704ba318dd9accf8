package org.ashlar.finance.internal.balance;

import java.util.function.Function;
import java.util.function.Predicate;

import org.ashlar.platform.record.Sql;
import org.ashlar.platform.tx.Transactions;
import org.jooq.DSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads sums of posted lines of which no entry is half there. Derby has no snapshots: a statement over the lines that runs while
 * an entry is posted may read one side of it. Sums that do not add up are read again, and at last with posting held up for as
 * long as the statement takes; on PostgreSQL, where a statement sees one picture, the first answer is the answer. Thread-safe.
 */
@Component(service = WholeEntries.class)
public final class WholeEntries {

    private static final String HOLD = "LOCK TABLE finance_entry_line IN SHARE MODE";
    private static final int TURNS = 3;

    private final Sql sql;
    private final Transactions transactions;

    /** Injected. */
    @Activate
    public WholeEntries(@Reference Sql sql, @Reference Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /**
     * Runs a query until its answer is whole.
     *
     * @param query one statement over lines
     * @param whole whether debits are credits in its answer
     * @return the first whole answer, otherwise the one under the lock, which is what the books really are
     */
    public <T> T read(Function<DSLContext, T> query, Predicate<T> whole) {
        for (int turn = 0; turn < TURNS; turn++) {
            T answer = sql.any(query);
            if (whole.test(answer)) {
                return answer;
            }
        }
        return transactions.separate(() -> sql.inTransaction(db -> {
            db.execute(HOLD);
            return query.apply(db);
        }));
    }
}
