package org.ashlar.platform.collaboration.internal.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.Part;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.attachment.Attachments.Attachment;
import org.ashlar.platform.collaboration.internal.domain.FileNames;
import org.ashlar.platform.collaboration.internal.domain.FileTypes;
import org.ashlar.platform.collaboration.internal.service.AttachmentService;
import org.ashlar.platform.collaboration.internal.service.AttachmentViews;
import org.ashlar.platform.collaboration.internal.service.Subject;
import org.ashlar.platform.collaboration.internal.service.Subjects;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.rest.ProblemAnswer;
import org.ashlar.platform.rest.ProblemWriter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletMultipart;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Contents of attachments. {@code POST /api/v1/files/{module}/{collection}/{id}} (multipart, part {@code file}) adds a file
 * or a version; {@code GET /api/v1/files/{version}} downloads one, {@code ?inline=true} shows it if it is a PDF or a
 * picture. A servlet because the container streams uploads. Thread-safe.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("ashlar-files")
@HttpWhiteboardServletPattern("/api/v1/files/*")
@HttpWhiteboardServletMultipart(fileSizeThreshold = 1 << 16, maxFileSize = AttachmentService.LIMIT,
        maxRequestSize = AttachmentService.LIMIT + (1 << 20))
public final class FileServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern RECORD = Pattern.compile("/([a-z0-9-]{1,64})/([a-z0-9-]{1,64})/(\\d{1,18})/?");
    private static final Pattern VERSION = Pattern.compile("/(\\d{1,18})/?");
    /** A picture needs nothing; a PDF needs the browser's own viewer, which a sandbox would switch off. */
    private static final String PICTURE = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox;"
            + " frame-ancestors 'self'";
    private static final String PDF = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'self'";

    private final transient ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private final transient Access access;
    private final transient Subjects subjects;
    private final transient AttachmentService attachments;
    private final transient AttachmentViews views;
    private final transient Messages messages;

    /** Used by DS. */
    @Activate
    public FileServlet(@Reference Access access, @Reference Subjects subjects, @Reference AttachmentService attachments,
            @Reference AttachmentViews views, @Reference Messages messages) {
        this.access = access;
        this.subjects = subjects;
        this.attachments = attachments;
        this.views = views;
        this.messages = messages;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            access.caller();
            Matcher path = RECORD.matcher(path(request));
            if (!path.matches()) {
                throw unknown(request);
            }
            Subject subject = subjects.of(path.group(1), path.group(2), Long.parseLong(path.group(3)));
            access.require(subject.model().id() + ".update");
            Part file = part(request);
            long id;
            try (InputStream content = file.getInputStream()) {
                id = attachments.store(subject.model().id(), subject.id(), file.getSubmittedFileName(), file.getContentType(),
                        content);
            } finally {
                file.delete();
            }
            response.setStatus(HttpServletResponse.SC_CREATED);
            response.setContentType("application/json;charset=UTF-8");
            response.setHeader("Location", "/api/v1/attachments/" + id);
            response.getOutputStream().write(json.writeValueAsBytes(views.get(id)));
        } catch (Exception e) {
            refuse(e, request, response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            access.caller();
            Matcher path = VERSION.matcher(path(request));
            if (!path.matches()) {
                throw unknown(request);
            }
            long id = Long.parseLong(path.group(1));
            Attachment file = attachments.get(id);
            boolean inline = "true".equals(request.getParameter("inline")) && FileTypes.inline(file.mediaType());
            try (InputStream content = attachments.open(id)) {
                headers(response, file, inline);
                if (("\"" + file.sha256() + "\"").equals(request.getHeader("If-None-Match"))) {
                    response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                    return;
                }
                response.setContentLengthLong(file.size());
                content.transferTo(response.getOutputStream());
            }
        } catch (Exception e) {
            refuse(e, request, response);
        }
    }

    private static void headers(HttpServletResponse response, Attachment file, boolean inline) {
        response.setContentType(inline ? file.mediaType() : download(file.mediaType()));
        response.setHeader("Content-Disposition", FileNames.disposition(inline ? "inline" : "attachment", file.name()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", file.mediaType().equals("application/pdf") && inline ? PDF : PICTURE);
        if (inline) {
            response.setHeader("X-Frame-Options", "SAMEORIGIN");
        }
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("ETag", "\"" + file.sha256() + "\"");
    }

    /** Texts are sent with their charset left open, so that no browser guesses markup into them. */
    private static String download(String mediaType) {
        return mediaType.startsWith("text/") || mediaType.endsWith("xml") ? "application/octet-stream" : mediaType;
    }

    private static String path(HttpServletRequest request) {
        return request.getPathInfo() == null ? "" : request.getPathInfo();
    }

    private static Problem unknown(HttpServletRequest request) {
        return Problem.of(ProblemKind.NOT_FOUND, "platform.attachment.path", path(request));
    }

    private static Part part(HttpServletRequest request) throws IOException {
        Part part;
        try {
            part = request.getPart("file");
        } catch (ServletException e) {
            part = null;
        } catch (IllegalStateException e) {
            throw bad(ProblemKind.TOO_LARGE, FieldError.of("file", "platform.attachment.tooLarge", "",
                    AttachmentService.LIMIT >> 20));
        }
        if (part == null) {
            throw bad(ProblemKind.BAD_REQUEST, FieldError.of("file", "platform.attachment.missing"));
        }
        return part;
    }

    private static Problem bad(ProblemKind kind, FieldError error) {
        return new Problem(kind, error.code(), error.args(), List.of(error));
    }

    private void refuse(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            throw new IOException("The answer had begun", failure);
        }
        ProblemAnswer answer = ProblemWriter.answer(failure, ProblemWriter.locale(request.getHeader("Accept-Language"),
                access.bound() ? access.caller().locale() : null), messages, request.getRequestURI());
        response.resetBuffer();
        response.setStatus(answer.status());
        if (answer.retryAfter() > 0) {
            response.setHeader("Retry-After", String.valueOf(answer.retryAfter()));
        }
        response.setHeader("Content-Disposition", null);
        response.setHeader("ETag", null);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.setContentType(ProblemWriter.MEDIA_TYPE + ";charset=UTF-8");
        response.getOutputStream().write(body);
    }
}
