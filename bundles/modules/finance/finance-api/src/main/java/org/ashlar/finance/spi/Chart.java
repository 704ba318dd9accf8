package org.ashlar.finance.spi;

import java.math.BigDecimal;
import java.util.List;

import org.ashlar.finance.AccountRole;
import org.ashlar.finance.AccountType;

/**
 * A chart of accounts with journals and taxes, as data.
 *
 * @param accounts accounts, parents before children
 * @param journals journals
 * @param taxes taxes
 */
public record Chart(List<Account> accounts, List<Journal> journals, List<Tax> taxes) {

    /** Copies the lists. */
    public Chart {
        accounts = List.copyOf(accounts);
        journals = List.copyOf(journals);
        taxes = List.copyOf(taxes);
    }

    /**
     * An account.
     *
     * @param code unique code
     * @param name English name
     * @param nameZh Chinese name
     * @param type class
     * @param parent code of the parent account or {@code null}; parents are not posted to
     * @param roles roles that it fills
     * @param reconcilable whether its lines are open items of a party
     */
    public record Account(String code, String name, String nameZh, AccountType type, String parent,
            List<AccountRole> roles, boolean reconcilable) {
    }

    /**
     * A journal.
     *
     * @param code unique code
     * @param name English name
     * @param nameZh Chinese name
     * @param type {@code GENERAL}, {@code SALES}, {@code PURCHASE}, {@code BANK}, {@code CASH} or {@code STOCK}
     * @param word 凭证字 that the numbers start with, or any prefix
     * @param monthly whether its numbers start at 1 each month, else each year
     */
    public record Journal(String code, String name, String nameZh, String type, String word, boolean monthly) {
    }

    /**
     * A tax.
     *
     * @param code unique code
     * @param name English name
     * @param nameZh Chinese name
     * @param scope {@code SALE} or {@code PURCHASE}
     * @param kind {@code PERCENT}, {@code FIXED} or {@code DIVISION}
     * @param rate percent (13 = 13 %), or amount per unit when fixed; negative withholds
     * @param inclusive whether prices contain it
     * @param includedInBase whether later taxes are computed on top of it
     * @param sequence order of computing
     * @param role role of the account that it is posted to
     */
    public record Tax(String code, String name, String nameZh, String scope, String kind, BigDecimal rate,
            boolean inclusive, boolean includedInBase, int sequence, AccountRole role) {
    }
}
