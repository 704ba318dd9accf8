package org.ashlar.platform.records.internal.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.records.internal.catalog.DefaultCatalog;
import org.ashlar.platform.rest.ProblemAnswer;
import org.ashlar.platform.rest.ProblemWriter;
import org.ashlar.platform.tx.StatementCount;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * REST of all records, in front of the JAX-RS servlet and behind sign-in: answers the paths of models, passes all others
 * on. A filter because it must be the cheapest way in (docs/adr/0004). Thread-safe.
 */
@Component(service = Filter.class, property = {"osgi.http.whiteboard.filter.name=ashlar-records",
        "osgi.http.whiteboard.filter.pattern=/api/v1/*", "osgi.http.whiteboard.filter.asyncSupported:Boolean=true",
        "service.ranking:Integer=500"})
public final class RecordsFilter implements Filter {

    private final Routes routes;
    private final ReadHandler reads;
    private final WriteHandler writes;
    private final BulkHandler bulk;
    private final TrailHandler trail;
    private final MetaHandler meta;
    private final Access access;
    private final Messages messages;

    @Activate
    public RecordsFilter(@Reference DefaultCatalog catalog, @Reference Modules modules, @Reference ReadHandler reads,
            @Reference WriteHandler writes, @Reference BulkHandler bulk, @Reference TrailHandler trail,
            @Reference MetaHandler meta, @Reference Access access, @Reference Messages messages) {
        this.routes = new Routes(catalog, modules);
        this.reads = reads;
        this.writes = writes;
        this.bulk = bulk;
        this.trail = trail;
        this.meta = meta;
        this.access = access;
        this.messages = messages;
    }

    @Override
    public void init(FilterConfig config) {
        // Configured by injection.
    }

    @Override
    public void destroy() {
        // Nothing is held.
    }

    @Override
    public void doFilter(ServletRequest req, ServletResponse res, FilterChain chain) throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) req;
        HttpServletResponse response = (HttpServletResponse) res;
        Route route = null;
        try {
            route = routes.find(request.getRequestURI());
            if (route != null) {
                handle(new Exchange(request, response, locale(request)), route);
            }
        } catch (RuntimeException | IOException | StackOverflowError e) {
            fail(request, response, e);
            return;
        }
        if (route == null) {
            chain.doFilter(req, res);
        }
    }

    private void handle(Exchange exchange, Route route) throws IOException {
        access.caller();
        StatementCount.reset();
        String method = exchange.request().getMethod();
        boolean read = method.equals("GET") || method.equals("HEAD");
        boolean post = method.equals("POST");
        switch (route.kind()) {
            case COLLECTION -> {
                if (read) {
                    reads.list(exchange, route.model());
                } else {
                    require(post, method, "GET, POST");
                    writes.create(exchange, route.model());
                }
            }
            case RECORD -> record(exchange, route, method, read);
            case ACTION -> {
                require(post, method, "POST");
                writes.act(exchange, route.model(), route.id(), route.action());
            }
            case BULK -> {
                require(post, method, "POST");
                bulk.run(exchange, route.model());
            }
            default -> {
                require(read, method, "GET");
                readOnly(exchange, route);
            }
        }
    }

    private void record(Exchange exchange, Route route, String method, boolean read) throws IOException {
        if (read) {
            reads.one(exchange, route.model(), route.id());
        } else if (method.equals("PATCH")) {
            writes.update(exchange, route.model(), route.id());
        } else {
            require(method.equals("DELETE"), method, "GET, PATCH, DELETE");
            writes.delete(exchange, route.model(), route.id());
        }
    }

    private void readOnly(Exchange exchange, Route route) throws IOException {
        switch (route.kind()) {
            case GROUPS -> reads.grouped(exchange, route.model());
            case AUDIT -> trail.audit(exchange, route.model(), route.id());
            case FLOW -> trail.flow(exchange, route.model(), route.id());
            case MODELS -> meta.list(exchange);
            case MODEL -> meta.one(exchange, route.model());
            default -> throw new IllegalStateException(route.toString());
        }
    }

    private static void require(boolean allowed, String method, String methods) {
        if (!allowed) {
            throw Problem.of(ProblemKind.NOT_ALLOWED, "platform.method.notAllowed", method, methods);
        }
    }

    private Locale locale(HttpServletRequest request) {
        return ProblemWriter.locale(request.getHeader("Accept-Language"),
                access.bound() ? access.caller().locale() : null);
    }

    private void fail(HttpServletRequest request, HttpServletResponse response, Throwable failure) throws IOException {
        if (response.isCommitted()) {
            // The client must not take half an answer for a whole one.
            throw failure instanceof IOException io ? io : new IOException("The answer broke off", failure);
        }
        ProblemAnswer answer = ProblemWriter.answer(failure, locale(request), messages, request.getRequestURI());
        response.resetBuffer();
        response.setHeader("ETag", null);
        response.setStatus(answer.status());
        response.setContentType(ProblemWriter.MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        if (answer.retryAfter() > 0) {
            response.setIntHeader("Retry-After", answer.retryAfter());
        }
        if (answer.problem() != null && answer.problem().kind() == ProblemKind.NOT_ALLOWED
                && answer.problem().args().size() > 1) {
            response.setHeader("Allow", String.valueOf(answer.problem().args().get(1)));
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
