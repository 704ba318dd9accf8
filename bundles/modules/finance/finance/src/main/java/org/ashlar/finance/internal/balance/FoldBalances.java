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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.ashlar.finance.internal.ledger.Database;
import org.ashlar.platform.schedule.ScheduledTask;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Adds posted entries to the balances and marks them. Postings never touch a balance, so they never wait for one; this task is
 * the only writer of balances. An entry is marked in the transaction that adds it. Thread-safe.
 */
@Component(service = {ScheduledTask.class, FoldBalances.class})
public final class FoldBalances implements ScheduledTask {

    private static final int CHUNK = 2_000;
    private static final String LAST = "SELECT MAX(id) FROM (SELECT id FROM finance_entry WHERE folded = FALSE"
            + " AND state = 'POSTED' ORDER BY id FETCH FIRST " + CHUNK + " ROWS ONLY) t";
    private static final String LAST_DERBY = LAST.replace("finance_entry WHERE",
            "finance_entry --DERBY-PROPERTIES index=IX_FINANCE_ENTRY_UNFOLDED\n WHERE");
    private static final String READ = "SELECT l.entry_id, l.company_id, l.account_id, l.period_id, l.currency, l.debit,"
            + " l.credit, l.company_debit, l.company_credit FROM ";
    private static final String MARK = "UPDATE finance_entry SET folded = TRUE WHERE id = ? AND folded = FALSE";
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
        } while (folded >= CHUNK);
    }

    private int fold(Connection connection) throws SQLException {
        boolean derby = database.derby();
        long last;
        try (PreparedStatement read = connection.prepareStatement(derby ? LAST_DERBY : LAST);
                ResultSet row = read.executeQuery()) {
            row.next();
            last = row.getLong(1);
        }
        if (last == 0) {
            return 0;
        }
        Set<Long> ids = new TreeSet<>();
        Map<Key, BigDecimal[]> sums = new TreeMap<>();
        try (PreparedStatement read = connection.prepareStatement(READ + Unfolded.lines(derby) + " WHERE e.id <= ?")) {
            read.setLong(1, last);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                    add(sums, row);
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
        mark(connection, ids);
        return ids.size();
    }

    private static void add(Map<Key, BigDecimal[]> sums, ResultSet row) throws SQLException {
        BigDecimal[] sum = sums.computeIfAbsent(new Key(row.getLong(2), row.getLong(3), row.getLong(4), row.getString(5)),
                key -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO});
        for (int i = 0; i < sum.length; i++) {
            sum[i] = sum[i].add(row.getBigDecimal(6 + i));
        }
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

    /** An entry that somebody else has added breaks the transaction, so that nothing counts twice. */
    private static void mark(Connection connection, Set<Long> ids) throws SQLException {
        try (PreparedStatement mark = connection.prepareStatement(MARK)) {
            for (Long id : ids) {
                mark.setLong(1, id);
                mark.addBatch();
            }
            for (int count : mark.executeBatch()) {
                if (count != 1) {
                    throw new IllegalStateException("An entry was added to the balances by somebody else");
                }
            }
        }
    }
}
