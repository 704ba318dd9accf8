package org.ashlar.finance.internal.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.ashlar.finance.AccountRole;
import org.ashlar.finance.EntryDraft;
import org.ashlar.finance.EntryLine;
import org.ashlar.finance.InvoiceDraft;
import org.ashlar.finance.InvoiceId;
import org.ashlar.finance.InvoiceKind;
import org.ashlar.finance.InvoiceLineDraft;
import org.ashlar.finance.Invoices;
import org.ashlar.finance.Ledger;
import org.ashlar.finance.PaymentAllocation;
import org.ashlar.finance.PaymentDraft;
import org.ashlar.finance.Payments;
import org.ashlar.finance.internal.books.Books;
import org.ashlar.finance.internal.books.BooksCache;
import org.ashlar.finance.internal.model.TaxScope;
import org.ashlar.masters.FiscalCalendar;
import org.ashlar.masters.Parties;
import org.ashlar.masters.PartyView;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.module.DemoData;
import org.ashlar.platform.value.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A small business under way: opening balances, rent, consulting invoices in every state and bills, so that each report
 * has something to show. Parties are those of masters' demo; where one is missing its documents are left out.
 */
@Component(service = DemoData.class)
public final class FinanceDemo implements DemoData {

    private final Ledger ledger;
    private final Invoices invoices;
    private final Payments payments;
    private final Parties parties;
    private final FiscalCalendar calendar;
    private final BooksCache cache;
    private final Access access;

    /** Injected. */
    @Activate
    public FinanceDemo(@Reference Ledger ledger, @Reference Invoices invoices, @Reference Payments payments,
            @Reference Parties parties, @Reference FiscalCalendar calendar, @Reference BooksCache cache,
            @Reference Access access) {
        this.ledger = ledger;
        this.invoices = invoices;
        this.payments = payments;
        this.parties = parties;
        this.calendar = calendar;
        this.cache = cache;
        this.access = access;
    }

    @Override
    public int order() {
        return 210;
    }

    @Override
    public String id() {
        return "finance.demo";
    }

    @Override
    public void load() {
        Books books = cache.current();
        LocalDate today = access.today();
        entry(daysAgo(300), "Opening balances 期初余额", AccountRole.BANK, AccountRole.OPENING_BALANCE, "500000");
        entry(daysAgo(299), "Petty cash 提取备用金", AccountRole.CASH, AccountRole.BANK, "5000");
        for (int month = 2; month >= 0; month--) {
            entry(daysAgo(month * 30 + 5), "Rent 房租", AccountRole.EXPENSE, AccountRole.BANK, "12000");
        }
        String sale = tax(books, TaxScope.SALE);
        String purchase = tax(books, TaxScope.PURCHASE);
        sale("C1001", 100, "Consulting 咨询服务", "8600", sale, "9999999");
        sale("C1002", 75, "Maintenance contract 维护合同", "15200", sale, "6000");
        sale("C1003", 45, "Training 培训", "4350.50", sale, null);
        sale("C1001", 3, "Consulting 咨询服务", "9100", sale, null);
        bill("V1015", 60, "ZX-2201", "Machine service 设备保养", "3280", purchase, true);
        bill("V1015", 20, "ZX-2317", "Spare parts 备件", "1765.40", purchase, false);
        customer("C1002").ifPresent(party -> payments.receive(new PaymentDraft(party.id(), today,
                new Money(new BigDecimal("2000"), books.currency()), AccountRole.BANK, null, "Advance 预收", List.of())));
    }

    private void entry(LocalDate date, String text, AccountRole debit, AccountRole credit, String amount) {
        Money money = new Money(new BigDecimal(amount), cache.current().currency());
        ledger.post(new EntryDraft(Ledger.GENERAL, date, null, text, null, 0,
                List.of(EntryLine.of(debit, money), EntryLine.of(credit, money.negated()))));
    }

    private void sale(String code, int daysAgo, String text, String price, String tax, String paid) {
        customer(code).ifPresent(party -> {
            InvoiceId id = post(InvoiceKind.CUSTOMER_INVOICE, party, daysAgo(daysAgo), null, text, price, tax);
            if (paid != null) {
                BigDecimal open = invoices.get(id).openAmount();
                pay(true, party, id, daysAgo(Math.max(0, daysAgo - 20)), open.min(new BigDecimal(paid)));
            }
        });
    }

    private void bill(String code, int daysAgo, String number, String text, String price, String tax, boolean paid) {
        parties.find(code).filter(party -> party.vendor() && party.active()).ifPresent(party -> {
            InvoiceId id = post(InvoiceKind.VENDOR_BILL, party, daysAgo(daysAgo), number, text, price, tax);
            if (paid) {
                pay(false, party, id, daysAgo(Math.max(0, daysAgo - 25)), invoices.get(id).openAmount());
            }
        });
    }

    private Optional<PartyView> customer(String code) {
        return parties.find(code).filter(party -> party.customer() && party.active());
    }

    private InvoiceId post(InvoiceKind kind, PartyView party, LocalDate date, String reference, String text, String price,
            String tax) {
        InvoiceLineDraft line = new InvoiceLineDraft(null, text, BigDecimal.ONE, null, new BigDecimal(price), null, tax, null,
                null, 0);
        InvoiceId id = invoices.draft(new InvoiceDraft(kind, party.id(), date, null, cache.current().currency(), reference,
                null, 0, List.of(line)));
        invoices.post(id);
        return id;
    }

    private void pay(boolean in, PartyView party, InvoiceId invoice, LocalDate date, BigDecimal amount) {
        PaymentDraft draft = new PaymentDraft(party.id(), date, new Money(amount, cache.current().currency()),
                AccountRole.BANK, null, null, List.of(new PaymentAllocation(invoice.value(), amount)));
        if (in) {
            payments.receive(draft);
        } else {
            payments.pay(draft);
        }
    }

    /** The first tax code of a scope with the highest rate, or none. */
    private static String tax(Books books, TaxScope scope) {
        return books.taxes().values().stream().filter(tax -> tax.scope() == scope && tax.active() && !tax.rule().inclusive())
                .max((a, b) -> a.rule().rate().compareTo(b.rule().rate())).map(tax -> tax.rule().code()).orElse(null);
    }

    /** Not before the fiscal year of today: earlier years may not be in the calendar. */
    private LocalDate daysAgo(int days) {
        LocalDate date = access.today().minusDays(days);
        LocalDate first = calendar.yearOf(access.today()).start();
        return date.isBefore(first) ? first : date;
    }
}
