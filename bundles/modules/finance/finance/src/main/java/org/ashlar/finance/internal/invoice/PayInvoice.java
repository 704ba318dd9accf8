package org.ashlar.finance.internal.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.ashlar.finance.AccountRole;
import org.ashlar.finance.InvoiceId;
import org.ashlar.finance.InvoiceKind;
import org.ashlar.finance.InvoiceState;
import org.ashlar.finance.InvoiceView;
import org.ashlar.finance.Invoices;
import org.ashlar.finance.PaymentAllocation;
import org.ashlar.finance.PaymentDraft;
import org.ashlar.finance.Payments;
import org.ashlar.finance.internal.service.InvoicePayment;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ActionCall;
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

    private final Invoices invoices;
    private final Payments payments;
    private final Access access;

    /** Injected. */
    @Activate
    public PayInvoice(@Reference Invoices invoices, @Reference Payments payments, @Reference Access access) {
        this.invoices = invoices;
        this.payments = payments;
        this.access = access;
    }

    @Override
    public Object run(ActionCall call) {
        InvoicePayment body = call.body() == null ? new InvoicePayment(null, null, null, null)
                : call.body(InvoicePayment.class);
        InvoiceView invoice = invoices.get(new InvoiceId(call.id()));
        if (invoice.state() != InvoiceState.POSTED) {
            throw Problem.rule("state", "finance.invoice.notOpen", String.valueOf(invoice.number()));
        }
        BigDecimal amount = body.amount() == null ? invoice.openAmount() : body.amount();
        LocalDate date = body.date() == null ? access.today() : body.date();
        PaymentDraft draft = new PaymentDraft(invoice.partyId(), date, new Money(amount, invoice.currency()),
                account(body.account()), null, body.reference(), List.of(new PaymentAllocation(invoice.id(), amount)));
        boolean in = invoice.kind() == InvoiceKind.CUSTOMER_INVOICE || invoice.kind() == InvoiceKind.VENDOR_CREDIT_NOTE;
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
