package org.ashlar.platform.transfer.internal.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.Part;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.job.Jobs;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.transfer.internal.file.FileAnalyser;
import org.ashlar.platform.transfer.internal.mapping.ImportMapping;
import org.ashlar.platform.transfer.internal.mapping.SavedMappings;
import org.ashlar.platform.transfer.internal.run.Csv;
import org.ashlar.platform.transfer.internal.run.ImportJob;
import org.ashlar.platform.transfer.internal.run.ImportOrder;
import org.ashlar.platform.transfer.internal.store.Rejects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletMultipart;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * {@code POST /api/v1/imports} (multipart: {@code mapping} as JSON or {@code ?saved=code}, {@code file} as CSV or XLSX;
 * {@code dryRun=true}) starts an import job and answers 202 with its id; {@code POST .../analysis?model=} says what a file
 * seems to hold; {@code GET .../{id}/rejects.csv} streams the refused rows with reasons, {@code .../{id}/duplicates.csv} those
 * whose record exists. A servlet of its own because uploads are streamed by the container. Thread-safe.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("ashlar-imports")
@HttpWhiteboardServletPattern({"/api/v1/imports", "/api/v1/imports/*"})
@HttpWhiteboardServletMultipart(fileSizeThreshold = 1 << 16, maxFileSize = Uploads.LIMIT, maxRequestSize = Uploads.LIMIT + (1 << 20))
public final class ImportServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String PERMISSION = "transfer.import.run";
    private static final int MAPPING_LIMIT = 1 << 20;
    private static final Set<String> ENCODINGS = Set.of("UTF-8", "GB18030", "UTF-16LE", "Windows-1252", "Big5", "Shift_JIS");
    private static final Set<String> DELIMITERS = Set.of(",", ";", "\t", "|");

    private final transient ObjectMapper json = new ObjectMapper();
    private final transient Access access;
    private final transient Jobs jobs;
    private final transient Uploads uploads;
    private final transient Rejects rejects;
    private final transient Messages messages;
    private final transient FileAnalyser analyser;
    private final transient SavedMappings mappings;

    /** Used by DS. */
    @Activate
    public ImportServlet(@Reference Access access, @Reference Jobs jobs, @Reference Uploads uploads,
            @Reference Rejects rejects, @Reference Messages messages, @Reference FileAnalyser analyser,
            @Reference SavedMappings mappings) {
        this.access = access;
        this.jobs = jobs;
        this.uploads = uploads;
        this.rejects = rejects;
        this.messages = messages;
        this.analyser = analyser;
        this.mappings = mappings;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            access.require(PERMISSION);
            if ("/analysis".equals(request.getPathInfo())) {
                analyse(request, response);
                return;
            }
            if (request.getPathInfo() != null && !request.getPathInfo().equals("/")) {
                throw Problem.of(ProblemKind.NOT_FOUND, "transfer.import.notFound", request.getPathInfo());
            }
            ImportMapping mapping = mapping(request);
            Part file = part(request, "file");
            Path stored = uploads.storeTable(file.getInputStream());
            String name = file.getSubmittedFileName() == null ? "import.csv" : file.getSubmittedFileName();
            long id = jobs.start(ImportJob.TYPE, json.writeValueAsString(new ImportOrder(stored.toString(), name,
                    Boolean.parseBoolean(request.getParameter("dryRun")), Uploads.fromWorkbook(stored) ? mapping.ofWorkbook()
                            : mapping)));
            response.setHeader("Location", "/api/v1/jobs/" + id);
            answer(response, HttpServletResponse.SC_ACCEPTED, Map.of("id", id));
        } catch (Exception e) {
            refuse(e, request, response);
        }
    }

    private void analyse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Path stored = uploads.storeTable(part(request, "file").getInputStream());
        try {
            boolean workbook = Uploads.fromWorkbook(stored);
            answer(response, HttpServletResponse.SC_OK, analyser.analyse(stored, workbook ? "xlsx" : "csv", request.getParameter("model"),
                    workbook ? null : given(request, "encoding", ENCODINGS), workbook ? null : given(request, "delimiter", DELIMITERS)));
        } finally {
            Files.delete(stored);
        }
    }

    /** What the caller knows better than the guess; anything else is guessed. */
    private static String given(HttpServletRequest request, String name, Set<String> known) {
        String value = request.getParameter(name);
        return value != null && known.contains(value) ? value : null;
    }

    private void answer(HttpServletResponse response, int status, Object body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            access.require(PERMISSION);
            String path = request.getPathInfo() == null ? "" : request.getPathInfo();
            if (!path.matches("/\\d{1,18}/(rejects|duplicates)\\.csv")) {
                throw Problem.of(ProblemKind.NOT_FOUND, "transfer.import.notFound", path);
            }
            long id = Long.parseLong(path.substring(1, path.indexOf('/', 1)));
            jobs.status(id);
            String what = path.substring(path.indexOf('/', 1) + 1);
            response.setContentType("text/csv;charset=UTF-8");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + id + "-" + what + "\"");
            Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
            if (what.startsWith("rejects")) {
                out.write("row,field,reason,content\r\n");
                rejects.each(id, r -> write(out, List.of(String.valueOf(r.row()), r.field() == null ? "" : r.field(),
                        r.reason(), r.raw() == null ? "" : r.raw())));
            } else {
                out.write("row,key,record\r\n");
                rejects.eachDuplicate(id, d -> write(out, List.of(String.valueOf(d.row()), d.key() == null ? "" : d.key(),
                        String.valueOf(d.record()))));
            }
            out.flush();
        } catch (Exception e) {
            refuse(e, request, response);
        }
    }

    private static void write(Writer out, List<String> cells) {
        try {
            out.write(Csv.line(cells));
            out.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Part part(HttpServletRequest request, String name) throws IOException {
        Part part;
        try {
            part = request.getPart(name);
        } catch (ServletException e) {
            part = null;
        } catch (IllegalStateException e) {
            throw bad(ProblemKind.TOO_LARGE, FieldError.of("file", "transfer.file.tooLarge", Uploads.LIMIT >> 20));
        }
        if (part == null) {
            throw bad(ProblemKind.BAD_REQUEST, FieldError.of(name, "transfer.mapping.missing", name));
        }
        return part;
    }

    /** The mapping of the request, or the saved one that it names. */
    private ImportMapping mapping(HttpServletRequest request) throws IOException {
        String saved = request.getParameter("saved");
        return saved == null ? mapping(part(request, "mapping")) : json.readValue(mappings.definition(saved), ImportMapping.class);
    }

    private ImportMapping mapping(Part part) throws IOException {
        if (part.getSize() > MAPPING_LIMIT) {
            throw bad(ProblemKind.TOO_LARGE, FieldError.of("mapping", "transfer.file.tooLarge", 1));
        }
        try {
            return json.readValue(part.getInputStream().readAllBytes(), ImportMapping.class);
        } catch (JsonProcessingException e) {
            throw bad(ProblemKind.BAD_REQUEST, FieldError.of("mapping", "transfer.mapping.json", e.getOriginalMessage()));
        }
    }

    private static Problem bad(ProblemKind kind, FieldError error) {
        return new Problem(kind, error.code(), error.args(), List.of(error));
    }

    private void refuse(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ServletProblems.refuse(failure, request, response, access, messages);
    }
}
