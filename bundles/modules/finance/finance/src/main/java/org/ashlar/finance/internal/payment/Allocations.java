package org.ashlar.finance.internal.payment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

import org.ashlar.finance.InvoiceState;
import org.ashlar.finance.PaymentAllocated;
import org.ashlar.finance.internal.invoice.InvoicePosting;
import org.ashlar.finance.internal.model.AllocationEntity;
import org.ashlar.finance.internal.model.InvoiceEntity;
import org.ashlar.finance.internal.model.PaymentEntity;
import org.ashlar.finance.internal.settlement.Item;
import org.ashlar.finance.internal.settlement.OpenItems;
import org.ashlar.finance.internal.settlement.Settlements;
import org.ashlar.masters.Currencies;
import org.ashlar.platform.event.Events;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.value.Rounding;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Settles invoices from a posted payment that the caller has locked, and takes that back. Thread-safe. */
@Component(service = Allocations.class)
public final class Allocations {

    private final EntityStore store;
    private final OpenItems items;
    private final Settlements settlements;
    private final Currencies currencies;
    private final Events events;
    private final Sql sql;

    /** Injected. */
    @Activate
    public Allocations(@Reference EntityStore store, @Reference OpenItems items, @Reference Settlements settlements,
            @Reference Currencies currencies, @Reference Events events, @Reference Sql sql) {
        this.store = store;
        this.items = items;
        this.settlements = settlements;
        this.currencies = currencies;
        this.events = events;
        this.sql = sql;
    }

    /**
     * Settles an invoice.
     *
     * @param amount in the invoice's currency, {@code null}: as much as possible
     * @param field field of the amount in the request, for messages
     */
    void allocate(PaymentEntity payment, InvoiceEntity invoice, BigDecimal amount, LocalDate date, String field) {
        if (!invoice.getParty().equals(payment.getParty())) {
            throw Problem.rule("invoice", "finance.payment.allocation.party", String.valueOf(invoice.getNumber()));
        }
        if (invoice.getState() != InvoiceState.POSTED && invoice.getState() != InvoiceState.PAID) {
            throw Problem.rule("invoice", "finance.invoice.notPosted");
        }
        List<Item> pair = items.ofInvoiceAndPayment(invoice.getId(), payment.getId());
        Item owed = pair.get(0);
        Item paid = pair.get(1);
        if (owed.debit() == paid.debit()) {
            throw Problem.rule("invoice", "finance.payment.allocation.direction", invoice.getNumber());
        }
        BigDecimal rate = invoice.getCurrency().equals(payment.getCurrency()) ? BigDecimal.ONE
                : currencies.rate(invoice.getCurrency(), payment.getCurrency(), payment.getDate());
        BigDecimal open = owed.residual().abs();
        BigDecimal left = paid.residual().abs();
        BigDecimal covered = Rounding.money(left.divide(rate, 12, RoundingMode.HALF_UP), invoice.getCurrency());
        BigDecimal part = amount != null ? amount : open.min(covered);
        if (part.signum() <= 0 || part.compareTo(open) > 0 || part.compareTo(covered) > 0) {
            throw Problem.rule(field, "finance.payment.allocation.exceeds", part.stripTrailingZeros().toPlainString(),
                    open.min(covered).stripTrailingZeros().toPlainString(), invoice.getNumber());
        }
        BigDecimal used = part.compareTo(covered) == 0 ? left
                : Rounding.money(part.multiply(rate), payment.getCurrency()).min(left);
        LocalDate day = date.isBefore(invoice.getDate()) ? invoice.getDate() : date;
        settlements.settle(owed.debit() ? owed : paid, owed.debit() ? part : used, owed.debit() ? paid : owed,
                owed.debit() ? used : part, day, invoice.getId(), payment.getId());
        InvoicePosting.take(invoice, part);
        payment.setOpenAmount(payment.getOpenAmount().subtract(used));
        publish(payment, invoice, part);
    }

    /** Takes back all that a payment settled of an invoice. */
    void unallocate(PaymentEntity payment, InvoiceEntity invoice, LocalDate date) {
        List<Long> ids = sql.inTransaction(context -> context.resultQuery(
                "SELECT a.id FROM finance_allocation a WHERE a.payment_id = ? AND a.invoice_id = ?"
                        + " AND a.reverses_id IS NULL AND NOT EXISTS"
                        + " (SELECT 1 FROM finance_allocation r WHERE r.reverses_id = a.id) ORDER BY a.id",
                payment.getId(), invoice.getId()).fetch().map(row -> row.get(0, Long.class)));
        if (ids.isEmpty()) {
            throw Problem.rule("invoice", "finance.payment.allocation.none", String.valueOf(invoice.getNumber()));
        }
        boolean invoiceIsDebit = invoice.getKind().sign() > 0;
        for (Long id : ids) {
            AllocationEntity allocation = store.get(AllocationEntity.class, id);
            settlements.undo(allocation, date);
            BigDecimal part = invoiceIsDebit ? allocation.getDebitAmount() : allocation.getCreditAmount();
            BigDecimal used = invoiceIsDebit ? allocation.getCreditAmount() : allocation.getDebitAmount();
            InvoicePosting.take(invoice, part.negate());
            payment.setOpenAmount(payment.getOpenAmount().add(used));
            publish(payment, invoice, part.negate());
        }
    }

    private void publish(PaymentEntity payment, InvoiceEntity invoice, BigDecimal amount) {
        events.publish(new PaymentAllocated(payment.getId(), invoice.getId(), invoice.getCompanyId(), invoice.getParty(),
                amount, invoice.getCurrency(), invoice.getOpenAmount(), invoice.getSourceModel(),
                invoice.getSourceId() == null ? 0 : invoice.getSourceId()));
    }
}
