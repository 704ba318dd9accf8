package org.ashlar.finance.internal.ledger;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.ashlar.finance.EntryDraft;
import org.ashlar.finance.EntryLine;
import org.ashlar.finance.Ledger;
import org.ashlar.finance.internal.books.AccountInfo;
import org.ashlar.finance.internal.books.Books;
import org.ashlar.finance.internal.books.BooksCache;
import org.ashlar.finance.internal.books.JournalInfo;
import org.ashlar.finance.internal.domain.EntryAmounts;
import org.ashlar.finance.internal.domain.EntryBalance;
import org.ashlar.masters.Currencies;
import org.ashlar.masters.Parties;
import org.ashlar.masters.PartyView;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.value.Rounding;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks a draft against the books, from memory, and makes it ready to be written. Thread-safe. */
@Component(service = EntryPreparer.class)
public final class EntryPreparer {

    private static final String INVALID = "finance.entry.invalid";
    private static final int MAX_LINES = 1000;

    private final BooksCache cache;
    private final EntryChecks checks;
    private final FiscalPeriods periods;
    private final Currencies currencies;
    private final Parties parties;
    private final Access access;
    private final IdSource ids;
    private final Clock clock;

    /** Injected. */
    @Activate
    public EntryPreparer(@Reference BooksCache cache, @Reference EntryChecks checks, @Reference FiscalPeriods periods, @Reference Currencies currencies,
            @Reference Parties parties, @Reference Access access, @Reference IdSource ids, @Reference Clock clock) {
        this.cache = cache;
        this.checks = checks;
        this.periods = periods;
        this.currencies = currencies;
        this.parties = parties;
        this.access = access;
        this.ids = ids;
        this.clock = clock;
    }

    /** Who writes now. */
    public Stamp stamp() {
        Caller caller = access.caller();
        return new Stamp(clock.instant().truncatedTo(ChronoUnit.MILLIS), caller.userId(), caller.companyId());
    }

    /** The journal by its code, the general one without. */
    public JournalInfo journal(Books books, String code) {
        String wanted = code == null ? Ledger.GENERAL : code;
        JournalInfo journal = books.journals().get(wanted);
        if (journal == null) {
            throw Problem.rule("journal", "finance.journal.unknown", wanted);
        }
        if (!journal.active()) {
            throw Problem.rule("journal", "finance.journal.inactive", wanted);
        }
        return journal;
    }

    /** Checks a draft from outside. */
    public PreparedEntry prepare(EntryDraft draft) {
        Books books = cache.current();
        if (draft.date() == null) {
            throw Problem.rule("date", "finance.entry.dateMissing");
        }
        if (draft.lines().size() > MAX_LINES) {
            throw Problem.rule("lines", "finance.entry.tooManyLines", MAX_LINES);
        }
        FieldErrors errors = new FieldErrors();
        List<EntryAmounts> amounts = amounts(books, draft, errors);
        List<PreparedLine> lines = new ArrayList<>();
        for (int i = 0; i < draft.lines().size(); i++) {
            EntryLine line = draft.lines().get(i);
            AccountInfo account = account(books, line, i, errors);
            if (account != null) {
                lines.add(new PreparedLine(account.id(), line.partyId(), line.productId(), line.text(), amounts.get(i),
                        line.dueDate(), null, null, account.reconcilable()));
            }
        }
        errors.throwIfAny(INVALID);
        Long source = draft.sourceId() == 0 ? null : draft.sourceId();
        return prepare(books, draft.journal(), draft.date(), new PreparedEntry.Text(draft.reference(), draft.text(),
                draft.sourceModel(), source, null, null), lines);
    }

    /** Checks lines whose accounts and amounts were made by finance itself. */
    public PreparedEntry prepare(Books books, String journal, LocalDate date, PreparedEntry.Text text,
            List<PreparedLine> lines) {
        return prepare(ids.next(), books, journal(books, journal), date, text, lines);
    }

    /** The same for an entry that has an id and a journal already. */
    public PreparedEntry prepare(long id, Books books, JournalInfo journal, LocalDate date, PreparedEntry.Text text,
            List<PreparedLine> lines) {
        check(books, lines);
        checks.check(books, journal.code(), date, text, lines);
        return new PreparedEntry(id, stamp(), access.may("finance.period.postSoftLocked"), journal, date,
                periods.of(books, date), text, lines);
    }

    /** An entry that takes another back: what was right then may go back even if an account has been deactivated since. */
    public PreparedEntry reversal(Books books, JournalInfo journal, LocalDate date, PreparedEntry.Text text,
            List<PreparedLine> lines) {
        checks.check(books, journal.code(), date, text, lines);
        return new PreparedEntry(ids.next(), stamp(), access.may("finance.period.postSoftLocked"), journal, date,
                periods.of(books, date), text, lines);
    }

