package org.ashlar.platform.shell.internal.assets;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * {@code /app}: the files of the web interface below {@code /app/~<state>/}, and the one page for every other path, dotted
 * ones too, because a route may name a model. The framework property {@code ashlar.web.folder} names a folder to read
 * the files from instead, for work on the interface. {@code /app/worker.js} keeps the files in browsers, so that the interface
 * starts without a network; with {@code ashlar.web.offline=false} it takes back what it kept.
 */
@Component(service = Servlet.class, property = {"osgi.http.whiteboard.servlet.name=ashlar-shell",
        "osgi.http.whiteboard.servlet.pattern=/app", "osgi.http.whiteboard.servlet.pattern=/app/*"})
public final class ShellServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final String WORKER = "/app/worker.js";

    private final transient Sources sources;
    private final boolean kept;
    private transient volatile Assets assets;

    /** By injection. */
    @Activate
    public ShellServlet(BundleContext context) {
        this.sources = new Sources(context.getBundle(), context.getProperty("ashlar.web.folder"));
        this.kept = !sources.live() && !"false".equals(context.getProperty("ashlar.web.offline"));
        this.assets = new Assets(sources.all(), !sources.live());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.equals(WORKER)) {
            // The same address for ever, asked for anew each time: browsers see a new state, or that nothing is to be kept.
            response.setHeader("Cache-Control", "no-cache");
            Answer.send(request, response, assets.worker(kept));
            return;
        }
        if (!path.startsWith(Assets.PREFIX)) {
            if (sources.live()) {
                assets = new Assets(sources.all(), !sources.live());
            }
            IndexPage page = assets.index();
            response.setHeader("Content-Security-Policy", page.policy());
            response.setHeader("Permissions-Policy", "camera=(self), microphone=(), geolocation=()");
            response.setHeader("Cache-Control", "no-cache");
            Answer.send(request, response, page.html());
            return;
        }
        Assets now = assets;
        int file = path.indexOf('/', Assets.PREFIX.length());
        Optional<Asset> asset = file < 0 ? Optional.empty() : now.find(path.substring(file + 1));
        if (asset.isEmpty()) {
            Answer.missing(response);
            return;
        }
        // A page of the state before may still ask: it gets today's file, but must not keep it under yesterday's name.
        boolean current = path.startsWith(now.base() + "/");
        response.setHeader("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache");
        Answer.send(request, response, asset.get());
    }
}
