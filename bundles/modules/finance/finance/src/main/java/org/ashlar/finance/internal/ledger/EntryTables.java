package org.ashlar.finance.internal.ledger;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;

import org.ashlar.finance.internal.domain.EntryAmounts;
import org.ashlar.finance.internal.model.PeriodState;
import org.ashlar.platform.record.IdSource;

/**
 * Writes entries by batches: one statement per table however many entries and lines there are. Not through JPA because
 * posting is the suite's most frequent write. One object per transaction.
 */
final class EntryTables {

    private static final String STAMP = "id, version, company_id, created_at, created_by, changed_at, changed_by";
    private static final String LINE = "INSERT INTO finance_entry_line (" + STAMP + ", entry_id, line_no, account_id,"
            + " party_id, product_id, description, currency, debit, credit, company_debit, company_credit, due_date, tax_id,"
            + " tax_base, entry_date, period_id, posted)"
            + " VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, TRUE)";
    /** The period's state is part of the statement: no row, no entry. */
    private static final String ENTRY = "INSERT INTO finance_entry (" + STAMP + ", journal_id, doc_number, entry_date,"
            + " period_id, state, reference, description, source_model, source_id, reversal_of_id, total_amount, posted_at,"
            + " folded) SELECT ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, id, 'POSTED', ?, ?, ?, ?, ?, ?, ?, FALSE FROM finance_period"
            + " WHERE id = ? AND state IN ('OPEN', ?)";
    private static final String ITEM = "INSERT INTO finance_open_item (" + STAMP + ", party_id, account_id, entry_id,"
            + " line_id, invoice_id, payment_id, doc_number, item_date, due_date, currency, amount, residual, company_amount,"
            + " company_residual) VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Row id of an entry's n-th line. */
    @FunctionalInterface
    interface LineIds {
        long of(PreparedEntry entry, int n);
    }

    private final Connection connection;
    private final IdSource ids;
    private final Calendar utc = Calendar.getInstance(TimeZone.getTimeZone("UTC"));

    EntryTables(Connection connection, IdSource ids) {
        this.connection = connection;
        this.ids = ids;
    }

