package org.ashlar.finance.internal.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.ashlar.finance.InvoiceKind;
import org.ashlar.finance.InvoiceState;
import org.ashlar.finance.internal.books.AccountInfo;
import org.ashlar.finance.internal.books.Books;
import org.ashlar.finance.internal.books.BooksCache;
import org.ashlar.finance.internal.ledger.FieldErrors;
import org.ashlar.finance.internal.model.InvoiceEntity;
import org.ashlar.finance.internal.model.InvoiceLineEntity;
import org.ashlar.masters.Currencies;
import org.ashlar.masters.Parties;
import org.ashlar.masters.PartyView;
import org.ashlar.masters.ProductView;
import org.ashlar.masters.Products;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What holds for every draft of an invoice, whatever way it comes in. */
@Component(service = RecordRules.class)
@ForModel("finance.invoice")
public final class InvoiceRules implements RecordRules<InvoiceEntity> {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final BooksCache cache;
    private final InvoiceAmounts amounts;
    private final Parties parties;
    private final Products products;
    private final Currencies currencies;
    private final Access access;
    private final Sql sql;

    /** Injected. */
    @Activate
    public InvoiceRules(@Reference BooksCache cache, @Reference InvoiceAmounts amounts, @Reference Parties parties,
            @Reference Products products, @Reference Currencies currencies, @Reference Access access, @Reference Sql sql) {
        this.cache = cache;
        this.amounts = amounts;
        this.parties = parties;
        this.products = products;
        this.currencies = currencies;
        this.access = access;
        this.sql = sql;
    }

    @Override
    public void beforeInsert(InvoiceEntity invoice) {
        complete(invoice);
    }

    @Override
    public void beforeUpdate(InvoiceEntity invoice, Set<String> changed) {
        if (invoice.getState() != InvoiceState.DRAFT) {
            throw Problem.rule("state", "finance.invoice.posted", String.valueOf(invoice.getNumber()));
        }
        complete(invoice);
    }

    @Override
    public void beforeDelete(InvoiceEntity invoice) {
        if (invoice.getState() != InvoiceState.DRAFT) {
            throw Problem.rule("state", "finance.invoice.posted", String.valueOf(invoice.getNumber()));
        }
    }

    private void complete(InvoiceEntity invoice) {
        Books books = cache.current();
        PartyView party = party(invoice);
        if (invoice.getDate() == null) {
            invoice.setDate(access.today());
        }
        if (invoice.getCurrency() == null) {
            invoice.setCurrency(party.currency() == null ? books.currency() : party.currency());
        }
        if (!currencies.known(invoice.getCurrency())) {
            throw Problem.rule("currency", "finance.currency.unknown", invoice.getCurrency());
        }
        if (invoice.getDueDate() == null) {
            invoice.setDueDate(dueDate(invoice.getDate(), party));
        }
        if (invoice.getDueDate().isBefore(invoice.getDate())) {
            throw Problem.rule("dueDate", "finance.invoice.dueBeforeDate");
        }
        if (invoice.getLines().isEmpty()) {
            throw Problem.rule("lines", "finance.invoice.linesMissing");
        }
        lines(books, invoice);
        amounts.apply(books, invoice);
        if (invoice.getTotalAmount().signum() < 0) {
            throw Problem.rule("lines", "finance.invoice.negative", invoice.getTotalAmount().toPlainString());
        }
        reference(invoice);
    }

    private PartyView party(InvoiceEntity invoice) {
        if (invoice.getParty() == null) {
            throw Problem.rule("party", "finance.invoice.partyMissing");
        }
        List<PartyView> found = parties.getAll(List.of(invoice.getParty()));
        if (found.isEmpty()) {
            throw Problem.rule("party", "finance.invoice.partyUnknown", invoice.getParty().toString());
        }
        PartyView party = found.get(0);
        if (!party.active()) {
            throw Problem.rule("party", "finance.invoice.partyInactive", party.name());
        }
        boolean sale = invoice.getKind().sale();
        if (sale ? !party.customer() : !party.vendor()) {
            throw Problem.rule("party", sale ? "finance.invoice.notCustomer" : "finance.invoice.notVendor", party.name());
        }
        return party;
    }

