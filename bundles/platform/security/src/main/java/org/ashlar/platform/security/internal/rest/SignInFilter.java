package org.ashlar.platform.security.internal.rest;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.rest.ProblemAnswer;
import org.ashlar.platform.rest.ProblemWriter;
import org.ashlar.platform.security.internal.domain.Origins;
import org.ashlar.platform.security.internal.domain.Secrets;
import org.ashlar.platform.security.internal.service.Guard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.MDC;

/**
 * The gate of {@code /api/v1}: finds the caller, refuses strangers and forged requests, and binds the caller to the thread
 * for everything behind it. It stands even while the database is away, so that nothing is reachable around it.
 */
@Component(service = Filter.class, property = {"osgi.http.whiteboard.filter.name=ashlar-sign-in",
        "osgi.http.whiteboard.filter.pattern=/api/v1/*", "osgi.http.whiteboard.filter.asyncSupported:Boolean=true",
        "service.ranking:Integer=1000"})
public final class SignInFilter implements Filter {
    /** Request attribute with the session's secret, if the caller came by one. */
    static final String SESSION = "org.ashlar.session";
    /** Request attribute with the secret of a session that cannot be used yet. */
    static final String PENDING = "org.ashlar.session.pending";
    private static final String BASE = "/api/v1";
    private static final String BEARER = "Bearer ";
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Access access;
    private final Messages messages;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Guard guard;

    /** By injection. */
    @Activate
    public SignInFilter(@Reference Access access, @Reference Messages messages) {
        this.access = access;
        this.messages = messages;
    }

    @Override
    public void doFilter(ServletRequest req, ServletResponse res, FilterChain chain) throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) req;
        HttpServletResponse response = (HttpServletResponse) res;
        String requestId = requestId(request);
        response.setHeader("X-Request-Id", requestId);
        response.setHeader("Cache-Control", "no-store");
        MDC.put("request", requestId);
        String language = request.getHeader("Accept-Language");
        Locale locale = language == null ? null : ProblemWriter.locale(language, null);
        try {
            Optional<Caller> caller = caller(request, locale);
            if (caller.isPresent()) {
                access.as(caller.get(), () -> {
                    proceed(chain, request, response);
                    return null;
                });
            } else {
                chain.doFilter(request, response);
            }
        } catch (Wrapped e) {
            fail(request, response, locale, e.getCause());
        } catch (IOException | ServletException | RuntimeException e) {
            fail(request, response, locale, e);
        } finally {
            MDC.remove("request");
        }
    }

    private Optional<Caller> caller(HttpServletRequest request, Locale locale) {
        String method = request.getMethod();
        boolean open = PublicPaths.contains(method, path(request));
        String header = request.getHeader("Authorization");
        String secret = header == null ? Cookies.read(request) : null;
        Guard now = guard;
        if (now != null) {
            now.pace(request.getRemoteAddr());
        }
        if (header == null && secret == null) {
            if (!open) {
                throw stranger();
            }
            requireSameOrigin(request, method);
            return Optional.empty();
        }
        if (now == null) {
            if (open) {
                return Optional.empty();
            }
            throw Problem.of(ProblemKind.UNAVAILABLE, "platform.access.starting");
        }
        String company = request.getHeader("X-Ashlar-Company");
        Optional<Caller> caller;
        if (header != null) {
            if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
                throw stranger();
            }
            caller = now.byToken(header.substring(BEARER.length()).trim(), company, locale, request.getRemoteAddr());
        } else {
            caller = now.bySession(secret, company, locale, request.getRemoteAddr());
            requireSameOrigin(request, method);
            boolean pending = caller.isEmpty() && PublicPaths.pending(path(request)) && now.missing(secret).isPresent();
            if (caller.isPresent() || pending) {
                request.setAttribute(pending ? PENDING : SESSION, secret);
                if (!open && !Origins.safe(method) && !Secrets.same(Secrets.csrf(secret), request.getHeader("X-Ashlar-CSRF"))) {
                    throw Problem.of(ProblemKind.DENIED, "platform.access.csrf");
                }
            }
            if (pending) {
                return Optional.empty();
            }
        }
        if (caller.isEmpty() && !open) {
            throw stranger();
        }
        return caller;
    }

    private static void requireSameOrigin(HttpServletRequest request, String method) {
        if (!Origins.safe(method)
                && !Origins.same(request.getHeader("Origin"), request.getScheme(), request.getHeader("Host"))) {
            throw Problem.of(ProblemKind.DENIED, "platform.access.origin");
        }
    }

    private static String path(HttpServletRequest request) {
        String uri = request.getRequestURI();
        String base = request.getContextPath() + BASE;
        return uri.startsWith(base) ? uri.substring(base.length()) : uri;
    }

    private static Problem stranger() {
        return Problem.of(ProblemKind.UNAUTHENTICATED, "platform.access.signIn");
    }

    private static String requestId(HttpServletRequest request) {
        String given = request.getHeader("X-Request-Id");
        return given != null && REQUEST_ID.matcher(given).matches() ? given : UUID.randomUUID().toString();
    }

    private static void proceed(FilterChain chain, HttpServletRequest request, HttpServletResponse response) {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException e) {
            throw new Wrapped(e);
        }
    }

    private void fail(HttpServletRequest request, HttpServletResponse response, Locale locale, Throwable failure)
            throws IOException {
        if (response.isCommitted() || failure instanceof EOFException) {
            throw failure instanceof IOException io ? io : new IOException("The answer broke off", failure);
        }
        response.resetBuffer();
        ProblemAnswer answer = ProblemWriter.answer(failure, locale == null ? Locale.ENGLISH : locale, messages,
                request.getRequestURI());
        response.setStatus(answer.status());
        response.setContentType(ProblemWriter.MEDIA_TYPE);
        if (answer.retryAfter() > 0) {
            Problem problem = answer.problem();
            boolean paced = problem != null && "platform.access.pace".equals(problem.code());
            response.setHeader("Retry-After", paced ? String.valueOf(problem.args().get(0)) : Integer.toString(answer.retryAfter()));
        }
        if (answer.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"ashlar\"");
        }
        response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void init(FilterConfig config) {
        // nothing to prepare
    }

    @Override
    public void destroy() {
        // nothing to release
    }

    private static final class Wrapped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Wrapped(Exception cause) {
            super(cause);
        }
    }
}
