package org.ashlar.finance.internal.account;

import java.util.Set;

import org.ashlar.finance.AccountRole;
import org.ashlar.finance.internal.books.AccountInfo;
import org.ashlar.finance.internal.books.BooksCache;
import org.ashlar.finance.internal.model.AccountRoleEntity;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Only accounts that can be posted to fill roles; control accounts keep open items, all others do not. */
@Component(service = RecordRules.class)
@ForModel("finance.accountRole")
public final class RoleRules implements RecordRules<AccountRoleEntity> {

    private static final Set<AccountRole> CONTROL = Set.of(AccountRole.RECEIVABLE, AccountRole.PAYABLE);

    private final BooksCache cache;

    /** Injected. */
    @Activate
    public RoleRules(@Reference BooksCache cache) {
        this.cache = cache;
    }

    @Override
    public void beforeUpdate(AccountRoleEntity role, Set<String> changed) {
        check(role);
    }

    @Override
    public void beforeInsert(AccountRoleEntity role) {
        check(role);
    }

    private void check(AccountRoleEntity role) {
        AccountInfo account = cache.current().accounts().get(role.getAccount());
        if (account == null) {
            return;
        }
        if (account.heading()) {
            throw Problem.rule("account", "finance.account.heading", account.code());
        }
        if (account.reconcilable() != CONTROL.contains(role.getRole())) {
            throw Problem.rule("account", account.reconcilable() ? "finance.role.notControl" : "finance.role.control",
                    account.code());
        }
    }
}
