package org.ashlar.finance.internal.invoice;

import java.math.BigDecimal;
import java.util.List;

import org.ashlar.finance.InvoiceState;
import org.ashlar.finance.InvoiceView;
import org.ashlar.finance.internal.books.Books;
import org.ashlar.finance.internal.books.BooksCache;
import org.ashlar.finance.internal.books.JournalInfo;
import org.ashlar.finance.internal.ledger.EntryPoster;
import org.ashlar.finance.internal.ledger.EntryPreparer;
import org.ashlar.finance.internal.ledger.PreparedEntry;
import org.ashlar.finance.internal.ledger.PreparedLine;
import org.ashlar.finance.internal.model.InvoiceEntity;
import org.ashlar.finance.internal.model.JournalType;
import org.ashlar.finance.internal.settlement.Item;
import org.ashlar.finance.internal.settlement.OpenItems;
import org.ashlar.finance.internal.settlement.Settlements;
import org.ashlar.finance.spi.InvoiceCheck;
import org.ashlar.platform.event.Events;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.numbering.NumberSeries;
import org.ashlar.platform.numbering.Numbering;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Posts a locked draft: checks, number, entry with open item, and the settlement of a credit note with its invoice. */
@Component(service = InvoicePosting.class)
public final class InvoicePosting {

    private final BooksCache cache;
    private final InvoiceAmounts amounts;
    private final InvoiceEntry entries;
    private final SourceModules sources;
    private final EntryPreparer preparer;
    private final EntryPoster poster;
    private final OpenItems items;
    private final Settlements settlements;
    private final EntityStore store;
    private final Numbering numbering;
    private final Modules modules;
    private final Companies companies;
    private final Events events;
    private final Sql sql;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.REPLACE)
    private volatile List<InvoiceCheck> checks;

    /** Injected. */
    @Activate
    public InvoicePosting(@Reference BooksCache cache, @Reference InvoiceAmounts amounts, @Reference InvoiceEntry entries,
            @Reference SourceModules sources, @Reference EntryPreparer preparer, @Reference EntryPoster poster,
            @Reference OpenItems items, @Reference Settlements settlements, @Reference EntityStore store,
            @Reference Numbering numbering, @Reference Modules modules, @Reference Companies companies,
            @Reference Events events, @Reference Sql sql) {
        this.cache = cache;
        this.amounts = amounts;
        this.entries = entries;
        this.sources = sources;
        this.preparer = preparer;
        this.poster = poster;
        this.items = items;
        this.settlements = settlements;
        this.store = store;
        this.numbering = numbering;
        this.modules = modules;
        this.companies = companies;
        this.events = events;
        this.sql = sql;
    }

    void post(InvoiceEntity invoice) {
        if (invoice.getState() != InvoiceState.DRAFT) {
            throw Problem.rule("state", "finance.invoice.notDraft", String.valueOf(invoice.getNumber()));
        }
        modules.requireValidators("finance.invoice");
        sources.require(invoice.getSourceModel());
        Books books = cache.current();
        amounts.apply(books, invoice);
        InvoiceEntity origin = invoice.getOrigin() == null ? null : store.lock(InvoiceEntity.class, invoice.getOrigin());
        if (origin != null) {
            checkCredit(invoice, origin);
        }
        check(invoice);
        List<PreparedLine> lines = entries.lines(books, invoice, red());
        NumberSeries series = InvoiceNumbers.of(invoice.getKind());
        if (lines.isEmpty()) {
            invoice.setNumber(numbering.next(series, invoice.getDate()));
        } else {
            EntryPoster.PostedDocument posted = poster.post(preparer.prepare(books, journal(books, invoice), invoice.getDate(),
                    new PreparedEntry.Text(null, invoice.getText(), "finance.invoice", invoice.getId(), null, null), lines), series);
            invoice.setEntry(posted.entry());
            invoice.setNumber(posted.number());
        }
        invoice.setOpenAmount(invoice.getTotalAmount());
        invoice.setState(invoice.getTotalAmount().signum() == 0 ? InvoiceState.PAID : InvoiceState.POSTED);
        if (origin != null) {
            settleWithOrigin(invoice, origin);
        }
        events.publish(InvoiceViews.posted(invoice));
    }

    private void check(InvoiceEntity invoice) {
        List<InvoiceCheck> now = checks;
        if (now == null || now.isEmpty()) {
            return;
        }
        InvoiceView view = InvoiceViews.view(invoice);
        for (int i = now.size() - 1; i >= 0; i--) {
            now.get(i).check(view);
        }
    }

    /** Whether corrections keep the sides and negate the amounts, as Chinese practice expects (红字). */
    private boolean red() {
        return "CN".equals(companies.get(cache.current().companyId()).country());
    }

    private static String journal(Books books, InvoiceEntity invoice) {
        JournalType type = invoice.getKind().sale() ? JournalType.SALES : JournalType.PURCHASE;
        return books.journals().values().stream().filter(journal -> journal.active() && journal.type() == type)
                .map(JournalInfo::code).sorted().findFirst().orElse(null);
    }

    private void checkCredit(InvoiceEntity credit, InvoiceEntity origin) {
        BigDecimal before = sql.inTransaction(context -> context.resultQuery(
                "SELECT COALESCE(SUM(total_amount), 0) FROM finance_invoice WHERE company_id = ? AND origin_id = ?"
                        + " AND state IN ('POSTED', 'PAID')", credit.getCompanyId(), origin.getId())
                .fetchOne(0, BigDecimal.class));
        BigDecimal left = origin.getTotalAmount().subtract(before);
        if (credit.getTotalAmount().compareTo(left) > 0) {
            throw Problem.rule("lines", "finance.invoice.credit.exceeds", credit.getTotalAmount().toPlainString(),
                    left.toPlainString(), origin.getNumber());
        }
    }

    private void settleWithOrigin(InvoiceEntity credit, InvoiceEntity origin) {
        BigDecimal amount = credit.getTotalAmount().min(origin.getOpenAmount());
        if (amount.signum() == 0 || !credit.getCurrency().equals(origin.getCurrency())) {
            return;
        }
        List<Item> pair = items.ofInvoices(credit.getId(), origin.getId());
        Item mine = pair.get(0);
        Item theirs = pair.get(1);
        Item debit = mine.debit() ? mine : theirs;
        Item other = mine.debit() ? theirs : mine;
        settlements.settle(debit, amount, other, amount, credit.getDate(), origin.getId(), null);
        take(credit, amount);
        take(origin, amount);
    }

    /** Lowers what is open of a posted invoice that the caller has locked. */
    public static void take(InvoiceEntity invoice, BigDecimal amount) {
        invoice.setOpenAmount(invoice.getOpenAmount().subtract(amount));
        invoice.setState(invoice.getOpenAmount().signum() == 0 ? InvoiceState.PAID : InvoiceState.POSTED);
    }
}
