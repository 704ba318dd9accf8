package org.ashlar.platform.web.internal.packing;

import java.io.IOException;
import java.util.regex.Pattern;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;

/**
 * Compresses what the API answers to reads. Not packed: answers that hold a secret beside what a caller may have chosen
 * himself, because their length would tell the secret (BREACH) - so everything below {@code /session}, which carries the
 * CSRF token, and every answer to a change, where passwords, tokens and keys are shown once - and event streams, which
 * must arrive at once. Thread-safe.
 */
@Component(service = Filter.class, property = {"osgi.http.whiteboard.filter.name=ashlar-packing",
        "osgi.http.whiteboard.filter.pattern=/api/v1/*", "osgi.http.whiteboard.filter.asyncSupported:Boolean=true",
        "service.ranking:Integer=1400"})
public final class PackingFilter implements Filter {
    private static final Pattern PLAIN = Pattern.compile("/api/v1/(session|events)(/.*)?");
    private static final Pattern TAKEN = Pattern.compile("(?i)(^|.*[,\\s])gzip(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!worth((HttpServletRequest) request)) {
            chain.doFilter(request, response);
            return;
        }
        PackedResponse packed = new PackedResponse((HttpServletResponse) response);
        chain.doFilter(request, packed);
        // Not in a finally block: after a failure the container answers, and what was kept back must not follow.
        packed.finish();
    }

    static boolean worth(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) && takes(request.getHeader("Accept-Encoding"))
                && !PLAIN.matcher(request.getRequestURI().substring(request.getContextPath().length())).matches();
    }

    static boolean takes(String accepted) {
        return accepted != null && TAKEN.matcher(accepted).matches();
    }

    @Override
    public void init(FilterConfig config) {
        // nothing to prepare
    }

    @Override
    public void destroy() {
        // nothing to release
    }
}
