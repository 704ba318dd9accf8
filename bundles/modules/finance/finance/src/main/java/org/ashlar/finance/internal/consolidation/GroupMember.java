package org.ashlar.finance.internal.consolidation;

import java.util.Map;
import java.util.Set;

import org.ashlar.finance.AccountRole;
import org.ashlar.finance.AccountType;
import org.ashlar.finance.internal.books.AccountInfo;
import org.ashlar.finance.internal.books.Books;
import org.ashlar.platform.module.Company;

/**
 * A company of the group.
 *
 * @param company company
 * @param books its books
 * @param partners other companies of the group by the party that stands for them here
 */
record GroupMember(Company company, Books books, Map<Long, Long> partners) {

    private static final Set<AccountRole> ADVANCES = Set.of(AccountRole.CUSTOMER_ADVANCE, AccountRole.VENDOR_ADVANCE);

    /** What an amount about another company of the group is. */
    enum Inside {
        /** Owed. */
        BALANCE,
        /** Sold or bought. */
        RESULT,
        /** Goods that were bought and went through stock: they reached the result as cost of goods sold. */
        GOODS,
        /** Nothing to take out: money, tax, an exchange difference. */
        NONE
    }

    /** An account; one that another node made a moment ago is shown by its id. */
    AccountInfo account(long id) {
        AccountInfo known = books.accounts().get(id);
        return known != null ? known
                : new AccountInfo(id, "#" + id, "#" + id, null, AccountType.COMMON, null, false, false, null, true, null);
    }

    /** What lines of an account about another company are. */
    Inside inside(AccountInfo account) {
        if (account.reconcilable() || ADVANCES.stream().anyMatch(role -> has(role, account))) {
            return Inside.BALANCE;
        }
        if (has(AccountRole.GOODS_RECEIVED_NOT_INVOICED, account) && books.roles().containsKey(AccountRole.COST_OF_GOODS_SOLD)) {
            return Inside.GOODS;
        }
        // A gain or loss by the rate was made against the world outside and stays: IAS 21.45.
        return result(account) && !has(AccountRole.EXCHANGE_DIFFERENCE, account) ? Inside.RESULT : Inside.NONE;
    }

    /** Whether an account belongs to the income statement. */
    static boolean result(AccountInfo account) {
        return !account.type().carriedForward();
    }

    /** Whether an account is translated at the rate of each day and not at that of the last. */
    static boolean dated(AccountInfo account) {
        return result(account) || account.type() == AccountType.EQUITY;
    }

    private boolean has(AccountRole role, AccountInfo account) {
        Long id = books.roles().get(role);
        return id != null && id == account.id();
    }
}
