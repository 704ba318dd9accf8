package org.ashlar.platform.operations.internal.rehearsal;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.backup.Rehearsals.Figure;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.FieldInfo;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.Records;
import org.ashlar.platform.record.Sql;
import org.ashlar.platform.report.Report;
import org.ashlar.platform.report.ReportParameter;
import org.ashlar.platform.report.ReportRequest;
import org.ashlar.platform.report.ReportTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The figures that must not change with an upgrade: number and amounts of the records of each model (orders, opportunities), and
 * the totals of each report that needs no parameter (trial balance, stock value, open items). Thread-safe.
 */
@Component(service = FigureReader.class)
public final class FigureReader {

    private static final Set<String> SUMMED = Set.of("money", "quantity");

    private static final Set<String> DAYS = Set.of("date", "until", "to");
    /** Records and reports of the suite itself: sign-ins, audit log and the like go on by themselves. */
    private static final String PLATFORM = "platform.";
    private static final String TABLE = "table ";
    private static final String REPORT = "report ";
    private static final String SUM = "sum ";
    private static final String ROWS = " rows";
    /** Tables that the suite writes by itself while it starts and runs, so that their rows say nothing about a copy. */
    private static final Pattern OWN = Pattern.compile("databasechangelog.*|platform_(audit.*|auditor_.*|automation_clock|automation_run"
            + "|company_provision|dashboard.*|external_id|idempotency|inbound_.*|job|mail|mail_file|module|node|notice.*|oidc_attempt|outbox"
            + "|schedule|schedule_run|search_entry|session|setup|set_up_link|sign_in|webhook_delivery|hook_call)");

    private final Catalog catalog;
    private final Sql sql;
    private final Records records;
    private final Companies companies;
    private final Access access;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<Report> reports;

    /** By injection. */
    @Activate
    public FigureReader(@Reference Catalog catalog, @Reference Sql sql, @Reference Records records,
            @Reference Companies companies, @Reference Access access) {
        this.catalog = catalog;
        this.sql = sql;
        this.records = records;
        this.companies = companies;
        this.access = access;
    }

    /** Whether a figure is the total of a report, which people know. */
    public static boolean total(Figure figure) {
        return figure.name().startsWith(REPORT) && !figure.name().endsWith(ROWS);
    }

    /** The table that a figure counts, empty if it counts none. */
    public static Optional<String> table(String figure) {
        return figure.startsWith(TABLE) ? Optional.of(figure.substring(TABLE.length())) : Optional.empty();
    }

    /** Rows of each table of the business. */
    public List<Figure> tables() {
        return sql.read(db -> db.connectionResult(connection -> {
            List<Figure> figures = new ArrayList<>();
            for (String table : Tables.of(connection)) {
                if (!OWN.matcher(table).matches()) {
                    figures.add(new Figure("-", TABLE + table, String.valueOf(Tables.rows(connection, table))));
                }
            }
            return figures;
        }));
    }

    /**
     * Counts of records and totals of reports of all companies.
     *
     * @param at moment whose day the reports that ask for one are given, {@code null}: they take today
     */
    public List<Figure> read(Instant at) {
        List<Figure> figures = new ArrayList<>();
        for (Company company : companies.list()) {
            access.as(access.system(company.id()), () -> {
                counts(company, figures);
                sums(company, figures);
                totals(company, at, figures);
                return null;
            });
        }
        return figures;
    }

    /** What the suite writes by itself while it starts (runs, sessions, notices) is no figure of the business. */
    private void counts(Company company, List<Figure> figures) {
        catalog.list().stream().filter(m -> !m.collection().isEmpty() && m.companyScoped() && !m.id().startsWith(PLATFORM))
                .sorted(Comparator.comparing(ModelInfo::id)).forEach(model -> figures.add(new Figure(company.code(),
                        "records " + model.id(), String.valueOf(records.find(model.id(),
                                new Records.Query(null, null, "id", List.of("id"), 0, 1, true)).total()))));
    }

    /** Sums of the amounts of each model: of orders, of opportunities. */
    private void sums(Company company, List<Figure> figures) {
        catalog.list().stream().filter(m -> m.companyScoped() && !m.collection().isEmpty() && !m.id().startsWith(PLATFORM))
                .sorted(Comparator.comparing(ModelInfo::id)).forEach(model -> {
                    List<FieldInfo> amounts = model.fields().stream().filter(f -> !f.currencyField().isEmpty() && f.column() != null
                            && f.extension() == null && !f.sealed() && f.table().equals(model.table())).toList();
                    if (!amounts.isEmpty()) {
                        figures.addAll(sums(company, model, amounts));
                    }
                });
    }

    private List<Figure> sums(Company company, ModelInfo model, List<FieldInfo> amounts) {
        return sql.read(db -> db.connectionResult(connection -> {
            List<Figure> sums = new ArrayList<>();
            List<String> columns = new ArrayList<>();
            for (FieldInfo amount : amounts) {
                columns.add("sum(" + Tables.quoted(connection, amount.column()) + ")");
            }
            try (PreparedStatement query = connection.prepareStatement("select " + String.join(", ", columns) + " from "
                    + Tables.quoted(connection, model.table()) + " where company_id = ?")) {
                query.setLong(1, company.id());
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    for (int i = 0; i < amounts.size(); i++) {
                        BigDecimal sum = row.getBigDecimal(i + 1);
                        if (sum != null) {
                            sums.add(new Figure(company.code(), SUM + model.id() + " " + amounts.get(i).name(),
                                    sum.stripTrailingZeros().toPlainString()));
                        }
                    }
                }
            }
            return sums;
        }));
    }

    private void totals(Company company, Instant at, List<Figure> figures) {
        for (Report report : reports.stream().sorted(Comparator.comparing(Report::id)).toList()) {
            if (report.id().startsWith(PLATFORM) || report.parameters().stream().anyMatch(ReportParameter::required)) {
                continue;
            }
            ReportTable table;
            try {
                table = report.run(new ReportRequest(at == null ? Map.of() : day(report, at.atZone(company.zone()).toLocalDate())));
            } catch (Problem e) {
                continue;
            }
            figures.add(new Figure(company.code(), REPORT + report.id() + ROWS, String.valueOf(table.rows().size())));
            List<Object> sums = table.totals().isEmpty() ? sums(table) : table.totals();
            for (int i = 0; i < sums.size(); i++) {
                if (sums.get(i) instanceof BigDecimal total) {
                    figures.add(new Figure(company.code(), REPORT + report.id() + " " + table.columns().get(i).id(),
                            total.stripTrailingZeros().toPlainString()));
                }
            }
        }
    }

    /** What a report may be asked for that makes it one of that day, so that it says the same whenever it is run. */
    private static Map<String, String> day(Report report, LocalDate day) {
        return report.parameters().stream().filter(p -> DAYS.contains(p.name())).collect(Collectors.toMap(ReportParameter::name, p -> day.toString()));
    }

    /** Sums of a report that has no totals of its own, over all currencies and units: good enough to see a change. */
    private static List<Object> sums(ReportTable table) {
        List<Object> sums = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            int column = i;
            boolean adds = SUMMED.contains(table.columns().get(i).type()) && !table.rows().isEmpty();
            sums.add(adds ? table.rows().stream().map(r -> r.get(column)).filter(BigDecimal.class::isInstance)
                    .map(BigDecimal.class::cast).reduce(BigDecimal.ZERO, BigDecimal::add) : null);
        }
        return sums;
    }
}
