package org.ashlar.finance.internal.service;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.ashlar.finance.EntryDraft;
import org.ashlar.finance.EntryId;
import org.ashlar.finance.Ledger;
import org.ashlar.finance.internal.books.Books;
import org.ashlar.finance.internal.books.BooksCache;
import org.ashlar.finance.internal.domain.EntryAmounts;
import org.ashlar.finance.internal.ledger.EntryPoster;
import org.ashlar.finance.internal.ledger.EntryPreparer;
import org.ashlar.finance.internal.ledger.FiscalPeriods;
import org.ashlar.finance.internal.ledger.PostedEntry;
import org.ashlar.finance.internal.ledger.PreparedEntry;
import org.ashlar.finance.internal.ledger.PreparedLine;
import org.ashlar.finance.internal.model.EntryEntity;
import org.ashlar.finance.internal.model.EntryLineEntity;
import org.ashlar.finance.internal.model.EntryState;
import org.ashlar.finance.internal.settlement.Item;
import org.ashlar.finance.internal.settlement.OpenItems;
import org.ashlar.finance.internal.settlement.Settlements;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The ledger over {@link EntryPoster}. */
@Component(service = {Ledger.class, DefaultLedger.class})
public final class DefaultLedger implements Ledger {

    private static final Set<String> OWN_DOCUMENTS = Set.of("finance.invoice", "finance.payment", "finance.allocation");

    private final EntryPreparer preparer;
    private final EntryPoster poster;
    private final BooksCache cache;
    private final FiscalPeriods periods;
    private final OpenItems items;
    private final Settlements settlements;
    private final EntityStore store;
    private final Transactions transactions;
    private final Access access;
    private final IdSource ids;

    /** Injected. */
    @Activate
    public DefaultLedger(@Reference EntryPreparer preparer, @Reference EntryPoster poster, @Reference BooksCache cache,
            @Reference FiscalPeriods periods, @Reference OpenItems items, @Reference Settlements settlements,
            @Reference EntityStore store, @Reference Transactions transactions, @Reference Access access,
            @Reference IdSource ids) {
        this.preparer = preparer;
        this.poster = poster;
        this.cache = cache;
        this.periods = periods;
        this.items = items;
        this.settlements = settlements;
        this.store = store;
        this.transactions = transactions;
        this.access = access;
        this.ids = ids;
    }

    @Override
    public EntryId post(EntryDraft draft) {
        access.require("finance.entry.post");
        PreparedEntry entry = preparer.prepare(draft);
        return new EntryId(transactions.required(() -> poster.post(entry)).id());
    }

    @Override
    public EntryId reverse(EntryId id, LocalDate date) {
        access.require("finance.entry.reverse");
        return new EntryId(transactions.required(() -> reverseLocked(id.value(), date)).id());
    }

    /** Posts a stored draft in the running transaction. */
    public PostedEntry postDraft(long id) {
        EntryEntity draft = store.lock(EntryEntity.class, id);
        if (draft.getState() != EntryState.DRAFT) {
            throw Problem.rule("state", "finance.entry.posted", draft.getNumber());
        }
        Books books = cache.current();
        List<PreparedLine> lines = draft.getLines().stream().map(line -> prepared(books, line)).toList();
        PreparedEntry entry = preparer.prepare(id, books,
                preparer.journal(books, books.journalIds().get(draft.getJournal()).code()), draft.getDate(),
                text(draft, null), lines);
        return poster.postDraft(draft, entry);
    }

    private PostedEntry reverseLocked(long id, LocalDate date) {
        EntryEntity original = store.lock(EntryEntity.class, id);
        if (original.getState() != EntryState.POSTED) {
            throw Problem.rule("state", "finance.entry.notPosted");
        }
        if (original.getReversedBy() != null) {
            throw Problem.rule("reversedBy", "finance.entry.reversed", original.getNumber());
        }
        if (original.getSourceModel() != null && OWN_DOCUMENTS.contains(original.getSourceModel())) {
            throw Problem.rule("sourceModel", "finance.entry.reverse.document", original.getNumber());
        }
        List<Item> opened = items.ofEntry(id);
        opened.stream().filter(item -> item.residual().compareTo(item.amount()) != 0).findFirst().ifPresent(item -> {
            throw Problem.rule("state", "finance.entry.reverse.settled", original.getNumber());
        });
        Books books = cache.current();
        LocalDate day = date == null ? access.today() : date;
        List<PreparedLine> lines = original.getLines().stream().map(line -> prepared(books, line)).map(PreparedLine::reversed)
                .toList();
        PreparedEntry entry = preparer.reversal(books, books.journalIds().get(original.getJournal()), day,
                text(original, id), lines);
        PostedEntry posted = poster.post(entry);
        original.setReversedBy(posted.id());
        settle(opened, items.ofEntry(posted.id()), day);
        return posted;
    }

    private void settle(List<Item> opened, List<Item> reversing, LocalDate date) {
        for (int i = 0; i < opened.size(); i++) {
            Item a = opened.get(i);
            Item b = reversing.get(i);
            Item debit = a.debit() ? a : b;
            Item credit = a.debit() ? b : a;
            settlements.settle(debit, debit.residual(), credit, credit.residual().negate(), date, null, null);
        }
    }

    private static PreparedEntry.Text text(EntryEntity entry, Long reversalOf) {
        return new PreparedEntry.Text(reversalOf == null ? entry.getReference() : entry.getNumber(), entry.getText(),
                entry.getSourceModel(), entry.getSourceId(), reversalOf, null);
    }

    private static PreparedLine prepared(Books books, EntryLineEntity line) {
        boolean open = books.accounts().containsKey(line.getAccount())
                && books.accounts().get(line.getAccount()).reconcilable()
                && line.getDebit().compareTo(line.getCredit()) != 0;
        return new PreparedLine(line.getAccount(), line.getParty(), line.getProduct(), line.getText(),
                new EntryAmounts(line.getCurrency(), line.getDebit(), line.getCredit(), line.getCompanyDebit(),
                        line.getCompanyCredit()), line.getDueDate(), line.getTax(), line.getTaxBase(), open);
    }
}
