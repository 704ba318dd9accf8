package org.ashlar.finance.internal.payment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ashlar.finance.AccountRole;
import org.ashlar.finance.internal.books.Books;
import org.ashlar.finance.internal.books.BooksCache;
import org.ashlar.finance.internal.books.JournalInfo;
import org.ashlar.finance.internal.domain.EntryAmounts;
import org.ashlar.finance.internal.ledger.EntryPoster;
import org.ashlar.finance.internal.ledger.EntryPreparer;
import org.ashlar.finance.internal.ledger.PreparedEntry;
import org.ashlar.finance.internal.ledger.PreparedLine;
import org.ashlar.finance.internal.model.InvoiceEntity;
import org.ashlar.finance.internal.model.JournalType;
import org.ashlar.finance.internal.model.PaymentEntity;
import org.ashlar.finance.internal.model.PaymentKind;
import org.ashlar.finance.internal.model.PaymentLineEntity;
import org.ashlar.finance.internal.model.PaymentState;
import org.ashlar.masters.Currencies;
import org.ashlar.masters.Parties;
import org.ashlar.masters.PartyView;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.numbering.NumberSeries;
import org.ashlar.platform.numbering.Numbering;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.EntityStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Posts a locked draft of a payment and settles the invoices of its lines. Thread-safe. */
@Component(service = PaymentPosting.class)
public final class PaymentPosting {

    private static final NumberSeries RECEIPTS = NumberSeries.plain("finance.payment.RECEIPT", "REC-{seq:8}");
    private static final NumberSeries PAYMENTS = NumberSeries.plain("finance.payment.PAYMENT", "PAY-{seq:8}");

    private final BooksCache cache;
    private final EntityStore store;
    private final Parties parties;
    private final Currencies currencies;
    private final EntryPreparer preparer;
    private final EntryPoster poster;
    private final Allocations allocations;
    private final Numbering numbering;
    private final Modules modules;

    /** Injected. */
    @Activate
    public PaymentPosting(@Reference BooksCache cache, @Reference EntityStore store, @Reference Parties parties,
            @Reference Currencies currencies, @Reference EntryPreparer preparer, @Reference EntryPoster poster,
            @Reference Allocations allocations, @Reference Numbering numbering, @Reference Modules modules) {
        this.cache = cache;
        this.store = store;
        this.parties = parties;
        this.currencies = currencies;
        this.preparer = preparer;
        this.poster = poster;
        this.allocations = allocations;
        this.numbering = numbering;
        this.modules = modules;
    }

    void post(PaymentEntity payment) {
        if (payment.getState() != PaymentState.DRAFT) {
            throw Problem.rule("state", "finance.payment.posted", String.valueOf(payment.getNumber()));
        }
        modules.requireValidators("finance.payment");
        Map<PaymentLineEntity, InvoiceEntity> invoices = lockInvoices(payment);
        Books books = cache.current();
        AccountRole control = control(payment, invoices.values().stream().toList());
        Long controlAccount = books.roles().get(control);
        if (controlAccount == null) {
            throw Problem.rule("party", "finance.role.unmapped", control.name());
        }
        payment.setNumber(numbering.next(payment.getKind() == PaymentKind.RECEIPT ? RECEIPTS : PAYMENTS, payment.getDate()));
        payment.setOpenAmount(payment.getAmount());
        payment.setState(PaymentState.POSTED);
        payment.setEntry(poster.post(entry(books, payment, controlAccount)).id());
        invoices.forEach((line, invoice) -> allocations.allocate(payment, invoice, line.getAmount(), payment.getDate(),
                "lines[" + (line.getPosition() - 1) + "].amount"));
    }

    private PreparedEntry entry(Books books, PaymentEntity payment, long control) {
        BigDecimal amount = payment.getAmount();
        BigDecimal company = payment.getCurrency().equals(books.currency()) ? amount
                : payment.getCompanyAmount() != null ? payment.getCompanyAmount()
                : currencies.convert(amount, payment.getCurrency(), books.currency(), payment.getDate());
        payment.setCompanyAmount(company);
        boolean in = payment.getKind() == PaymentKind.RECEIPT;
        EntryAmounts money = EntryAmounts.signed(payment.getCurrency(), in ? amount : amount.negate(),
                in ? company : company.negate());
        EntryAmounts counter = EntryAmounts.signed(payment.getCurrency(), in ? amount.negate() : amount,
                in ? company.negate() : company);
        List<PreparedLine> lines = new ArrayList<>();
        lines.add(new PreparedLine(payment.getAccount(), payment.getParty(), null, null, money, null, null, null, false));
        lines.add(new PreparedLine(control, payment.getParty(), null, null, counter, payment.getDate(), null, null, true));
        return preparer.prepare(books, journal(books, payment), payment.getDate(), new PreparedEntry.Text(
                payment.getReference(), null, "finance.payment", payment.getId(), null, payment.getNumber()), lines);
    }

    private static String journal(Books books, PaymentEntity payment) {
        JournalType type = payment.getAccount().equals(books.roles().get(AccountRole.CASH)) ? JournalType.CASH
                : JournalType.BANK;
        return books.journals().values().stream().filter(journal -> journal.active() && journal.type() == type)
                .map(JournalInfo::code).sorted().findFirst().orElse(null);
    }

    /** In the order of ids, so that two payments of the same invoices never wait crosswise. */
    private Map<PaymentLineEntity, InvoiceEntity> lockInvoices(PaymentEntity payment) {
        List<PaymentLineEntity> lines = new ArrayList<>(payment.getLines());
        lines.sort(Comparator.comparing(PaymentLineEntity::getInvoice));
        Map<PaymentLineEntity, InvoiceEntity> invoices = new LinkedHashMap<>();
        for (PaymentLineEntity line : lines) {
            invoices.put(line, store.lock(InvoiceEntity.class, line.getInvoice()));
        }
        return invoices;
    }

    /** Receivables for what is settled with customers, payables for vendors; without invoices the party decides. */
    private AccountRole control(PaymentEntity payment, List<InvoiceEntity> invoices) {
        boolean in = payment.getKind() == PaymentKind.RECEIPT;
        boolean sale;
        if (invoices.isEmpty()) {
            PartyView party = parties.get(payment.getParty());
            sale = in ? party.customer() || !party.vendor() : !party.vendor() && party.customer();
        } else {
            sale = invoices.get(0).getKind().sale();
            if (invoices.stream().anyMatch(invoice -> invoice.getKind().sale() != sale)) {
                throw Problem.rule("lines", "finance.payment.mixed");
            }
        }
        return sale ? AccountRole.RECEIVABLE : AccountRole.PAYABLE;
    }
}
