package org.ashlar.platform.kernel.internal.migration;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;

/** Migration files inside a bundle; fragments do not take part, so that nobody else changes a module's tables. */
public final class BundleResources implements ModuleResources {

    private static final String ROOT = "ASHLAR-INF/migration/";

    private final Bundle bundle;

    public BundleResources(Bundle bundle) {
        this.bundle = bundle;
    }

    @Override
    public Optional<URI> find(String path) {
        return Optional.ofNullable(bundle.getEntry(ROOT + path)).map(url -> URI.create(url.toExternalForm()));
    }

    @Override
    public InputStream open(String path) throws IOException {
        URL url = bundle.getEntry(ROOT + path);
        if (url == null) {
            throw new FileNotFoundException(ROOT + path);
        }
        return url.openStream();
    }

    @Override
    public List<String> list() {
        Enumeration<URL> entries = bundle.findEntries(ROOT, "*", true);
        if (entries == null) {
            return List.of();
        }
        return Collections.list(entries).stream().map(URL::getPath).filter(p -> !p.endsWith("/"))
                .map(p -> p.substring(p.indexOf(ROOT) + ROOT.length())).sorted().toList();
    }
}
