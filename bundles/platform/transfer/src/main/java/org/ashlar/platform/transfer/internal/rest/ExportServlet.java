package org.ashlar.platform.transfer.internal.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.meta.Catalog;
import org.ashlar.platform.meta.ModelInfo;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.transfer.internal.export.ExportFile;
import org.ashlar.platform.transfer.internal.export.TableFile;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * {@code GET /api/v1/exports/{module}/{collection}.{csv|xlsx|json}?filter&q&sort&fields&titles} streams a list as a file, for
 * people, spreadsheets and BI tools (with a bearer token). Permission {@code transfer.export.run} and that to read the model.
 * A servlet because it streams. Thread-safe.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("ashlar-exports")
@HttpWhiteboardServletPattern("/api/v1/exports/*")
public final class ExportServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern PATH = Pattern.compile("/([a-z0-9-]+)/([a-z0-9-]+)\\.([a-z]+)");
    private static final String TABLE = "/table.xlsx";

    private final transient Access access;
    private final transient Catalog catalog;
    private final transient ExportFile files;
    private final transient Messages messages;

    /** Used by DS. */
    @Activate
    public ExportServlet(@Reference Access access, @Reference Catalog catalog, @Reference ExportFile files,
            @Reference Messages messages) {
        this.access = access;
        this.catalog = catalog;
        this.files = files;
        this.messages = messages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            access.require("transfer.export.run");
            String asked = request.getPathInfo() == null ? "" : request.getPathInfo();
            Matcher path = PATH.matcher(asked);
            if (!path.matches()) {
                throw Problem.of(ProblemKind.NOT_FOUND, "transfer.export.model", asked, "");
            }
            ModelInfo model = catalog.find(path.group(1), path.group(2)).orElseThrow(() -> Problem.of(
                    ProblemKind.NOT_FOUND, "transfer.export.model", path.group(1), path.group(2)));
            ExportFile.Kind kind = ExportFile.Kind.of(path.group(3));
            String fields = request.getParameter("fields");
            OutputStream out = new LateStream(response, kind.mediaType(), path.group(2) + "." + path.group(3));
            files.write(model, kind, request.getParameter("filter"), request.getParameter("q"), request.getParameter("sort"),
                    fields == null || fields.isBlank() ? List.of() : Arrays.stream(fields.split(",")).map(String::strip).toList(),
                    "labels".equals(request.getParameter("titles")), out);
            out.flush();
        } catch (Exception e) {
            ServletProblems.refuse(e, request, response, access, messages);
        }
    }

    /** {@code POST /api/v1/exports/table.xlsx}: what somebody sees as a table, such as an analysis, as a workbook. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            access.require("transfer.export.run");
            if (!TABLE.equals(request.getPathInfo())) {
                throw Problem.of(ProblemKind.NOT_FOUND, "transfer.export.model", String.valueOf(request.getPathInfo()), "");
            }
            TableFile table = TableFile.read(request.getInputStream());
            OutputStream out = new LateStream(response, ExportFile.Kind.XLSX.mediaType(), TABLE.substring(1));
            table.write(out);
            out.flush();
        } catch (Exception e) {
            ServletProblems.refuse(e, request, response, access, messages);
        }
    }

    /** Sets the answer's headers with the first byte, so that a refusal before it is still a problem document. */
    private static final class LateStream extends OutputStream {

        private final HttpServletResponse response;
        private final String mediaType;
        private final String name;
        private OutputStream out;

        LateStream(HttpServletResponse response, String mediaType, String name) {
            this.response = response;
            this.mediaType = mediaType;
            this.name = name;
        }

        private OutputStream out() throws IOException {
            if (out == null) {
                response.setContentType(mediaType);
                response.setCharacterEncoding(mediaType.startsWith("text/") ? StandardCharsets.UTF_8.name() : null);
                response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
                response.setHeader("X-Content-Type-Options", "nosniff");
                out = response.getOutputStream();
            }
            return out;
        }

        @Override
        public void write(int b) throws IOException {
            out().write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out().write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            if (out != null) {
                out.flush();
            }
        }
    }
}
