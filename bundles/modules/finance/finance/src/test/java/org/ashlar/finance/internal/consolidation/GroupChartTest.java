package org.ashlar.finance.internal.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.ashlar.finance.AccountRole;
import org.ashlar.finance.AccountType;
import org.ashlar.finance.internal.books.AccountInfo;
import org.ashlar.finance.internal.books.Books;
import org.junit.jupiter.api.Test;

class GroupChartTest {

    private final AccountInfo receivable = account(1, "1100", AccountType.ASSET, null);
    private final AccountInfo bank = account(2, "1010", AccountType.ASSET, "1000");
    private final GroupChart chart = new GroupChart(books(Map.of(AccountRole.RECEIVABLE, 1L, AccountRole.BANK, 2L,
            AccountRole.TAX_INPUT, 1L), receivable, bank, account(3, "1000", AccountType.ASSET, null)));

    @Test
    void theNamedGroupAccountComesFirstThenTheRoleThenTheOwnCode() {
        AccountInfo named = account(11, "1122", AccountType.ASSET, "1000");
        AccountInfo role = account(12, "1123", AccountType.ASSET, null);
        AccountInfo other = account(13, "1601", AccountType.ASSET, null);
        Books books = books(Map.of(AccountRole.RECEIVABLE, 12L), named, role, other);
        assertThat(chart.line(books, named).code()).isEqualTo("1000");
        assertThat(chart.line(books, named).name()).isEqualTo("Account 1000");
        assertThat(chart.line(books, role).code()).isEqualTo("1100");
        assertThat(chart.line(books, other)).isEqualTo(new GroupChart.Line("1601", "Account 1601", null, AccountType.ASSET));
    }

    @Test
    void theRoleLeadsToTheGroupAccountOfTheHomeAccount() {
        AccountInfo theirs = account(11, "1002", AccountType.ASSET, null);
        assertThat(chart.line(books(Map.of(AccountRole.BANK, 11L), theirs), theirs).code()).isEqualTo("1000");
    }

    @Test
    void classesNeverMeetOnALine() {
        AccountInfo income = account(11, "1100", AccountType.REVENUE, null);
        AccountInfo tax = account(12, "2221", AccountType.LIABILITY, null);
        Books books = books(Map.of(AccountRole.TAX_INPUT, 12L), income, tax);
        assertThat(chart.line(books, income).type()).isEqualTo(AccountType.REVENUE);
        assertThat(chart.line(books, tax).code()).as("input tax is an asset at home").isEqualTo("2221");
    }

    private static AccountInfo account(long id, String code, AccountType type, String group) {
        return new AccountInfo(id, code, "Account " + code, null, type, null, false, false, null, true, group);
    }

    private static Books books(Map<AccountRole, Long> roles, AccountInfo... accounts) {
        List<AccountInfo> all = Arrays.asList(accounts);
        return new Books(1, "USD", all.stream().collect(Collectors.toMap(AccountInfo::id, Function.identity())),
                all.stream().collect(Collectors.toMap(AccountInfo::code, Function.identity())), roles, Map.of(), Map.of(), Map.of(),
                List.of());
    }
}