    /** Accounts active, parties known, amounts balanced. */
    public void check(Books books, List<PreparedLine> lines) {
        if (lines.size() < 2) {
            throw Problem.rule("lines", "finance.entry.linesMissing");
        }
        FieldErrors errors = new FieldErrors();
        Set<Long> known = knownParties(lines);
        for (int i = 0; i < lines.size(); i++) {
            PreparedLine line = lines.get(i);
            AccountInfo account = books.accounts().get(line.account());
            if (account == null) {
                errors.add("lines[" + i + "].account", "finance.account.unknown", String.valueOf(line.account()));
            } else {
                checkAccount(account, line, i, errors);
            }
            if (line.party() != null && !known.contains(line.party())) {
                errors.add("lines[" + i + "].party", "finance.entry.line.partyUnknown", line.party().toString());
            }
            if (line.amounts().empty()) {
                errors.add("lines[" + i + "].debit", "finance.entry.line.zero");
            }
        }
        errors.throwIfAny(INVALID);
        Optional<EntryBalance.Imbalance> imbalance = EntryBalance
                .check(lines.stream().map(PreparedLine::amounts).toList(), books.currency());
        if (imbalance.isPresent()) {
            BigDecimal difference = imbalance.get().difference();
            throw Problem.rule("lines", "finance.entry.unbalanced", difference.stripTrailingZeros().toPlainString(),
                    imbalance.get().currency());
        }
    }

    private static void checkAccount(AccountInfo account, PreparedLine line, int i, FieldErrors errors) {
        String field = "lines[" + i + "].account";
        if (!account.active()) {
            errors.add(field, "finance.account.inactive", account.code());
        }
        if (account.heading()) {
            errors.add(field, "finance.account.heading", account.code());
        }
        if (account.currency() != null && !account.currency().equals(line.amounts().currency())) {
            errors.add("lines[" + i + "].currency", "finance.account.currency", account.code(), account.currency());
        }
        if (account.reconcilable() && line.party() == null) {
            errors.add("lines[" + i + "].party", "finance.entry.line.partyMissing", account.code());
        }
    }

    private Set<Long> knownParties(List<PreparedLine> lines) {
        Set<Long> wanted = new HashSet<>();
        lines.forEach(line -> {
            if (line.party() != null) {
                wanted.add(line.party());
            }
        });
        Set<Long> known = new HashSet<>();
        if (!wanted.isEmpty()) {
            for (PartyView party : parties.getAll(wanted)) {
                known.add(party.id());
            }
        }
        return known;
    }

    private AccountInfo account(Books books, EntryLine line, int i, FieldErrors errors) {
        Long id = line.accountId();
        if (id == null && line.role() != null) {
            id = books.roles().get(line.role());
            if (id == null) {
                errors.add("lines[" + i + "].account", "finance.role.unmapped", line.role().name());
                return null;
            }
        }
        AccountInfo account = id == null ? null : books.accounts().get(id);
        if (account == null) {
            errors.add("lines[" + i + "].account", "finance.account.unknown", id == null ? "" : id.toString());
        }
        return account;
    }

    private List<EntryAmounts> amounts(Books books, EntryDraft draft, FieldErrors errors) {
        List<EntryAmounts> amounts = new ArrayList<>();
        List<Boolean> converted = new ArrayList<>();
        for (int i = 0; i < draft.lines().size(); i++) {
            EntryLine line = draft.lines().get(i);
            String currency = line.amount().currency();
            boolean foreign = !currency.equals(books.currency());
            amounts.add(EntryAmounts.signed(currency, line.amount().amount(),
                    company(books, draft.date(), line, "lines[" + i + "].", errors)));
            converted.add(foreign && line.companyAmount() == null);
        }
        return EntryBalance.absorbConversion(amounts, converted, BigDecimal.ONE.movePointLeft(Rounding.decimals(books.currency())));
    }

    private BigDecimal company(Books books, LocalDate date, EntryLine line, String path, FieldErrors errors) {
        BigDecimal amount = line.amount().amount();
        String currency = line.amount().currency();
        if (!currencies.known(currency)) {
            errors.add(path + "currency", "finance.currency.unknown", currency);
            return amount;
        }
        if (Rounding.money(amount, currency).compareTo(amount) != 0) {
            errors.add(path + (amount.signum() < 0 ? "credit" : "debit"), "finance.entry.line.decimals",
                    amount.abs().toPlainString(), currency, Rounding.decimals(currency));
        }
        if (currency.equals(books.currency())) {
            if (line.companyAmount() != null && line.companyAmount().compareTo(amount) != 0) {
                errors.add(path + "companyDebit", "finance.entry.line.companyAmountDiffers", currency);
            }
            return amount;
        }
        return line.companyAmount() != null ? line.companyAmount()
                : currencies.convert(amount, currency, books.currency(), date);
    }
}
