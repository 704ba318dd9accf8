package org.ashlar.platform.web.internal.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.CallerRights;
import org.ashlar.platform.access.RecordAccess;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.report.Report;
import org.ashlar.platform.report.ReportFormat;
import org.ashlar.platform.report.ReportParameter;
import org.ashlar.platform.report.ReportRequest;
import org.ashlar.platform.report.ReportTable;
import org.ashlar.platform.report.Reports;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Checks rights before each run, so that every way to a report meets the same door. */
@Component
public final class DefaultReports implements Reports {

    private static final String CSV = "csv";

    private final Access access;
    private final Messages messages;
    private final Companies companies;
    private final RecordAccess records;
    private final CallerRights rights;
    private final Catalog catalog;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<Report> reports;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<ReportFormat> formats;

    /** By injection. */
    @Activate
    public DefaultReports(@Reference Access access, @Reference Messages messages, @Reference RecordAccess records,
            @Reference CallerRights rights, @Reference Catalog catalog, @Reference Companies companies) {
        this.access = access;
        this.messages = messages;
        this.records = records;
        this.rights = rights;
        this.catalog = catalog;
        this.companies = companies;
    }

    @Override
    public List<Report> list() {
        return reports.stream().filter(r -> access.may(r.permission()) && refusing(r) == null)
                .sorted(Comparator.comparing(Report::id)).toList();
    }

    @Override
    public String title(Report report) {
        return text("report." + report.id(), report.id());
    }

    @Override
    public Computed run(String id, Map<String, String> parameters) {
        Report report = permitted(id);
        ReportRequest request = request(report, parameters);
        boolean partial = models(report).stream().anyMatch(records::restricted);
        ReportTable table = report.run(request);
        return new Computed(id, title(report), table.columns().stream().map(c -> text("report." + id + "." + c.id(), c.id()))
                .toList(), partial, notes(request, partial), table);
    }

    @Override
    public File file(String id, Map<String, String> parameters, String ending) {
        return write(run(id, parameters), ending);
    }

    @Override
    public File write(Computed report, String ending) {
        String name = report.id() + "." + ending;
        if (ending.equals(CSV)) {
            Csv csv = new Csv().line(report.columns());
            report.table().rows().forEach(csv::line);
            if (!report.table().totals().isEmpty()) {
                csv.line(report.table().totals());
            }
            return new File(name, "text/csv;charset=UTF-8", csv.toString().getBytes(StandardCharsets.UTF_8),
                    report.table().rows().size());
        }
        ReportFormat format = formats.stream().filter(f -> f.ending().equals(ending)).findFirst()
                .orElseThrow(() -> Problem.of(ProblemKind.UNAVAILABLE, "platform.report.format", ending));
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            format.write(new ReportFormat.Paper(report.title(), report.notes(), report.columns(), report.table(), locale()), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new File(name, format.mediaType(), content.toByteArray(), report.table().rows().size());
    }

    private List<String> notes(ReportRequest request, boolean partial) {
        List<String> notes = new ArrayList<>();
        long company = access.caller().companyId();
        if (company != 0) {
            notes.add(companies.get(company).name() + " · " + access.today());
        }
        String parameters = request.values().entrySet().stream().filter(e -> !e.getValue().isBlank()).sorted(Map.Entry.comparingByKey())
                .map(e -> e.getKey() + " = " + e.getValue()).collect(Collectors.joining(" · "));
        if (!parameters.isEmpty()) {
            notes.add(parameters);
        }
        if (partial) {
            notes.add(text("platform.report.partial", ""));
        }
        return notes;
    }

    private Report permitted(String id) {
        Report report = reports.stream().filter(r -> r.id().equals(id)).findFirst()
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "platform.report.unknown", id));
        access.require(report.permission());
        String model = refusing(report);
        if (model != null) {
            throw Problem.of(ProblemKind.DENIED, "platform.report.restricted", title(report), text("model." + model, model));
        }
        return report;
    }

    /** A model of which the caller sees too little for this report, {@code null} if there is none. Partners see their lists only. */
    private String refusing(Report report) {
        boolean portal = rights.present().portal();
        return models(report).stream().sorted().filter(m -> records.restricted(m)
                && (portal || !report.filters().contains(m) || records.hidesFields(m))).findFirst().orElse(null);
    }

    /** What it says it shows, else all that it might: its module's models and what these refer to. */
    private Set<String> models(Report report) {
        if (!report.models().isEmpty()) {
            return report.models();
        }
        String module = report.id().substring(0, Math.max(0, report.id().indexOf('.')));
        Set<String> models = new HashSet<>();
        catalog.list().stream().filter(m -> m.module().equals(module)).forEach(m -> {
            models.add(m.id());
            m.fields().stream().filter(f -> f.target() != null).forEach(f -> models.add(f.target()));
        });
        return models;
    }

    private static ReportRequest request(Report report, Map<String, String> values) {
        List<FieldError> errors = new ArrayList<>();
        Set<String> known = report.parameters().stream().map(ReportParameter::name).collect(Collectors.toSet());
        values.keySet().stream().filter(name -> !known.contains(name)).sorted()
                .forEach(name -> errors.add(FieldError.of(name, "platform.report.parameter", name)));
        report.parameters().stream().filter(ReportParameter::required)
                .filter(p -> values.getOrDefault(p.name(), "").isBlank())
                .forEach(p -> errors.add(FieldError.of(p.name(), "platform.value.required", p.name())));
        if (!errors.isEmpty()) {
            throw new Problem(ProblemKind.BAD_REQUEST, errors.get(0).code(), errors.get(0).args(), errors);
        }
        return new ReportRequest(values);
    }

    private String text(String key, String otherwise) {
        String text = messages.text(locale(), key, List.of());
        return text == null || text.equals(key) ? otherwise : text;
    }

    private Locale locale() {
        return access.caller().locale();
    }
}
