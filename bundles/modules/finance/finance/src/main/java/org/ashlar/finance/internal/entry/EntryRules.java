package org.ashlar.finance.internal.entry;

import java.math.BigDecimal;
import java.util.Set;

import org.ashlar.finance.Ledger;
import org.ashlar.finance.internal.books.AccountInfo;
import org.ashlar.finance.internal.books.Books;
import org.ashlar.finance.internal.books.BooksCache;
import org.ashlar.finance.internal.ledger.FieldErrors;
import org.ashlar.finance.internal.model.EntryEntity;
import org.ashlar.finance.internal.model.EntryLineEntity;
import org.ashlar.finance.internal.model.EntryState;
import org.ashlar.masters.Currencies;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.value.Rounding;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What holds for every draft of an entry. Whether it balances is asked when it is posted. */
@Component(service = RecordRules.class)
@ForModel("finance.entry")
public final class EntryRules implements RecordRules<EntryEntity> {

    private final BooksCache cache;
    private final Currencies currencies;
    private final Access access;

    /** Injected. */
    @Activate
    public EntryRules(@Reference BooksCache cache, @Reference Currencies currencies, @Reference Access access) {
        this.cache = cache;
        this.currencies = currencies;
        this.access = access;
    }

    @Override
    public void beforeInsert(EntryEntity entry) {
        complete(entry);
    }

    @Override
    public void beforeUpdate(EntryEntity entry, Set<String> changed) {
        requireDraft(entry);
        complete(entry);
    }

    @Override
    public void beforeDelete(EntryEntity entry) {
        requireDraft(entry);
    }

    private static void requireDraft(EntryEntity entry) {
        if (entry.getState() != EntryState.DRAFT) {
            throw Problem.rule("state", "finance.entry.posted", String.valueOf(entry.getNumber()));
        }
    }

    private void complete(EntryEntity entry) {
        Books books = cache.current();
        if (entry.getDate() == null) {
            entry.setDate(access.today());
        }
        if (entry.getJournal() == null) {
            if (!books.journals().containsKey(Ledger.GENERAL)) {
                throw Problem.rule("journal", "finance.journal.unknown", Ledger.GENERAL);
            }
            entry.setJournal(books.journals().get(Ledger.GENERAL).id());
        }
        FieldErrors errors = new FieldErrors();
        BigDecimal total = BigDecimal.ZERO;
        int position = 0;
        for (EntryLineEntity line : entry.getLines()) {
            String path = "lines[" + position + "].";
            line.setPosition(++position);
            line.setDate(entry.getDate());
            if (line.getCurrency() == null) {
                line.setCurrency(books.currency());
            }
            AccountInfo account = books.accounts().get(line.getAccount());
            if (account == null) {
                errors.add(path + "account", "finance.account.unknown", String.valueOf(line.getAccount()));
            }
            amounts(books, entry, line, path, errors);
            total = total.add(line.getCompanyDebit());
        }
        errors.throwIfAny("finance.entry.invalid");
        entry.setTotal(total);
    }

    private void amounts(Books books, EntryEntity entry, EntryLineEntity line, String path, FieldErrors errors) {
        line.setDebit(orZero(line.getDebit()));
        line.setCredit(orZero(line.getCredit()));
        line.setCompanyDebit(orZero(line.getCompanyDebit()));
        line.setCompanyCredit(orZero(line.getCompanyCredit()));
        if (!currencies.known(line.getCurrency())) {
            errors.add(path + "currency", "finance.currency.unknown", line.getCurrency());
            return;
        }
        boolean debit = line.getDebit().signum() != 0;
        if (debit && line.getCredit().signum() != 0) {
            errors.add(path + "credit", "finance.entry.line.bothSides");
        }
        BigDecimal amount = debit ? line.getDebit() : line.getCredit();
        String field = path + (debit || line.getCredit().signum() == 0 ? "debit" : "credit");
        if (amount.signum() < 0) {
            errors.add(field, "finance.entry.line.negative");
        } else if (amount.signum() == 0) {
            errors.add(field, "finance.entry.line.zero");
        } else if (Rounding.money(amount, line.getCurrency()).compareTo(amount) != 0) {
            errors.add(field, "finance.entry.line.decimals", amount.toPlainString(), line.getCurrency(),
                    Rounding.decimals(line.getCurrency()));
        }
        company(books, entry, line, debit, amount);
    }

    private void company(Books books, EntryEntity entry, EntryLineEntity line, boolean debit, BigDecimal amount) {
        boolean own = line.getCurrency().equals(books.currency());
        BigDecimal given = debit ? line.getCompanyDebit() : line.getCompanyCredit();
        BigDecimal company = own ? amount : given.signum() > 0 ? given
                : currencies.convert(amount, line.getCurrency(), books.currency(), entry.getDate());
        line.setCompanyDebit(debit ? company : BigDecimal.ZERO);
        line.setCompanyCredit(debit ? BigDecimal.ZERO : company);
    }

    private static BigDecimal orZero(BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }
}
