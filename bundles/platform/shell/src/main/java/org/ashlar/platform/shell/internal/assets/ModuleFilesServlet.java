package org.ashlar.platform.shell.internal.assets;

import java.io.IOException;
import java.net.URL;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.ashlar.platform.module.ModuleInfo;
import org.ashlar.platform.module.ModuleState;
import org.ashlar.platform.module.Modules;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code /m/<module>/<version>/<file>}: what a module's bundle has in its folder {@code web}. The version in the path is
 * the one of {@code /boot}, which changes with every update of the bundle, so files may be kept for ever.
 */
@Component(service = Servlet.class, property = {"osgi.http.whiteboard.servlet.name=ashlar-module-files",
        "osgi.http.whiteboard.servlet.pattern=/m/*"})
public final class ModuleFilesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient BundleContext context;
    private final transient Modules modules;

    /** By injection. */
    @Activate
    public ModuleFilesServlet(BundleContext context, @Reference Modules modules) {
        this.context = context;
        this.modules = modules;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String[] parts = path.split("/", 5);
        URL file = parts.length < 5 || parts[4].contains("..") || parts[4].isEmpty() || parts[4].endsWith("/") ? null
                : modules.find(parts[2]).map(m -> find(m, parts[4])).orElse(null);
        if (file == null) {
            Answer.missing(response);
            return;
        }
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        Answer.send(request, response, Asset.of(parts[4], Sources.read(file)));
    }

    private URL find(ModuleInfo module, String file) {
        Bundle bundle = module.state() != ModuleState.ACTIVE || module.bundleId() < 0 ? null
                : context.getBundle(module.bundleId());
        return bundle == null ? null : bundle.getEntry("web/" + file);
    }
}
