package org.ashlar.finance.internal.posting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.ashlar.finance.EntryDraft;
import org.ashlar.finance.EntryLine;
import org.ashlar.finance.internal.books.AccountInfo;
import org.ashlar.finance.internal.books.Books;
import org.ashlar.finance.internal.books.BooksCache;
import org.ashlar.finance.internal.ledger.FieldErrors;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.value.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Turns requests with debit and credit columns into drafts. Thread-safe. */
@Component(service = PostingDrafts.class)
public final class PostingDrafts {

    private static final int MAX_TEXT = 1000;
    private static final int MAX_REFERENCE = 255;

    private final BooksCache cache;
    private final Access access;

    /** Injected. */
    @Activate
    public PostingDrafts(@Reference BooksCache cache, @Reference Access access) {
        this.cache = cache;
        this.access = access;
    }

    EntryDraft draft(PostingRequest request) {
        Books books = cache.current();
        if (request == null || request.lines() == null || request.lines().isEmpty()) {
            throw Problem.rule("lines", "finance.entry.linesMissing");
        }
        FieldErrors errors = new FieldErrors();
        length(request.reference(), MAX_REFERENCE, "reference", errors);
        length(request.text(), MAX_TEXT, "text", errors);
        List<EntryLine> lines = new ArrayList<>(request.lines().size());
        for (int i = 0; i < request.lines().size(); i++) {
            PostingRequest.Line line = request.lines().get(i);
            if (line == null) {
                errors.add("lines[" + i + "]", "finance.entry.line.zero");
            } else {
                lines.add(line(books, line, "lines[" + i + "].", errors));
            }
        }
        errors.throwIfAny("finance.entry.invalid");
        return new EntryDraft(request.journal(), request.date() == null ? access.today() : request.date(),
                request.reference(), request.text(), null, 0, lines);
    }

    private static EntryLine line(Books books, PostingRequest.Line line, String path, FieldErrors errors) {
        Long account = line.account();
        if (account == null && line.accountCode() != null) {
            AccountInfo byCode = books.codes().get(line.accountCode());
            account = byCode == null ? null : byCode.id();
        }
        if (account == null) {
            errors.add(path + "account", "finance.account.unknown", line.accountCode() == null ? "" : line.accountCode());
        }
        length(line.text(), MAX_TEXT, path + "text", errors);
        BigDecimal debit = line.debit() == null ? BigDecimal.ZERO : line.debit();
        BigDecimal credit = line.credit() == null ? BigDecimal.ZERO : line.credit();
        boolean isDebit = debit.signum() != 0;
        if (isDebit && credit.signum() != 0) {
            errors.add(path + "credit", "finance.entry.line.bothSides");
        }
        BigDecimal amount = isDebit ? debit : credit;
        String field = path + (isDebit || credit.signum() == 0 ? "debit" : "credit");
        if (amount.signum() < 0) {
            errors.add(field, "finance.entry.line.negative");
        } else if (amount.signum() == 0) {
            errors.add(field, "finance.entry.line.zero");
        } else if (amount.precision() - amount.scale() > 15) {
            errors.add(field, "finance.entry.line.tooLarge");
        }
        BigDecimal company = line.companyAmount();
        if (company != null && company.signum() < 0) {
            errors.add(path + "companyAmount", "finance.entry.line.negative");
        }
        String currency = line.currency() == null ? books.currency() : line.currency();
        return new EntryLine(null, account, new Money(isDebit ? amount : amount.negate(), currency),
                company == null || isDebit ? company : company.negate(), line.party(), line.dueDate(), line.product(),
                line.text());
    }

    private static void length(String value, int limit, String field, FieldErrors errors) {
        if (value != null && value.length() > limit) {
            errors.add(field, "finance.text.tooLong", limit);
        }
    }
}
