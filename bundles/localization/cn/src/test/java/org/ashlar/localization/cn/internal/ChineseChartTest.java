package org.ashlar.localization.cn.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.ashlar.finance.AccountRole;
import org.ashlar.finance.Ledger;
import org.ashlar.finance.spi.Chart;
import org.junit.jupiter.api.Test;

class ChineseChartTest {

    private final Chart chart = new ChineseChart().chart();

    @Test
    void codesAreUniqueAndParentsComeFirst() {
        Set<String> seen = new HashSet<>();
        for (Chart.Account account : chart.accounts()) {
            assertThat(account.parent() == null || seen.contains(account.parent())).as(account.code()).isTrue();
            assertThat(seen.add(account.code())).as(account.code()).isTrue();
        }
    }

    @Test
    void everyRoleIsFilledOnceByAnAccountThatCanBePostedTo() {
        List<AccountRole> filled = new ArrayList<>();
        Set<String> parents = new HashSet<>();
        chart.accounts().forEach(account -> parents.add(String.valueOf(account.parent())));
        chart.accounts().forEach(account -> {
            filled.addAll(account.roles());
            if (!account.roles().isEmpty()) {
                assertThat(parents).doesNotContain(account.code());
            }
        });
        assertThat(filled).containsExactlyInAnyOrder(AccountRole.values());
    }

    @Test
    void onlyControlAccountsKeepOpenItems() {
        assertThat(chart.accounts()).filteredOn(Chart.Account::reconcilable).extracting(Chart.Account::roles)
                .containsExactlyInAnyOrder(List.of(AccountRole.RECEIVABLE), List.of(AccountRole.PAYABLE));
    }

    @Test
    void everythingHasAChineseName() {
        assertThat(chart.accounts()).allSatisfy(account -> assertThat(account.nameZh()).isNotBlank());
        assertThat(chart.taxes()).allSatisfy(tax -> assertThat(tax.nameZh()).isNotBlank());
    }

    @Test
    void hasTheJournalsThatOtherModulesName() {
        assertThat(chart.journals()).extracting(Chart.Journal::code).contains(Ledger.GENERAL, Ledger.STOCK);
    }
}
