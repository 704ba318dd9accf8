package org.ashlar.finance.internal.books;

import java.math.BigDecimal;
import java.sql.Date;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.ashlar.finance.AccountRole;
import org.ashlar.finance.AccountType;
import org.ashlar.finance.internal.domain.TaxKind;
import org.ashlar.finance.internal.domain.TaxRule;
import org.ashlar.finance.internal.model.JournalType;
import org.ashlar.finance.internal.model.TaxScope;
import org.ashlar.platform.numbering.NumberSeries;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads a company's books, five statements over small tables. */
final class BooksLoader {

    private final DSLContext sql;
    private final long company;

    BooksLoader(DSLContext sql, long company) {
        this.sql = sql;
        this.company = company;
    }

    Books load(String currency) {
        Map<Long, AccountInfo> accounts = new HashMap<>();
        Map<String, AccountInfo> codes = new HashMap<>();
        for (Record row : rows("SELECT id, code, name, name_zh, account_type, parent_id, heading, reconcilable, currency,"
                + " active, group_code FROM finance_account WHERE company_id = ?")) {
            AccountInfo account = new AccountInfo(row.get(0, long.class), row.get(1, String.class),
                    row.get(2, String.class), row.get(3, String.class), AccountType.valueOf(row.get(4, String.class)),
                    row.get(5, Long.class), row.get(6, boolean.class), row.get(7, boolean.class),
                    row.get(8, String.class), row.get(9, boolean.class), row.get(10, String.class));
            accounts.put(account.id(), account);
            codes.put(account.code(), account);
        }
        Map<AccountRole, Long> roles = new EnumMap<>(AccountRole.class);
        for (Record row : rows("SELECT role_name, account_id FROM finance_account_role WHERE company_id = ?")) {
            roles.put(AccountRole.valueOf(row.get(0, String.class)), row.get(1, Long.class));
        }
        Map<String, JournalInfo> journals = new HashMap<>();
        Map<Long, JournalInfo> journalIds = new HashMap<>();
        for (Record row : rows("SELECT id, code, journal_type, word, numbering, active FROM finance_journal"
                + " WHERE company_id = ?")) {
            String code = row.get(1, String.class);
            JournalInfo journal = new JournalInfo(row.get(0, long.class), code,
                    JournalType.valueOf(row.get(2, String.class)), JournalInfo.series(code, row.get(3, String.class),
                            NumberSeries.Reset.valueOf(row.get(4, String.class))), row.get(5, boolean.class));
            journals.put(code, journal);
            journalIds.put(journal.id(), journal);
        }
        return new Books(company, currency, Map.copyOf(accounts), Map.copyOf(codes), roles, Map.copyOf(journals),
                Map.copyOf(journalIds), taxes(), periods());
    }

    private Map<String, TaxInfo> taxes() {
        Map<String, TaxInfo> taxes = new HashMap<>();
        for (Record row : rows("SELECT id, code, scope, kind, rate, inclusive, included_in_base, seq_no, role_name, active"
                + " FROM finance_tax WHERE company_id = ?")) {
            TaxRule rule = new TaxRule(row.get(1, String.class), TaxKind.valueOf(row.get(3, String.class)),
                    row.get(4, BigDecimal.class).stripTrailingZeros(), row.get(5, boolean.class),
                    row.get(6, boolean.class), row.get(7, int.class));
            taxes.put(rule.code(), new TaxInfo(row.get(0, long.class), TaxScope.valueOf(row.get(2, String.class)),
                    AccountRole.valueOf(row.get(8, String.class)), row.get(9, boolean.class), rule));
        }
        return Map.copyOf(taxes);
    }

    private List<PeriodInfo> periods() {
        List<PeriodInfo> periods = new ArrayList<>();
        for (Record row : rows("SELECT id, name, start_date, end_date FROM finance_period WHERE company_id = ?"
                + " ORDER BY start_date")) {
            periods.add(new PeriodInfo(row.get(0, long.class), row.get(1, String.class),
                    row.get(2, Date.class).toLocalDate(), row.get(3, Date.class).toLocalDate()));
        }
        return List.copyOf(periods);
    }

    private Iterable<Record> rows(String statement) {
        return sql.resultQuery(statement, company).fetch();
    }
}
