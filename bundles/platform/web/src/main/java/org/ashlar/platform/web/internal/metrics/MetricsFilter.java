package org.ashlar.platform.web.internal.metrics;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Measures every request of the API by its first two path segments, so that ids do not make new series. Thread-safe. */
@Component(service = Filter.class, property = {"osgi.http.whiteboard.filter.name=ashlar-metrics",
        "osgi.http.whiteboard.filter.pattern=/api/v1/*", "osgi.http.whiteboard.filter.asyncSupported:Boolean=true",
        "service.ranking:Integer=1500"})
public final class MetricsFilter implements Filter {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final Pattern WORD = Pattern.compile("[a-z][a-zA-Z0-9-]{0,40}");
    private static final String BASE = "/api/v1/";

    private final Meters meters;

    /** By injection. */
    @Activate
    public MetricsFilter(@Reference Meters meters) {
        this.meters = meters;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long start = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            int status = ((HttpServletResponse) response).getStatus();
            String method = ((HttpServletRequest) request).getMethod();
            meters.request(METHODS.contains(method) ? method : "OTHER",
                    status == HttpServletResponse.SC_NOT_FOUND ? "unknown" : area(((HttpServletRequest) request).getRequestURI()),
                    status, System.nanoTime() - start);
        }
    }

    /** First two segments below {@code /api/v1}, if they are plain words. */
    static String area(String uri) {
        int at = uri.indexOf(BASE);
        String[] segments = at < 0 ? new String[] {""} : uri.substring(at + BASE.length()).split("/", 3);
        if (!WORD.matcher(segments[0]).matches()) {
            return "other";
        }
        return segments.length > 1 && WORD.matcher(segments[1]).matches() ? segments[0] + "/" + segments[1] : segments[0];
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
