package org.ashlar.finance.internal.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.ashlar.finance.AccountRole;
import org.ashlar.finance.Ledger;
import org.ashlar.finance.internal.books.Books;
import org.ashlar.finance.internal.books.BooksCache;
import org.ashlar.finance.internal.domain.EntryAmounts;
import org.ashlar.finance.internal.domain.Settlement;
import org.ashlar.finance.internal.ledger.EntryPoster;
import org.ashlar.finance.internal.ledger.EntryPreparer;
import org.ashlar.finance.internal.ledger.PreparedEntry;
import org.ashlar.finance.internal.ledger.PreparedLine;
import org.ashlar.finance.internal.ledger.Stamp;
import org.ashlar.finance.internal.model.AllocationEntity;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.value.Rounding;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Settles open items of a party against each other, posts the realised exchange difference, and takes it all back. The
 * documents behind the items are kept in step by the callers, which hold their locks. Thread-safe.
 */
@Component(service = Settlements.class)
public final class Settlements {

    private final OpenItems items;
    private final BooksCache cache;
    private final EntryPreparer preparer;
    private final EntryPoster poster;
    private final EntityStore store;

    /** Injected. */
    @Activate
    public Settlements(@Reference OpenItems items, @Reference BooksCache cache, @Reference EntryPreparer preparer,
            @Reference EntryPoster poster, @Reference EntityStore store) {
        this.items = items;
        this.cache = cache;
        this.preparer = preparer;
        this.poster = poster;
        this.store = store;
    }

    /**
     * Settles parts of two items.
     *
     * @param invoice invoice that the allocation is shown at, or {@code null}
     * @param payment payment that it is shown at, or {@code null}
     */
    public void settle(Item debit, BigDecimal debitAmount, Item credit, BigDecimal creditAmount, LocalDate date,
            Long invoice, Long payment) {
        if (!debit.debit() || credit.debit() || debit.party() != credit.party() || debit.account() != credit.account()) {
            throw Problem.rule("invoice", "finance.allocation.mismatch", debit.number(), credit.number());
        }
        Books books = cache.current();
        Settlement parts = Settlement.of(debit.rest(), debitAmount, credit.rest(), creditAmount,
                Rounding.decimals(books.currency()));
        Stamp stamp = preparer.stamp();
        items.take(List.of(new OpenItems.Part(debit, parts.debitAmount(), parts.companyDebit()), new OpenItems.Part(credit,
                parts.creditAmount().negate(), parts.companyCredit().negate())), stamp);
        AllocationEntity row = new AllocationEntity();
        row.setDebitItem(debit.id());
        row.setCreditItem(credit.id());
        row.setDate(date);
        row.setDebitAmount(parts.debitAmount());
        row.setCreditAmount(parts.creditAmount());
        row.setCompanyDebit(parts.companyDebit());
        row.setCompanyCredit(parts.companyCredit());
        row.setInvoice(invoice);
        row.setPayment(payment);
        row.setDifferenceEntry(difference(books, debit, credit, parts.gain(), date));
        store.insert(row);
    }

    /** Takes an allocation back: both items are open again and the exchange difference is undone. */
    public void undo(AllocationEntity allocation, LocalDate date) {
        List<Item> pair = items.pair(allocation.getDebitItem(), allocation.getCreditItem());
        Item debit = pair.get(0);
        Item credit = pair.get(1);
        Stamp stamp = preparer.stamp();
        items.take(List.of(
                new OpenItems.Part(debit, allocation.getDebitAmount().negate(), allocation.getCompanyDebit().negate()),
                new OpenItems.Part(credit, allocation.getCreditAmount(), allocation.getCompanyCredit())), stamp);
        BigDecimal gain = allocation.getCompanyCredit().subtract(allocation.getCompanyDebit());
        AllocationEntity row = new AllocationEntity();
        row.setDebitItem(debit.id());
        row.setCreditItem(credit.id());
        row.setDate(date);
        row.setDebitAmount(allocation.getDebitAmount().negate());
        row.setCreditAmount(allocation.getCreditAmount().negate());
        row.setCompanyDebit(allocation.getCompanyDebit().negate());
        row.setCompanyCredit(allocation.getCompanyCredit().negate());
        row.setInvoice(allocation.getInvoice());
        row.setPayment(allocation.getPayment());
        row.setReverses(allocation.getId());
        row.setDifferenceEntry(difference(cache.current(), debit, credit, gain.negate(), date));
        store.insert(row);
    }

    /** Moves the difference from the control account to gains and losses; nothing in the document's currency. */
    private Long difference(Books books, Item debit, Item credit, BigDecimal gain, LocalDate date) {
        if (gain.signum() == 0) {
            return null;
        }
        Long account = books.roles().get(AccountRole.EXCHANGE_DIFFERENCE);
        if (account == null) {
            throw Problem.rule("account", "finance.role.unmapped", AccountRole.EXCHANGE_DIFFERENCE.name());
        }
        String currency = debit.currency().equals(books.currency()) ? credit.currency() : debit.currency();
        BigDecimal zero = BigDecimal.ZERO;
        PreparedLine control = new PreparedLine(debit.account(), debit.party(), null, null,
                EntryAmounts.signed(currency, zero, gain), null, null, null, false);
        PreparedLine result = new PreparedLine(account, debit.party(), null, null,
                EntryAmounts.signed(currency, zero, gain.negate()), null, null, null, false);
        PreparedEntry entry = preparer.prepare(books, Ledger.GENERAL, date, new PreparedEntry.Text(
                debit.number() + " / " + credit.number(), null, "finance.allocation", null, null, null),
                List.of(control, result));
        return poster.post(entry).id();
    }
}
