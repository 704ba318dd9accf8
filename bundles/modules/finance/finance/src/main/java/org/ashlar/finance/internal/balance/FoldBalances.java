package org.ashlar.finance.internal.balance;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.ashlar.finance.internal.ledger.Database;
import org.ashlar.platform.schedule.ScheduledTask;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Adds the tail to the balances. Postings only append to the tail, so they never wait for a balance row; this task is the
 * only writer of balances. A row of the tail disappears in the transaction that adds it. Thread-safe.
 */
@Component(service = {ScheduledTask.class, FoldBalances.class})
public final class FoldBalances implements ScheduledTask {

    private static final int CHUNK = 5_000;
    private static final String READ = "SELECT id, company_id, account_id, period_id, currency, debit, credit, company_debit,"
            + " company_credit FROM finance_balance_tail ORDER BY id FETCH FIRST " + CHUNK + " ROWS ONLY";
    private static final String ADD = "UPDATE finance_balance SET debit = debit + ?, credit = credit + ?, company_debit ="
            + " company_debit + ?, company_credit = company_credit + ? WHERE company_id = ? AND account_id = ?"
            + " AND period_id = ? AND currency = ?";
    private static final String INSERT = "INSERT INTO finance_balance (debit, credit, company_debit, company_credit,"
            + " company_id, account_id, period_id, currency) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    private final Database database;
    private final Transactions transactions;
    private final FoldGate gate;

    private record Key(long company, long account, long period, String currency) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byCompany = Long.compare(company, other.company);
            int byAccount = byCompany != 0 ? byCompany : Long.compare(account, other.account);
            int byPeriod = byAccount != 0 ? byAccount : Long.compare(period, other.period);
            return byPeriod != 0 ? byPeriod : currency.compareTo(other.currency);
        }
    }

    /** Injected. */
    @Activate
    public FoldBalances(@Reference Database database, @Reference Transactions transactions, @Reference FoldGate gate) {
        this.database = database;
        this.transactions = transactions;
        this.gate = gate;
    }

    @Override
    public String id() {
        return "finance.foldBalances";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        int folded;
        do {
            folded = gate.folding(() -> transactions.separate(() -> database.call(this::fold)));
        } while (folded == CHUNK);
    }

    private int fold(Connection connection) throws SQLException {
        List<Long> ids = new ArrayList<>();
        Map<Key, BigDecimal[]> sums = new TreeMap<>();
        try (PreparedStatement read = connection.prepareStatement(READ); ResultSet row = read.executeQuery()) {
            while (row.next()) {
                ids.add(row.getLong(1));
                BigDecimal[] sum = sums.computeIfAbsent(
                        new Key(row.getLong(2), row.getLong(3), row.getLong(4), row.getString(5)),
                        key -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO});
                for (int i = 0; i < sum.length; i++) {
                    sum[i] = sum[i].add(row.getBigDecimal(6 + i));
                }
            }
        }
        if (ids.isEmpty()) {
            return 0;
        }
        List<Map.Entry<Key, BigDecimal[]>> entries = List.copyOf(sums.entrySet());
        int[] updated = write(connection, ADD, entries);
        List<Map.Entry<Key, BigDecimal[]>> missing = new ArrayList<>();
        for (int i = 0; i < updated.length; i++) {
            if (updated[i] == 0) {
                missing.add(entries.get(i));
            }
        }
        if (!missing.isEmpty()) {
            write(connection, INSERT, missing);
        }
        delete(connection, ids);
        return ids.size();
    }

    private static int[] write(Connection connection, String statement, List<Map.Entry<Key, BigDecimal[]>> sums)
            throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(statement)) {
            for (Map.Entry<Key, BigDecimal[]> sum : sums) {
                for (int i = 0; i < 4; i++) {
                    write.setBigDecimal(1 + i, sum.getValue()[i]);
                }
                write.setLong(5, sum.getKey().company());
                write.setLong(6, sum.getKey().account());
                write.setLong(7, sum.getKey().period());
                write.setString(8, sum.getKey().currency());
                write.addBatch();
            }
            return write.executeBatch();
        }
    }

    private static void delete(Connection connection, List<Long> ids) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM finance_balance_tail WHERE id = ?")) {
            for (Long id : ids) {
                delete.setLong(1, id);
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }
}
