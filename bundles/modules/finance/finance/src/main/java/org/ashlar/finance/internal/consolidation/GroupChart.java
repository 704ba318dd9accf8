package org.ashlar.finance.internal.consolidation;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import org.ashlar.finance.AccountRole;
import org.ashlar.finance.AccountType;
import org.ashlar.finance.internal.books.AccountInfo;
import org.ashlar.finance.internal.books.Books;

/**
 * The chart that companies are consolidated in: that of the company which asks. An account of another company finds its place by
 * the group account that it names, else by its role (so that the charts that come with the suite meet without being told), else
 * by its own code. Accounts of different classes never share a line. Immutable.
 */
final class GroupChart {

    /**
     * A line of the group's chart.
     *
     * @param code code in the group
     * @param name English name
     * @param nameZh Chinese name or {@code null}
     * @param type class
     */
    record Line(String code, String name, String nameZh, AccountType type) {
    }

    private record Key(String code, AccountType type) {
    }

    private final Map<Key, Line> lines = new HashMap<>();
    private final Map<AccountRole, AccountInfo> roles = new EnumMap<>(AccountRole.class);

    /** The chart of a company's books. */
    GroupChart(Books home) {
        home.roles().forEach((role, id) -> roles.put(role, home.accounts().get(id)));
        // An account whose own code is the line's names it; of several that are put there, the first by code.
        home.accounts().values().stream().sorted(Comparator.comparing(AccountInfo::code)).forEach(account -> {
            String code = code(account);
            if (code.equals(account.code())) {
                lines.put(new Key(code, account.type()), line(code, account));
            } else {
                lines.putIfAbsent(new Key(code, account.type()), line(code, account));
            }
        });
    }

    /** Where an account of these books stands in the group. */
    Line line(Books books, AccountInfo account) {
        String code = account.groupCode() == null ? byRole(books, account) : code(account);
        Line known = lines.get(new Key(code, account.type()));
        return known == null ? line(code, account) : known;
    }

    private String byRole(Books books, AccountInfo account) {
        for (Map.Entry<AccountRole, Long> role : books.roles().entrySet()) {
            AccountInfo ours = roles.get(role.getKey());
            if (role.getValue() == account.id() && ours != null && ours.type() == account.type()) {
                return code(ours);
            }
        }
        return account.code();
    }

    private static String code(AccountInfo account) {
        return account.groupCode() == null ? account.code() : account.groupCode();
    }

    private static Line line(String code, AccountInfo account) {
        return new Line(code, account.name(), account.nameZh(), account.type());
    }
}
