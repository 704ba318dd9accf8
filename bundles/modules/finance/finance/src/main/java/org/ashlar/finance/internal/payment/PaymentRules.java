package org.ashlar.finance.internal.payment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.ashlar.finance.AccountRole;
import org.ashlar.finance.internal.books.AccountInfo;
import org.ashlar.finance.internal.books.Books;
import org.ashlar.finance.internal.books.BooksCache;
import org.ashlar.finance.internal.ledger.FieldErrors;
import org.ashlar.finance.internal.model.PaymentEntity;
import org.ashlar.finance.internal.model.PaymentLineEntity;
import org.ashlar.finance.internal.model.PaymentState;
import org.ashlar.masters.Currencies;
import org.ashlar.masters.Parties;
import org.ashlar.masters.PartyView;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.value.Rounding;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What holds for every draft of a payment. */
@Component(service = {RecordRules.class, PaymentRules.class})
@ForModel("finance.payment")
public final class PaymentRules implements RecordRules<PaymentEntity> {

    private final BooksCache cache;
    private final Parties parties;
    private final Currencies currencies;
    private final Access access;

    /** Injected. */
    @Activate
    public PaymentRules(@Reference BooksCache cache, @Reference Parties parties, @Reference Currencies currencies,
            @Reference Access access) {
        this.cache = cache;
        this.parties = parties;
        this.currencies = currencies;
        this.access = access;
    }

    @Override
    public void beforeInsert(PaymentEntity payment) {
        complete(payment);
    }

    @Override
    public void beforeUpdate(PaymentEntity payment, Set<String> changed) {
        requireDraft(payment);
        complete(payment);
    }

    @Override
    public void beforeDelete(PaymentEntity payment) {
        requireDraft(payment);
    }

    private static void requireDraft(PaymentEntity payment) {
        if (payment.getState() != PaymentState.DRAFT) {
            throw Problem.rule("state", "finance.payment.posted", String.valueOf(payment.getNumber()));
        }
    }

    private void complete(PaymentEntity payment) {
        Books books = cache.current();
        PartyView party = payment.getParty() == null ? null
                : parties.getAll(List.of(payment.getParty())).stream().findFirst().orElse(null);
        if (party == null) {
            throw Problem.rule("party", "finance.payment.partyUnknown", String.valueOf(payment.getParty()));
        }
        if (payment.getDate() == null) {
            payment.setDate(access.today());
        }
        AccountInfo account = account(books, payment);
        if (payment.getCurrency() == null) {
            payment.setCurrency(account.currency() != null ? account.currency()
                    : party.currency() != null ? party.currency() : books.currency());
        }
        FieldErrors errors = new FieldErrors();
        if (!currencies.known(payment.getCurrency())) {
            errors.add("currency", "finance.currency.unknown", payment.getCurrency());
        } else if (payment.getAmount() == null || payment.getAmount().signum() <= 0) {
            errors.add("amount", "finance.payment.amount");
        } else if (Rounding.money(payment.getAmount(), payment.getCurrency()).compareTo(payment.getAmount()) != 0) {
            errors.add("amount", "finance.entry.line.decimals", payment.getAmount().toPlainString(), payment.getCurrency(),
                    Rounding.decimals(payment.getCurrency()));
        }
        if (payment.getCompanyAmount() != null && payment.getCompanyAmount().signum() <= 0) {
            errors.add("companyAmount", "finance.payment.amount");
        }
        lines(payment, errors);
        errors.throwIfAny("finance.payment.invalid");
    }

    private static AccountInfo account(Books books, PaymentEntity payment) {
        if (payment.getAccount() == null) {
            payment.setAccount(books.roles().get(AccountRole.BANK));
        }
        AccountInfo account = payment.getAccount() == null ? null : books.accounts().get(payment.getAccount());
        if (account == null) {
            throw Problem.rule("account", "finance.account.unknown", String.valueOf(payment.getAccount()));
        }
        if (account.reconcilable() || account.heading() || !account.active()) {
            throw Problem.rule("account", "finance.payment.account", account.code());
        }
        return account;
    }

    private static void lines(PaymentEntity payment, FieldErrors errors) {
        Set<Long> invoices = new HashSet<>();
        int position = 0;
        for (PaymentLineEntity line : payment.getLines()) {
            String path = "lines[" + position + "].";
            line.setPosition(++position);
            if (!invoices.add(line.getInvoice())) {
                errors.add(path + "invoice", "finance.payment.line.twice");
            }
            if (line.getAmount() != null && line.getAmount().signum() <= 0) {
                errors.add(path + "amount", "finance.payment.amount");
            }
        }
    }
}
