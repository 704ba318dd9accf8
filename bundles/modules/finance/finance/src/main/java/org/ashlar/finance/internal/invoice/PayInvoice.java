package org.ashlar.finance.internal.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.ashlar.finance.AccountRole;
import org.ashlar.finance.InvoiceKind;
import org.ashlar.finance.InvoiceState;
import org.ashlar.finance.PaymentAllocation;
import org.ashlar.finance.PaymentDraft;
import org.ashlar.finance.Payments;
import org.ashlar.finance.internal.model.InvoiceEntity;
import org.ashlar.finance.internal.service.InvoicePayment;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.platform.value.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Registers and allocates a payment of a posted invoice in one step; answers the payment's id. */
@Component(service = RecordAction.class)
@ForModel("finance.invoice")
@ForAction("pay")
public final class PayInvoice implements RecordAction {

    private final EntityStore store;
    private final Payments payments;
    private final Access access;

    /** Injected. */
    @Activate
    public PayInvoice(@Reference EntityStore store, @Reference Payments payments, @Reference Access access) {
        this.store = store;
        this.payments = payments;
        this.access = access;
    }

    @Override
    public Object run(ActionCall call) {
        InvoicePayment body = call.body() == null ? new InvoicePayment(null, null, null, null)
                : call.body(InvoicePayment.class);
        access.require("finance.invoice.read");
        // The head is enough: lines are not read for a payment.
        InvoiceEntity invoice = store.get(InvoiceEntity.class, call.id());
        if (invoice.getState() != InvoiceState.POSTED) {
            throw Problem.rule("state", "finance.invoice.notOpen", String.valueOf(invoice.getNumber()));
        }
        BigDecimal amount = body.amount() == null ? invoice.getOpenAmount() : body.amount();
        LocalDate date = body.date() == null ? access.today() : body.date();
        PaymentDraft draft = new PaymentDraft(invoice.getParty(), date, new Money(amount, invoice.getCurrency()),
                account(body.account()), null, body.reference(), List.of(new PaymentAllocation(call.id(), amount)));
        InvoiceKind kind = invoice.getKind();
        boolean in = kind == InvoiceKind.CUSTOMER_INVOICE || kind == InvoiceKind.VENDOR_CREDIT_NOTE;
        return (in ? payments.receive(draft) : payments.pay(draft)).value();
    }

    private static AccountRole account(String role) {
        if (role == null || role.isBlank()) {
            return AccountRole.BANK;
        }
        if (!role.equals(AccountRole.BANK.name()) && !role.equals(AccountRole.CASH.name())) {
            throw Problem.rule("account", "finance.payment.role", role);
        }
        return AccountRole.valueOf(role);
    }
}
