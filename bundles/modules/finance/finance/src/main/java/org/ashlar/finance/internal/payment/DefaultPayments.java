package org.ashlar.finance.internal.payment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import org.ashlar.finance.AccountRole;
import org.ashlar.finance.InvoiceId;
import org.ashlar.finance.PaymentAllocation;
import org.ashlar.finance.PaymentDraft;
import org.ashlar.finance.PaymentId;
import org.ashlar.finance.Payments;
import org.ashlar.finance.internal.books.BooksCache;
import org.ashlar.finance.internal.model.InvoiceEntity;
import org.ashlar.finance.internal.model.PaymentEntity;
import org.ashlar.finance.internal.model.PaymentKind;
import org.ashlar.finance.internal.model.PaymentLineEntity;
import org.ashlar.finance.internal.model.PaymentState;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Payments as a service. */
@Component(service = {Payments.class, DefaultPayments.class})
public final class DefaultPayments implements Payments {

    private final EntityStore store;
    private final BooksCache cache;
    private final PaymentPosting posting;
    private final Allocations allocations;
    private final Transactions transactions;
    private final Access access;
    private final PaymentRules rules;
    private final IdSource ids;

    /** Injected. */
    @Activate
    public DefaultPayments(@Reference EntityStore store, @Reference BooksCache cache, @Reference PaymentRules rules,
            @Reference PaymentPosting posting, @Reference Allocations allocations, @Reference Transactions transactions,
            @Reference Access access, @Reference IdSource ids) {
        this.store = store;
        this.cache = cache;
        this.posting = posting;
        this.allocations = allocations;
        this.transactions = transactions;
        this.access = access;
        this.ids = ids;
        this.rules = rules;
    }

    @Override
    public PaymentId receive(PaymentDraft draft) {
        return create(PaymentKind.RECEIPT, draft);
    }

    @Override
    public PaymentId pay(PaymentDraft draft) {
        return create(PaymentKind.PAYMENT, draft);
    }

    @Override
    public void allocate(PaymentId id, List<PaymentAllocation> wanted) {
        access.require("finance.payment.allocate");
        transactions.run(() -> {
            List<InvoiceEntity> invoices = wanted.stream().map(PaymentAllocation::invoiceId).sorted().distinct()
                    .map(invoice -> store.lock(InvoiceEntity.class, invoice)).toList();
            PaymentEntity payment = posted(id.value());
            LocalDate today = access.today();
            LocalDate date = today.isBefore(payment.getDate()) ? payment.getDate() : today;
            for (int i = 0; i < wanted.size(); i++) {
                PaymentAllocation part = wanted.get(i);
                InvoiceEntity invoice = invoices.stream().filter(row -> row.getId() == part.invoiceId()).findFirst()
                        .orElseThrow();
                allocations.allocate(payment, invoice, part.amount(), date, "amount");
            }
        });
    }

    @Override
    public void unallocate(PaymentId id, InvoiceId invoice) {
        access.require("finance.payment.unallocate");
        transactions.run(() -> {
            InvoiceEntity settled = store.lock(InvoiceEntity.class, invoice.value());
            PaymentEntity payment = posted(id.value());
            LocalDate today = access.today();
            allocations.unallocate(payment, settled, today.isBefore(payment.getDate()) ? payment.getDate() : today);
        });
    }

    /** Posts a stored draft and answers its number. */
    String post(long id) {
        PaymentEntity payment = store.lock(PaymentEntity.class, id);
        posting.post(payment);
        return payment.getNumber();
    }

    private PaymentEntity posted(long id) {
        PaymentEntity payment = store.lock(PaymentEntity.class, id);
        if (payment.getState() != PaymentState.POSTED) {
            throw Problem.rule("state", "finance.payment.notPosted");
        }
        return payment;
    }

    private PaymentId create(PaymentKind kind, PaymentDraft draft) {
        access.require("finance.payment.create");
        access.require("finance.payment.post");
        return transactions.required(() -> {
            PaymentEntity payment = entity(kind, draft);
            payment.setId(ids.next());
            rules.beforeInsert(payment);
            // Posted before it is handed to JPA, so that the row is written once.
            posting.post(payment);
            return new PaymentId(store.insert(payment).getId());
        });
    }

    private PaymentEntity entity(PaymentKind kind, PaymentDraft draft) {
        PaymentEntity payment = new PaymentEntity();
        payment.setKind(kind);
        payment.setParty(draft.partyId());
        payment.setDate(draft.date());
        AccountRole role = draft.account() == null ? AccountRole.BANK : draft.account();
        Long account = cache.current().roles().get(role);
        if (account == null) {
            throw Problem.rule("account", "finance.role.unmapped", role.name());
        }
        payment.setAccount(account);
        payment.setCurrency(draft.amount().currency());
        payment.setAmount(draft.amount().amount());
        payment.setCompanyAmount(draft.companyAmount());
        payment.setReference(draft.reference());
        draft.allocations().stream().sorted(Comparator.comparing(PaymentAllocation::invoiceId)).forEach(part -> {
            PaymentLineEntity line = new PaymentLineEntity();
            line.setPayment(payment);
            line.setInvoice(part.invoiceId());
            line.setAmount(part.amount());
            payment.getLines().add(line);
        });
        return payment;
    }
}