    private static LocalDate dueDate(LocalDate date, PartyView party) {
        return party.paymentTermDays() == null ? date : date.plusDays(party.paymentTermDays());
    }

    private void lines(Books books, InvoiceEntity invoice) {
        Map<Long, ProductView> known = products(invoice);
        FieldErrors errors = new FieldErrors();
        int position = 0;
        for (InvoiceLineEntity line : invoice.getLines()) {
            String path = "lines[" + position + "].";
            line.setPosition(++position);
            ProductView product = line.getProduct() == null ? null : known.get(line.getProduct());
            if (line.getProduct() != null && product == null) {
                errors.add(path + "product", "finance.invoice.line.productUnknown", line.getProduct().toString());
            }
            fromProduct(line, product, invoice.getKind());
            if (line.getText() == null || line.getText().isBlank()) {
                errors.add(path + "text", "finance.invoice.line.textMissing");
            }
            if (line.getQuantity() == null || line.getQuantity().signum() <= 0) {
                errors.add(path + "quantity", "finance.invoice.line.quantity");
            }
            if (line.getUnitPrice() == null) {
                errors.add(path + "unitPrice", "finance.invoice.line.priceMissing");
            }
            BigDecimal discount = line.getDiscountPercent();
            if (discount == null || discount.signum() < 0 || discount.compareTo(HUNDRED) > 0) {
                errors.add(path + "discountPercent", "finance.invoice.line.discount");
            }
            account(books, line, path, errors);
        }
        errors.throwIfAny("finance.invoice.invalid");
    }

    private static void account(Books books, InvoiceLineEntity line, String path, FieldErrors errors) {
        if (line.getAccount() == null) {
            return;
        }
        AccountInfo account = books.accounts().get(line.getAccount());
        if (account == null) {
            errors.add(path + "account", "finance.account.unknown", line.getAccount().toString());
        } else if (!account.active() || account.heading()) {
            errors.add(path + "account", account.heading() ? "finance.account.heading" : "finance.account.inactive",
                    account.code());
        } else if (account.reconcilable()) {
            errors.add(path + "account", "finance.invoice.line.controlAccount", account.code());
        }
    }

    /** A tax code that is empty, rather than missing, says that there is none. */
    private static void fromProduct(InvoiceLineEntity line, ProductView product, InvoiceKind kind) {
        if (product != null) {
            if (line.getText() == null || line.getText().isBlank()) {
                line.setText(product.name());
            }
            if (line.getUnit() == null) {
                line.setUnit(product.unit());
            }
            if (line.getTaxCode() == null && line.getId() == null) {
                line.setTaxCode(kind.sale() ? product.salesTaxCode() : product.purchaseTaxCode());
            }
        }
        if (line.getTaxCode() != null && line.getTaxCode().isBlank()) {
            line.setTaxCode(null);
        }
    }

    private Map<Long, ProductView> products(InvoiceEntity invoice) {
        Set<Long> wanted = new HashSet<>();
        invoice.getLines().forEach(line -> {
            if (line.getProduct() != null) {
                wanted.add(line.getProduct());
            }
        });
        Map<Long, ProductView> known = new HashMap<>();
        if (!wanted.isEmpty()) {
            products.getAll(wanted).forEach(product -> known.put(product.id(), product));
        }
        return known;
    }

    /** A vendor's number is entered once; the unique key of the table is the last word when two come at once. */
    private void reference(InvoiceEntity invoice) {
        String reference = invoice.getReference();
        if (invoice.getKind() != InvoiceKind.VENDOR_BILL || reference == null || reference.isBlank()) {
            invoice.setDuplicateKey(null);
            return;
        }
        String key = invoice.getParty() + ":" + reference.trim().toUpperCase(java.util.Locale.ROOT);
        if (key.equals(invoice.getDuplicateKey())) {
            return;
        }
        boolean taken = sql.any(context -> context.resultQuery(
                "SELECT id FROM finance_invoice WHERE company_id = ? AND duplicate_key = ?",
                access.caller().companyId(), key).fetch().isNotEmpty());
        if (taken) {
            throw Problem.rule("reference", "finance.invoice.reference.duplicate", reference.trim());
        }
        invoice.setDuplicateKey(key);
    }
}
