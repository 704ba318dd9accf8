package org.ashlar.finance.internal.account;

import java.util.Set;

import org.ashlar.finance.internal.books.AccountInfo;
import org.ashlar.finance.internal.books.Books;
import org.ashlar.finance.internal.books.BooksCache;
import org.ashlar.finance.internal.model.AccountEntity;
import org.ashlar.masters.Currencies;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What holds for accounts: no circles, and what has been posted to keeps its meaning. */
@Component(service = RecordRules.class)
@ForModel("finance.account")
public final class AccountRules implements RecordRules<AccountEntity> {

    private static final Set<String> FIXED = Set.of("type", "heading", "reconcilable", "currency");

    private final BooksCache cache;
    private final Currencies currencies;
    private final Sql sql;

    /** Injected. */
    @Activate
    public AccountRules(@Reference BooksCache cache, @Reference Currencies currencies, @Reference Sql sql) {
        this.cache = cache;
        this.currencies = currencies;
        this.sql = sql;
    }

    @Override
    public void beforeInsert(AccountEntity account) {
        check(account);
    }

    @Override
    public void beforeUpdate(AccountEntity account, Set<String> changed) {
        check(account);
        if (changed.stream().anyMatch(FIXED::contains) && used(account)) {
            throw Problem.rule(changed.stream().filter(FIXED::contains).findFirst().orElseThrow(), "finance.account.used",
                    account.getCode());
        }
    }

    @Override
    public void beforeDelete(AccountEntity account) {
        if (used(account)) {
            throw Problem.rule("code", "finance.account.used", account.getCode());
        }
        if (cache.current().roles().containsValue(account.getId())) {
            throw Problem.rule("code", "finance.account.hasRole", account.getCode());
        }
    }

    private void check(AccountEntity account) {
        if (account.getCurrency() != null && !currencies.known(account.getCurrency())) {
            throw Problem.rule("currency", "finance.currency.unknown", account.getCurrency());
        }
        Long parent = account.getParent();
        Books books = parent == null ? null : cache.current();
        while (parent != null) {
            if (parent.equals(account.getId())) {
                throw Problem.rule("parent", "finance.account.circle", account.getCode());
            }
            AccountInfo above = books.accounts().get(parent);
            parent = above == null ? null : above.parent();
        }
    }

    private boolean used(AccountEntity account) {
        return sql.any(context -> context.resultQuery("SELECT id FROM finance_entry_line WHERE company_id = ?"
                + " AND account_id = ? FETCH FIRST 1 ROWS ONLY", account.getCompanyId(), account.getId()).fetch()
                .isNotEmpty());
    }
}
