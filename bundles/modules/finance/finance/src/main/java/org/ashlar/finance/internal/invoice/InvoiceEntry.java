package org.ashlar.finance.internal.invoice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ashlar.finance.AccountRole;
import org.ashlar.finance.internal.books.Books;
import org.ashlar.finance.internal.books.TaxInfo;
import org.ashlar.finance.internal.domain.EntryAmounts;
import org.ashlar.finance.internal.domain.TaxAmount;
import org.ashlar.finance.internal.domain.TaxedLine;
import org.ashlar.finance.internal.ledger.PreparedLine;
import org.ashlar.finance.internal.model.InvoiceEntity;
import org.ashlar.finance.internal.model.InvoiceLineEntity;
import org.ashlar.masters.Currencies;
import org.ashlar.platform.problem.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lines of the journal entry of an invoice. Thread-safe. */
@Component(service = InvoiceEntry.class)
public final class InvoiceEntry {

    private final InvoiceAmounts amounts;
    private final Currencies currencies;

    private record Counter(long account, Long product, Long tax) {
    }

    private record Sum(BigDecimal amount, BigDecimal base) {
        Sum plus(Sum other) {
            return new Sum(amount.add(other.amount), base == null ? null : base.add(other.base));
        }
    }

    /** Injected. */
    @Activate
    public InvoiceEntry(@Reference InvoiceAmounts amounts, @Reference Currencies currencies) {
        this.amounts = amounts;
        this.currencies = currencies;
    }

    /**
     * Control line first, then net amounts by account and product, then taxes. The control line takes in the company's
     * currency what the others add up to, so that conversion leaves nothing over.
     *
     * @param red whether credit notes keep the sides of the invoice with negative amounts (红字)
     */
    List<PreparedLine> lines(Books books, InvoiceEntity invoice, boolean red) {
        Map<Counter, Sum> sums = sums(books, invoice);
        int sign = invoice.getKind().sign();
        boolean negate = red && invoice.getKind().credit();
        List<PreparedLine> counters = new ArrayList<>();
        BigDecimal company = BigDecimal.ZERO;
        for (Map.Entry<Counter, Sum> entry : sums.entrySet()) {
            BigDecimal amount = entry.getValue().amount();
            if (amount.signum() == 0) {
                continue;
            }
            BigDecimal converted = currencies.convert(amount, invoice.getCurrency(), books.currency(), invoice.getDate());
            company = company.add(converted);
            BigDecimal base = entry.getValue().base() == null ? null
                    : currencies.convert(entry.getValue().base(), invoice.getCurrency(), books.currency(), invoice.getDate());
            counters.add(new PreparedLine(entry.getKey().account(), invoice.getParty(), entry.getKey().product(),
                    invoice.getText(), amounts(invoice, amount, converted, -sign, negate), null, entry.getKey().tax(),
                    base == null || !invoice.getKind().credit() ? base : base.negate(), false));
        }
        AccountRole control = invoice.getKind().sale() ? AccountRole.RECEIVABLE : AccountRole.PAYABLE;
        List<PreparedLine> lines = new ArrayList<>();
        if (invoice.getTotalAmount().signum() != 0) {
            lines.add(new PreparedLine(account(books, control, "party"), invoice.getParty(), null, invoice.getText(),
                    amounts(invoice, invoice.getTotalAmount(), company, sign, negate), invoice.getDueDate(), null, null,
                    true));
        }
        lines.addAll(counters);
        return lines;
    }

    private static EntryAmounts amounts(InvoiceEntity invoice, BigDecimal amount, BigDecimal company, int sign,
            boolean negate) {
        boolean opposite = sign < 0 != negate;
        EntryAmounts amounts = EntryAmounts.signed(invoice.getCurrency(), opposite ? amount.negate() : amount,
                opposite ? company.negate() : company);
        return negate ? amounts.reversed() : amounts;
    }

    private Map<Counter, Sum> sums(Books books, InvoiceEntity invoice) {
        Map<Counter, Sum> nets = new LinkedHashMap<>();
        Map<Counter, Sum> taxes = new LinkedHashMap<>();
        List<TaxedLine> taxed = amounts.taxed(books, invoice);
        for (int i = 0; i < taxed.size(); i++) {
            InvoiceLineEntity line = invoice.getLines().get(i);
            nets.merge(new Counter(counter(books, invoice, line, i), line.getProduct(), null),
                    new Sum(taxed.get(i).net(), null), Sum::plus);
            for (TaxAmount tax : taxed.get(i).taxes()) {
                TaxInfo info = books.taxes().get(tax.rule().code());
                taxes.merge(new Counter(account(books, info.role(), "lines[" + i + "].taxCode"), null, info.id()),
                        new Sum(tax.amount(), tax.base()), Sum::plus);
            }
        }
        nets.putAll(taxes);
        return nets;
    }

    private static long counter(Books books, InvoiceEntity invoice, InvoiceLineEntity line, int i) {
        if (line.getAccount() != null) {
            return line.getAccount();
        }
        AccountRole role = line.getAccountRole() != null ? line.getAccountRole()
                : invoice.getKind().sale() ? AccountRole.REVENUE : AccountRole.EXPENSE;
        return account(books, role, "lines[" + i + "].account");
    }

    private static long account(Books books, AccountRole role, String field) {
        Long account = books.roles().get(role);
        if (account == null) {
            throw Problem.rule(field, "finance.role.unmapped", role.name());
        }
        return account;
    }
}
