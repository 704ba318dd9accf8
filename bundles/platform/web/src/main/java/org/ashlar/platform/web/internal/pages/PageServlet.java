package org.ashlar.platform.web.internal.pages;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Arrays;
import java.util.Map;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The few static pages of the platform: state of the installation, set-up, API documentation. Only the files listed here
 * are served. Where the web interface is installed, its pages take the place of {@code /} and {@code /setup}.
 */
@Component(service = Servlet.class, property = {"osgi.http.whiteboard.servlet.name=ashlar-pages",
        "osgi.http.whiteboard.servlet.pattern=/", "osgi.http.whiteboard.servlet.pattern=/status", "osgi.http.whiteboard.servlet.pattern=/setup",
        "osgi.http.whiteboard.servlet.pattern=/docs", "osgi.http.whiteboard.servlet.pattern=/docs/*",
        "osgi.http.whiteboard.servlet.pattern=/pages/*", "osgi.http.whiteboard.servlet.pattern=/favicon.ico"})
public final class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String HTML = "text/html;charset=UTF-8";
    private static final String SCRIPT = "text/javascript;charset=UTF-8";
    private static final String STYLE = "text/css;charset=UTF-8";
    private static final String SHELL = "org.ashlar.shell";
    private static final Map<String, String> INTERFACE = Map.of("/", "/app/", "/setup", "/app/setup");
    private static final Map<String, Page> PAGES = Map.ofEntries(
            Map.entry("/", new Page("pages/index.html", HTML)),
            Map.entry("/status", new Page("pages/index.html", HTML)),
            Map.entry("/setup", new Page("pages/setup.html", HTML)),
            Map.entry("/docs", new Page("pages/docs.html", HTML)),
            Map.entry("/docs/", new Page("pages/docs.html", HTML)),
            Map.entry("/pages/ashlar.css", new Page("pages/ashlar.css", STYLE)),
            Map.entry("/pages/common.js", new Page("pages/common.js", SCRIPT)),
            Map.entry("/pages/index.js", new Page("pages/index.js", SCRIPT)),
            Map.entry("/pages/setup.js", new Page("pages/setup.js", SCRIPT)),
            Map.entry("/pages/docs.js", new Page("pages/docs.js", SCRIPT)),
            Map.entry("/pages/docs.css", new Page("pages/docs.css", STYLE)),
            Map.entry("/pages/mark.svg", new Page("pages/mark.svg", "image/svg+xml")),
            Map.entry("/favicon.ico", new Page("pages/mark.svg", "image/svg+xml")),
            Map.entry("/docs/swagger-ui-bundle.js", new Page("swagger-ui-bundle.js", SCRIPT)),
            Map.entry("/docs/swagger-ui.css", new Page("swagger-ui.css", STYLE)));

    private final transient BundleContext context;

    /** By injection. */
    @Activate
    public PageServlet(BundleContext context) {
        this.context = context;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String interfacePage = INTERFACE.get(path.isEmpty() ? "/" : path);
        if (interfacePage != null && shellIsThere()) {
            String query = request.getQueryString();
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("Location", interfacePage + (query == null ? "" : "?" + query));
            return;
        }
        Page page = PAGES.get(path.isEmpty() ? "/" : path);
        URL file = page == null ? null : Files.find(context, page.file);
        if (file == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write("404");
            return;
        }
        String tag = "\"" + context.getBundle().getLastModified() + "\"";
        response.setContentType(page.type);
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "no-cache");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        try (InputStream in = file.openStream()) {
            in.transferTo(response.getOutputStream());
        }
    }

    /** Without the web interface its bundle's few pages stand in for it. */
    private boolean shellIsThere() {
        return Arrays.stream(context.getBundles())
                .anyMatch(b -> SHELL.equals(b.getSymbolicName()) && b.getState() == Bundle.ACTIVE);
    }

    private record Page(String file, String type) {
    }
}
