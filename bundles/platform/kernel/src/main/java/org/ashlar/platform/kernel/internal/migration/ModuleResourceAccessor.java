package org.ashlar.platform.kernel.internal.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import liquibase.Scope;
import liquibase.resource.AbstractResource;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.OpenOptions;
import liquibase.resource.Resource;

/**
 * Shows Liquibase the files of one module under {@code <module>/}, so that change sets of different modules never share
 * an identity, and its own schemas from its own class path.
 */
final class ModuleResourceAccessor extends AbstractResourceAccessor {

    private final String prefix;
    private final ModuleResources resources;

    ModuleResourceAccessor(String moduleId, ModuleResources resources) {
        this.prefix = moduleId + "/";
        this.resources = resources;
    }

    @Override
    public List<Resource> getAll(String path) {
        String name = path.replace('\\', '/').replaceFirst("^(classpath:|/)+", "");
        if (name.startsWith(prefix)) {
            String inside = name.substring(prefix.length());
            return resources.find(inside).map(uri -> List.<Resource>of(new ModuleFile(name, uri, inside))).orElse(List.of());
        }
        return own(name).map(url -> List.<Resource>of(new OwnFile(name, url))).orElse(List.of());
    }

    @Override
    public List<Resource> search(String path, SearchOptions options) throws IOException {
        return search(path, options == null || options.getRecursive());
    }

    @Override
    public List<Resource> search(String path, boolean recursive) {
        String folder = path.endsWith("/") ? path : path + "/";
        return resources.list().stream().map(p -> prefix + p).filter(p -> p.startsWith(folder))
                .filter(p -> recursive || p.indexOf('/', folder.length()) < 0)
                .flatMap(p -> getAll(p).stream()).toList();
    }

    @Override
    public List<String> describeLocations() {
        return List.of("module " + prefix);
    }

    @Override
    public void close() {
        // Holds nothing open.
    }

    private static Optional<URL> own(String name) {
        return name.startsWith("www.liquibase.org/") || name.startsWith("liquibase")
                ? Optional.ofNullable(Scope.class.getClassLoader().getResource(name))
                : Optional.empty();
    }

    private final class ModuleFile extends ReadOnlyFile {
        private final String inside;

        ModuleFile(String path, URI uri, String inside) {
            super(path, uri);
            this.inside = inside;
        }

        @Override
        public InputStream openInputStream() throws IOException {
            return resources.open(inside);
        }

        @Override
        public boolean exists() {
            return resources.find(inside).isPresent();
        }

        @Override
        Resource sibling(String path) {
            return new ModuleFile(path, URI.create("module:" + path),
                    path.startsWith(prefix) ? path.substring(prefix.length()) : path);
        }
    }

    private static final class OwnFile extends ReadOnlyFile {
        private final URL url;

        OwnFile(String path, URL url) {
            super(path, URI.create(url.toExternalForm()));
            this.url = url;
        }

        @Override
        public InputStream openInputStream() throws IOException {
            return url.openStream();
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        Resource sibling(String path) {
            return new OwnFile(path, url);
        }
    }

    private abstract static class ReadOnlyFile extends AbstractResource {

        ReadOnlyFile(String path, URI uri) {
            super(path, uri);
        }

        abstract Resource sibling(String path);

        @Override
        public Resource resolve(String other) {
            return sibling(getPath() + "/" + other);
        }

        @Override
        public Resource resolveSibling(String other) {
            int slash = getPath().lastIndexOf('/');
            return sibling(getPath().substring(0, slash + 1) + other);
        }

        @Override
        public OutputStream openOutputStream(OpenOptions options) {
            throw new UnsupportedOperationException("Migrations are read only");
        }
    }
}
