package org.ashlar.platform.web.internal.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.RecordAccess;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.report.Report;
import org.ashlar.platform.report.ReportFormat;
import org.ashlar.platform.report.ReportParameter;
import org.ashlar.platform.report.ReportRequest;
import org.ashlar.platform.report.ReportTable;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The reports of the installed modules. Each needs its own permission, checked here before it runs. */
@Component(service = ReportsResource.class)
@RestResource
@Path("/reports")
@Produces(MediaType.APPLICATION_JSON)
public final class ReportsResource {
    private final Access access;
    private final Messages messages;
    private final Companies companies;
    private final RecordAccess records;
    private final Catalog catalog;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<Report> reports;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<ReportFormat> formats;

    /** By injection. */
    @Activate
    public ReportsResource(@Reference Access access, @Reference Messages messages, @Reference RecordAccess records,
            @Reference Catalog catalog, @Reference Companies companies) {
        this.companies = companies;
        this.records = records;
        this.catalog = catalog;
        this.access = access;
        this.messages = messages;
    }

    /** The reports that the caller may run. */
    @GET
    @Permission(Permission.SIGNED_IN)
    public List<ReportInfo> list() {
        return reports.stream().filter(r -> access.may(r.permission()) && models(r).stream().noneMatch(records::restricted))
                .sorted(Comparator.comparing(Report::id))
                .map(r -> new ReportInfo(r.id(), title(r), r.parameters())).toList();
    }

    /** A report as JSON. */
    @GET
    @Path("/{id: [A-Za-z0-9.-]+}.json")
    @Permission(Permission.SIGNED_IN)
    public ReportView json(@PathParam("id") String id, @Context UriInfo uri) {
        Report report = permitted(id);
        ReportTable table = report.run(request(report, uri));
        List<Map<String, Object>> rows = new ArrayList<>(table.rows().size());
        table.rows().forEach(row -> rows.add(row(table, row)));
        List<ColumnView> columns = table.columns().stream()
                .map(c -> new ColumnView(c.id(), columnTitle(report, c), c.type())).toList();
        return new ReportView(id, title(report), columns, rows, table.totals().isEmpty() ? null : row(table, table.totals()));
    }

    /** A report as CSV. */
    @GET
    @Path("/{id: [A-Za-z0-9.-]+}.csv")
    @Produces("text/csv")
    @Permission(Permission.SIGNED_IN)
    public Response csv(@PathParam("id") String id, @Context UriInfo uri) {
        Report report = permitted(id);
        ReportTable table = report.run(request(report, uri));
        Csv csv = new Csv().line(table.columns().stream().map(c -> columnTitle(report, c)).toList());
        table.rows().forEach(csv::line);
        if (!table.totals().isEmpty()) {
            csv.line(table.totals());
        }
        return Response.ok(csv.toString()).type("text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".csv\"").build();
    }

    /** A report in one of the formats that are installed: pdf, xlsx. */
    @GET
    @Path("/{id: [A-Za-z0-9.-]+}.{ending: pdf|xlsx}")
    @Produces(MediaType.WILDCARD)
    @Permission(Permission.SIGNED_IN)
    public Response file(@PathParam("id") String id, @PathParam("ending") String ending, @Context UriInfo uri) {
        Report report = permitted(id);
        ReportFormat format = formats.stream().filter(f -> f.ending().equals(ending)).findFirst()
                .orElseThrow(() -> Problem.of(ProblemKind.UNAVAILABLE, "platform.report.format", ending));
        ReportRequest request = request(report, uri);
        ReportTable table = report.run(request);
        ReportFormat.Paper paper = new ReportFormat.Paper(title(report), notes(request),
                table.columns().stream().map(c -> columnTitle(report, c)).toList(), table, locale());
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            format.write(paper, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Response.ok(content.toByteArray()).type(format.mediaType()).header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + "." + ending + "\"").build();
    }

    private List<String> notes(ReportRequest request) {
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
        return notes;
    }

    private Report permitted(String id) {
        Report report = reports.stream().filter(r -> r.id().equals(id)).findFirst()
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "platform.report.unknown", id));
        access.require(report.permission());
        records.requireUnrestricted(models(report));
        return report;
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

    private static ReportRequest request(Report report, UriInfo uri) {
        Map<String, String> values = new HashMap<>();
        uri.getQueryParameters().forEach((name, given) -> values.put(name, given.get(0)));
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

    private static Map<String, Object> row(ReportTable table, List<Object> values) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < table.columns().size(); i++) {
            row.put(table.columns().get(i).id(), i < values.size() ? values.get(i) : null);
        }
        return row;
    }

    private String title(Report report) {
        return Texts.of(messages, locale(), "report." + report.id(), report.id());
    }

    private String columnTitle(Report report, ReportTable.Column column) {
        return Texts.of(messages, locale(), "report." + report.id() + "." + column.id(), column.id());
    }

    private Locale locale() {
        return access.caller().locale();
    }

    /** A report that can be run. */
    public record ReportInfo(String id, String title, List<ReportParameter> parameters) {
    }

    /** A column. */
    public record ColumnView(String id, String title, String type) {
    }

    /**
     * A computed report.
     *
     * @param rows values by column id
     * @param totals values by column id, {@code null} if the report has none
     */
    public record ReportView(String id, String title, List<ColumnView> columns, List<Map<String, Object>> rows,
            Map<String, Object> totals) {
    }
}
