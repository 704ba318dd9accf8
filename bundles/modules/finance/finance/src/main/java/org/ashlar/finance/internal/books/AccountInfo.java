package org.ashlar.finance.internal.books;

import org.ashlar.finance.AccountType;

/**
 * An account as posting needs it.
 *
 * @param id id
 * @param code code
 * @param name English name
 * @param nameZh Chinese name or {@code null}
 * @param type class
 * @param parent parent account or {@code null}
 * @param heading only groups others
 * @param reconcilable lines are open items
 * @param currency only currency allowed or {@code null}
 * @param active may be posted to
 * @param groupCode account of the group's chart that it is consolidated into, or {@code null}
 */
public record AccountInfo(long id, String code, String name, String nameZh, AccountType type, Long parent,
        boolean heading, boolean reconcilable, String currency, boolean active, String groupCode) {
}
