package org.ashlar.platform.web.internal.jaxrs;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.EOFException;
import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.module.ModuleState;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.rest.ProblemAnswer;
import org.ashlar.platform.rest.ProblemWriter;

/** Answers every failure of a resource with a problem document in the user's language. Thread-safe. */
final class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final String NOT_FOUND = "platform.rest.notFound";
    private static final int DEPTH = 12;
    private static final int CLIENT_GONE = 499;

    private final Access access;
    private final Messages messages;
    private final Modules modules;

    @Context
    private HttpServletRequest request;

    ProblemMapper(Access access, Messages messages, Modules modules) {
        this.modules = modules;
        this.access = access;
        this.messages = messages;
    }

    @Override
    public Response toResponse(Throwable failure) {
        if (clientGone(failure)) {
            return Response.status(CLIENT_GONE).build();
        }
        Locale own = access.bound() ? access.caller().locale() : null;
        Locale locale = ProblemWriter.locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE), own);
        ProblemAnswer answer = ProblemWriter.answer(away(translated(failure)), locale, messages, request.getRequestURI());
        Response.ResponseBuilder response = Response.status(answer.status()).entity(answer.body())
                .type(ProblemWriter.MEDIA_TYPE + ";charset=UTF-8");
        if (answer.retryAfter() > 0) {
            response.header(HttpHeaders.RETRY_AFTER, answer.retryAfter());
        }
        if (failure instanceof WebApplicationException e && e.getResponse().getHeaderString(HttpHeaders.ALLOW) != null) {
            response.header(HttpHeaders.ALLOW, e.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        return response.build();
    }

    /** An address of a module that is known but not in service is unavailable, not unknown. */
    private Throwable away(Throwable failure) {
        if (!(failure instanceof Problem problem) || !NOT_FOUND.equals(problem.code())) {
            return failure;
        }
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        String first = path.substring(Math.min(1, path.length())).split("/", 2)[0];
        return modules.find(first).filter(m -> m.state() != ModuleState.ACTIVE)
                .<Throwable>map(m -> Problem.of(ProblemKind.UNAVAILABLE, "platform.module.away", m.id(), path)).orElse(failure);
    }

    /** Whether the client hung up; nobody reads an answer and nothing is wrong here. */
    static boolean clientGone(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < DEPTH; i++, cause = cause.getCause()) {
            if (cause instanceof EOFException && cause.getClass().getName().startsWith("org.eclipse.jetty.")) {
                return true;
            }
        }
        return false;
    }

    /** Failures of the protocol as problems; others as they are. */
    static Throwable translated(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < DEPTH; i++, cause = cause.getCause()) {
            if (cause instanceof Problem) {
                return cause;
            }
            if (cause instanceof JsonProcessingException json) {
                return Problem.of(ProblemKind.BAD_REQUEST, "platform.rest.json",
                        json.getLocation() == null ? 0 : json.getLocation().getLineNr(),
                        json.getLocation() == null ? 0 : json.getLocation().getColumnNr());
            }
        }
        if (failure instanceof WebApplicationException e) {
            return switch (e.getResponse().getStatus()) {
                case 404 -> Problem.of(ProblemKind.NOT_FOUND, NOT_FOUND);
                case 405 -> Problem.of(ProblemKind.NOT_ALLOWED, "platform.rest.method");
                case 406 -> Problem.of(ProblemKind.BAD_REQUEST, "platform.rest.accept");
                case 413 -> Problem.of(ProblemKind.TOO_LARGE, "platform.rest.tooLarge");
                case 415 -> Problem.of(ProblemKind.UNSUPPORTED, "platform.rest.mediaType");
                case 400 -> Problem.of(ProblemKind.BAD_REQUEST, "platform.rest.bad");
                default -> failure;
            };
        }
        return failure;
    }
}
