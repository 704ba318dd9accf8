package org.ashlar.finance.internal.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ashlar.finance.AccountRole;
import org.ashlar.finance.internal.books.BooksCache;
import org.ashlar.finance.internal.domain.TaxKind;
import org.ashlar.finance.internal.ledger.FiscalPeriods;
import org.ashlar.finance.internal.model.AccountEntity;
import org.ashlar.finance.internal.model.AccountRoleEntity;
import org.ashlar.finance.internal.model.JournalEntity;
import org.ashlar.finance.internal.model.JournalType;
import org.ashlar.finance.internal.model.TaxEntity;
import org.ashlar.finance.internal.model.TaxScope;
import org.ashlar.finance.spi.Chart;
import org.ashlar.finance.spi.ChartProvider;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.module.CompanyProvisioner;
import org.ashlar.platform.numbering.NumberSeries;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.record.EntityStore;
import org.ashlar.platform.record.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Installs the chart of accounts that a company chose. Charts come from localization bundles; the component waits until
 * one is there. A company that has accounts already keeps them.
 */
@Component(service = CompanyProvisioner.class)
public final class ChartInstaller implements CompanyProvisioner {

    private final EntityStore store;
    private final FiscalPeriods periods;
    private final BooksCache books;
    private final Sql sql;
    private final List<ChartProvider> charts;

    /** Injected. */
    @Activate
    public ChartInstaller(@Reference EntityStore store, @Reference FiscalPeriods periods, @Reference BooksCache books,
            @Reference Sql sql, @Reference(cardinality = ReferenceCardinality.AT_LEAST_ONE,
                    policyOption = ReferencePolicyOption.GREEDY) List<ChartProvider> charts) {
        this.store = store;
        this.periods = periods;
        this.books = books;
        this.sql = sql;
        this.charts = List.copyOf(charts);
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public String id() {
        return "finance.chart";
    }

    @Override
    public void provision(Company company) {
        // Known before rows are written: on Derby a second connection would wait for them.
        books.of(company.id());
        boolean installed = sql.any(context -> context.resultQuery("SELECT id FROM finance_account WHERE company_id = ?"
                + " FETCH FIRST 1 ROWS ONLY", company.id()).fetch().isNotEmpty());
        if (!installed) {
            install(chart(company.chart()));
        }
        periods.createAll(company.id());
        books.forget(company.id());
    }

    private Chart chart(String id) {
        Optional<ChartProvider> wanted = charts.stream().filter(provider -> provider.id().equals(id)).findFirst();
        return wanted.orElseThrow(() -> Problem.of(ProblemKind.UNAVAILABLE, "finance.chart.unknown", String.valueOf(id)))
                .chart();
    }

    private void install(Chart chart) {
        Map<String, Long> ids = new HashMap<>();
        for (Chart.Account account : chart.accounts()) {
            AccountEntity row = new AccountEntity();
            row.setCode(account.code());
            row.setName(account.name());
            row.setNameZh(account.nameZh());
            row.setType(account.type());
            row.setParent(account.parent() == null ? null : ids.get(account.parent()));
            row.setHeading(chart.accounts().stream().anyMatch(other -> account.code().equals(other.parent())));
            row.setReconcilable(account.reconcilable());
            ids.put(account.code(), store.insert(row).getId());
            for (AccountRole role : account.roles()) {
                AccountRoleEntity filled = new AccountRoleEntity();
                filled.setRole(role);
                filled.setAccount(row.getId());
                store.insert(filled);
            }
        }
        chart.journals().forEach(this::install);
        chart.taxes().forEach(this::install);
    }

    private void install(Chart.Journal journal) {
        JournalEntity row = new JournalEntity();
        row.setCode(journal.code());
        row.setName(journal.name());
        row.setNameZh(journal.nameZh());
        row.setType(JournalType.valueOf(journal.type()));
        row.setWord(journal.word());
        row.setNumbering(journal.monthly() ? NumberSeries.Reset.MONTHLY : NumberSeries.Reset.YEARLY);
        store.insert(row);
    }

    private void install(Chart.Tax tax) {
        TaxEntity row = new TaxEntity();
        row.setCode(tax.code());
        row.setName(tax.name());
        row.setNameZh(tax.nameZh());
        row.setScope(TaxScope.valueOf(tax.scope()));
        row.setKind(TaxKind.valueOf(tax.kind()));
        row.setRate(tax.rate());
        row.setInclusive(tax.inclusive());
        row.setIncludedInBase(tax.includedInBase());
        row.setSequence(tax.sequence());
        row.setRole(tax.role());
        store.insert(row);
    }
}
