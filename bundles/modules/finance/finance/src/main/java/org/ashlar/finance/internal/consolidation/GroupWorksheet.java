package org.ashlar.finance.internal.consolidation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.ashlar.finance.AccountType;
import org.ashlar.finance.internal.books.AccountInfo;
import org.ashlar.finance.internal.books.BooksCache;
import org.ashlar.finance.internal.consolidation.Consolidation.Cell;
import org.ashlar.finance.internal.consolidation.Consolidation.Figures;
import org.ashlar.masters.Currencies;
import org.ashlar.masters.FiscalCalendar;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.report.ReportParameter;
import org.ashlar.platform.report.ReportRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The consolidation worksheet (合并工作底稿): what each account of each company brings to which line of the group. The fiscal year
 * is that of the company which asks, for all of them (统一会计期间: 企业会计准则第33号——合并财务报表; IFRS 10 B92). Thread-safe.
 */
@Component(service = GroupWorksheet.class)
public final class GroupWorksheet {

    private final GroupMembers members;
    private final GroupLedger ledger;
    private final BooksCache books;
    private final FiscalCalendar calendar;
    private final Currencies currencies;
    private final Messages messages;
    private final Access access;

    /** Injected. */
    @Activate
    public GroupWorksheet(@Reference GroupMembers members, @Reference GroupLedger ledger, @Reference BooksCache books,
            @Reference FiscalCalendar calendar, @Reference Currencies currencies, @Reference Messages messages,
            @Reference Access access) {
        this.members = members;
        this.ledger = ledger;
        this.books = books;
        this.calendar = calendar;
        this.currencies = currencies;
        this.messages = messages;
        this.access = access;
    }

    /**
     * A row.
     *
     * @param code code in the group's chart, {@code null} for what no account holds
     * @param name name of the line in the caller's language
     * @param type class, {@code null} for differences
     * @param company company, {@code null} for what lies between two
     * @param account code of its account or {@code null}
     * @param accountName name of its account or {@code null}
     * @param own balance in its currency or {@code null}
     * @param figures in the presentation currency
     */
    public record Row(String code, String name, AccountType type, Company company, String account, String accountName, BigDecimal own,
            Figures figures) {

        private static final Comparator<Row> ORDER = Comparator.comparing(Row::code).thenComparing(Row::type)
                .thenComparing(row -> row.company().code()).thenComparing(Row::account);

        /** Whether it belongs to the line with this code or, where no account holds it, this name. */
        public boolean of(String line) {
            return line.equals(code) || line.equals(name);
        }
    }

    /**
     * The worksheet.
     *
     * @param currency presentation currency
     * @param rows by line, companies by code inside each
     */
    public record Sheet(String currency, List<Row> rows) {
    }

    /** What both reports can be asked. */
    public static List<ReportParameter> parameters() {
        return List.of(new ReportParameter("companies", "text", false), new ReportParameter("date", "date", false),
                new ReportParameter("currency", "text", false));
    }

    /** Computes it. */
    public Sheet of(ReportRequest request) {
        LocalDate date = request.date("date", access.today());
        String currency = request.text("currency", books.current().currency()).trim().toUpperCase(Locale.ROOT);
        if (!currencies.known(currency)) {
            throw Problem.rule("currency", "finance.currency.unknown", currency);
        }
        List<GroupMember> group = members.of(request.text("companies", null));
        GroupLedger.Result result = ledger.read(new GroupLedger.Scope(group, calendar.yearOf(date).start(), date, currency));
        List<Row> rows = new ArrayList<>(accounts(group, result));
        rows.sort(Row.ORDER);
        rows.addAll(others(group, result));
        rows.removeIf(row -> row.figures().sum().signum() == 0 && row.figures().elimination().signum() == 0
                && (row.own() == null || row.own().signum() == 0));
        return new Sheet(currency, rows);
    }

    private List<Row> accounts(List<GroupMember> group, GroupLedger.Result result) {
        GroupChart chart = new GroupChart(books.current());
        List<Row> rows = new ArrayList<>();
        for (GroupMember member : group) {
            result.consolidation().cells().forEach((cell, figures) -> {
                if (cell.company() == member.company().id() && cell.account() != Consolidation.EARLIER) {
                    AccountInfo account = member.account(cell.account());
                    GroupChart.Line line = chart.line(member.books(), account);
                    rows.add(new Row(line.code(), name(line.name(), line.nameZh()), line.type(), member.company(), account.code(),
                            name(account.name(), account.nameZh()), result.own().get(cell), figures));
                }
            });
        }
        return rows;
    }

    /** What stands on no account: results of earlier years, translation, and what is left between two companies. */
    private List<Row> others(List<GroupMember> group, GroupLedger.Result result) {
        List<Row> rows = new ArrayList<>();
        Consolidation all = result.consolidation();
        group.forEach(member -> {
            Cell cell = new Cell(member.company().id(), Consolidation.EARLIER);
            Figures figures = all.cells().get(cell);
            if (figures != null) {
                rows.add(new Row(null, text("earlier"), AccountType.EQUITY, member.company(), null, null, result.own().get(cell),
                        figures));
            }
        });
        group.forEach(member -> {
            BigDecimal reserve = all.reserves().get(member.company().id());
            if (reserve != null) {
                rows.add(new Row(null, text("translation"), AccountType.EQUITY, member.company(), null, null, null,
                        new Figures(reserve, BigDecimal.ZERO)));
            }
        });
        Map<Long, String> codes = group.stream().collect(Collectors.toMap(m -> m.company().id(), m -> m.company().code()));
        all.differences().forEach(difference -> {
            String name = text(difference.result() ? "trade" : "balances", codes.get(difference.pair().first()),
                    codes.get(difference.pair().second()));
            rows.add(new Row(null, name, null, null, null, null, null, new Figures(BigDecimal.ZERO, difference.amount())));
        });
        rows.add(new Row(null, text("exchange"), null, null, null, null, null, new Figures(BigDecimal.ZERO, all.exchange())));
        return rows;
    }

    private String name(String name, String nameZh) {
        return nameZh != null && "zh".equals(access.caller().locale().getLanguage()) ? nameZh : name;
    }

    private String text(String key, Object... args) {
        return messages.text(access.caller().locale(), "finance.consolidation." + key, List.of(args));
    }
}
