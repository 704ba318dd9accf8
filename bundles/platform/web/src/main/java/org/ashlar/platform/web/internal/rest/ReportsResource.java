package org.ashlar.platform.web.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.ashlar.platform.report.Report;
import org.ashlar.platform.report.ReportParameter;
import org.ashlar.platform.report.ReportTable;
import org.ashlar.platform.report.Reports;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The reports of the installed modules. Each needs its own permission, checked before it runs. */
@Component(service = ReportsResource.class)
@RestResource
@Path("/reports")
@Produces(MediaType.APPLICATION_JSON)
public final class ReportsResource {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Reports reports;

    /** By injection. */
    @Activate
    public ReportsResource(@Reference Reports reports) {
        this.reports = reports;
    }

    /** The reports that the caller may run. */
    @GET
    @Permission(Permission.SIGNED_IN)
    public List<ReportInfo> list() {
        return reports.list().stream().map(r -> new ReportInfo(r.id(), reports.title(r), r.parameters(), look(r))).toList();
    }

    /** A report as JSON. */
    @GET
    @Path("/{id: [A-Za-z0-9.-]+}.json")
    @Permission(Permission.SIGNED_IN)
    public ReportView json(@PathParam("id") String id, @Context UriInfo uri) {
        Reports.Computed report = reports.run(id, parameters(uri));
        ReportTable table = report.table();
        List<Map<String, Object>> rows = new ArrayList<>(table.rows().size());
        table.rows().forEach(row -> rows.add(row(table, row)));
        List<ColumnView> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            columns.add(new ColumnView(table.columns().get(i).id(), report.columns().get(i), table.columns().get(i).type()));
        }
        return new ReportView(id, report.title(), columns, rows, table.totals().isEmpty() ? null : row(table, table.totals()),
                report.partial() ? report.notes().get(report.notes().size() - 1) : null);
    }

    /** A report as a file: csv, or one of the formats that are installed. */
    @GET
    @Path("/{id: [A-Za-z0-9.-]+}.{ending: csv|pdf|xlsx}")
    @Produces(MediaType.WILDCARD)
    @Permission(Permission.SIGNED_IN)
    public Response file(@PathParam("id") String id, @PathParam("ending") String ending, @Context UriInfo uri) {
        Reports.File file = reports.file(id, parameters(uri), ending);
        return Response.ok(file.content()).type(file.mediaType()).header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"").build();
    }

    private static Map<String, String> parameters(UriInfo uri) {
        Map<String, String> values = new HashMap<>();
        uri.getQueryParameters().forEach((name, given) -> values.put(name, given.get(0)));
        return values;
    }

    private static Map<String, Object> row(ReportTable table, List<Object> values) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < table.columns().size(); i++) {
            row.put(table.columns().get(i).id(), i < values.size() ? values.get(i) : null);
        }
        return row;
    }

    /** What the module says about showing its report: {@code ASHLAR-INF/reports/<id>.json}. */
    private static JsonNode look(Report report) {
        Bundle module = FrameworkUtil.getBundle(report.getClass());
        URL entry = module == null ? null : module.getEntry("ASHLAR-INF/reports/" + report.id() + ".json");
        if (entry == null) {
            return null;
        }
        try (InputStream in = entry.openStream()) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A report that can be run.
     *
     * @param look which cells lead where and which columns are not shown, {@code null} if the module says nothing
     */
    public record ReportInfo(String id, String title, List<ReportParameter> parameters, JsonNode look) {
    }

    /** A column. */
    public record ColumnView(String id, String title, String type) {
    }

    /**
     * A computed report.
     *
     * @param rows values by column id
     * @param totals values by column id, {@code null} if the report has none
     * @param note says that the caller's rights left something out, else {@code null}
     */
    public record ReportView(String id, String title, List<ColumnView> columns, List<Map<String, Object>> rows,
            Map<String, Object> totals, String note) {
    }
}
