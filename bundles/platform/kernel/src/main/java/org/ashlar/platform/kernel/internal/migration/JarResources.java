package org.ashlar.platform.kernel.internal.migration;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Migration files inside a jar that is not installed, read into memory. */
public final class JarResources implements ModuleResources {

    private static final String ROOT = "ASHLAR-INF/migration/";
    private static final int LARGEST = 8 << 20;

    private final Path jar;
    private final Map<String, byte[]> files = new TreeMap<>();

    /**
     * Reads it.
     *
     * @throws IOException if it is no jar, or its migrations are larger than any could be
     */
    public JarResources(Path jar) throws IOException {
        this.jar = jar;
        int room = LARGEST;
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().filter(e -> !e.isDirectory() && e.getName().startsWith(ROOT)).toList()) {
                try (InputStream in = file.getInputStream(entry)) {
                    byte[] content = in.readNBytes(room + 1);
                    room -= content.length;
                    if (room < 0) {
                        throw new IOException(entry.getName());
                    }
                    files.put(entry.getName().substring(ROOT.length()), content);
                }
            }
        }
    }

    @Override
    public Optional<URI> find(String path) {
        return files.containsKey(path) ? Optional.of(URI.create("jar:" + jar.toUri() + "!/" + ROOT + path)) : Optional.empty();
    }

    @Override
    public InputStream open(String path) throws IOException {
        byte[] content = files.get(path);
        if (content == null) {
            throw new FileNotFoundException(ROOT + path);
        }
        return new ByteArrayInputStream(content);
    }

    @Override
    public List<String> list() {
        return List.copyOf(files.keySet());
    }
}
