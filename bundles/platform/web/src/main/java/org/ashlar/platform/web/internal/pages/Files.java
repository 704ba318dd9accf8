package org.ashlar.platform.web.internal.pages;

import java.net.URL;
import java.util.Arrays;
import java.util.Enumeration;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Finds the file behind a page: in this bundle, or for the documentation in the Swagger UI bundle beside it. */
final class Files {
    private static final String SWAGGER = "org.webjars.swagger-ui";
    private static final String FOLDER = "META-INF/resources/webjars/swagger-ui";

    private Files() {
    }

    /** The file or {@code null}. */
    static URL find(BundleContext context, String file) {
        if (file.startsWith("pages/")) {
            return context.getBundle().getEntry(file);
        }
        return Arrays.stream(context.getBundles()).filter(b -> SWAGGER.equals(b.getSymbolicName())).map(b -> entry(b, file))
                .filter(url -> url != null).findFirst().orElse(null);
    }

    private static URL entry(Bundle bundle, String file) {
        Enumeration<URL> found = bundle.findEntries(FOLDER, file, true);
        return found == null || !found.hasMoreElements() ? null : found.nextElement();
    }
}