    /** Inserts the lines of all entries; answers the id of each entry's first line, the others follow it. */
    Map<Long, Long> insertLines(Collection<PreparedEntry> entries) throws SQLException {
        Map<Long, Long> first = new LinkedHashMap<>();
        try (PreparedStatement insert = connection.prepareStatement(LINE)) {
            for (PreparedEntry entry : entries) {
                long id = ids.block(entry.lines().size());
                first.put(entry.id(), id);
                int position = 0;
                for (PreparedLine line : entry.lines()) {
                    int at = stamp(insert, 1, id + position, entry.stamp());
                    insert.setLong(at++, entry.id());
                    insert.setInt(at++, ++position);
                    insert.setLong(at++, line.account());
                    setLong(insert, at++, line.party());
                    setLong(insert, at++, line.product());
                    insert.setString(at++, line.text());
                    at = amounts(insert, at, line.amounts());
                    setDate(insert, at++, line.dueDate());
                    setLong(insert, at++, line.tax());
                    insert.setBigDecimal(at++, line.taxBase());
                    setDate(insert, at++, entry.date());
                    insert.setLong(at, entry.period().id());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
        return first;
    }

    /** Inserts entries whose periods let them in; answers for each whether it did. */
    boolean[] insertEntries(List<PreparedEntry> entries, List<String> numbers, PeriodGate gate) throws SQLException {
        boolean[] inserted = new boolean[entries.size()];
        String hold = entries.size() == 1 ? gate.holding(connection) : "";
        try (PreparedStatement insert = connection.prepareStatement(hold + ENTRY)) {
            if (entries.size() == 1) {
                int at = 1;
                if (!hold.isEmpty()) {
                    insert.setLong(at++, PeriodGate.key(entries.get(0).period().id()));
                }
                bind(insert, at, entries.get(0), numbers.get(0));
                insert.execute();
                if (!hold.isEmpty()) {
                    insert.getMoreResults();
                }
                inserted[0] = insert.getUpdateCount() == 1;
                return inserted;
            }
            for (int i = 0; i < inserted.length; i++) {
                bind(insert, 1, entries.get(i), numbers.get(i));
                insert.addBatch();
            }
            int[] counts = insert.executeBatch();
            for (int i = 0; i < inserted.length; i++) {
                inserted[i] = counts[i] == 1;
            }
        }
        return inserted;
    }

    private void bind(PreparedStatement insert, int from, PreparedEntry entry, String number) throws SQLException {
        int at = stamp(insert, from, entry.id(), entry.stamp());
        insert.setLong(at++, entry.journal().id());
        insert.setString(at++, number);
        setDate(insert, at++, entry.date());
        insert.setString(at++, entry.text().reference());
        insert.setString(at++, entry.text().text());
        insert.setString(at++, entry.text().sourceModel());
        setLong(insert, at++, entry.text().sourceId());
        setLong(insert, at++, entry.text().reversalOf());
        insert.setBigDecimal(at++, entry.total());
        insert.setTimestamp(at++, Timestamp.from(entry.stamp().at()), utc);
        insert.setLong(at++, entry.period().id());
        insert.setString(at, entry.mayPostSoft() ? PeriodState.SOFT_LOCKED.name() : PeriodState.OPEN.name());
    }

    /** Inserts open items; no statement if the entries have none. */
    void insertItems(List<PreparedEntry> entries, List<String> numbers, LineIds lineIds) throws SQLException {
        if (entries.stream().noneMatch(entry -> entry.lines().stream().anyMatch(PreparedLine::openItem))) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(ITEM)) {
            for (int i = 0; i < entries.size(); i++) {
                PreparedEntry entry = entries.get(i);
                PreparedEntry.Text text = entry.text();
                String number = text.document() == null ? numbers.get(i) : text.document();
                for (int n = 0; n < entry.lines().size(); n++) {
                    PreparedLine line = entry.lines().get(n);
                    if (!line.openItem()) {
                        continue;
                    }
                    int at = stamp(insert, 1, ids.next(), entry.stamp());
                    insert.setLong(at++, line.party());
                    insert.setLong(at++, line.account());
                    insert.setLong(at++, entry.id());
                    insert.setLong(at++, lineIds.of(entry, n));
                    setLong(insert, at++, "finance.invoice".equals(text.sourceModel()) ? text.sourceId() : null);
                    setLong(insert, at++, "finance.payment".equals(text.sourceModel()) ? text.sourceId() : null);
                    insert.setString(at++, number);
                    setDate(insert, at++, entry.date());
                    setDate(insert, at++, line.dueDate() == null ? entry.date() : line.dueDate());
                    insert.setString(at++, line.amounts().currency());
                    BigDecimal amount = line.amounts().amount();
                    BigDecimal company = line.amounts().companyAmount();
                    insert.setBigDecimal(at++, amount);
                    insert.setBigDecimal(at++, amount);
                    insert.setBigDecimal(at++, company);
                    insert.setBigDecimal(at, company);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static int amounts(PreparedStatement insert, int from, EntryAmounts amounts) throws SQLException {
        int at = from;
        insert.setString(at++, amounts.currency());
        insert.setBigDecimal(at++, amounts.debit());
        insert.setBigDecimal(at++, amounts.credit());
        insert.setBigDecimal(at++, amounts.companyDebit());
        insert.setBigDecimal(at++, amounts.companyCredit());
        return at;
    }

    private int stamp(PreparedStatement insert, int from, long id, Stamp stamp) throws SQLException {
        Timestamp time = Timestamp.from(stamp.at());
        int at = from;
        insert.setLong(at++, id);
        insert.setLong(at++, stamp.company());
        insert.setTimestamp(at++, time, utc);
        insert.setLong(at++, stamp.user());
        insert.setTimestamp(at++, time, utc);
        insert.setLong(at++, stamp.user());
        return at;
    }

    private static void setLong(PreparedStatement insert, int at, Long value) throws SQLException {
        if (value == null) {
            insert.setNull(at, Types.BIGINT);
        } else {
            insert.setLong(at, value);
        }
    }

    private static void setDate(PreparedStatement insert, int at, LocalDate value) throws SQLException {
        insert.setDate(at, value == null ? null : Date.valueOf(value));
    }
}
