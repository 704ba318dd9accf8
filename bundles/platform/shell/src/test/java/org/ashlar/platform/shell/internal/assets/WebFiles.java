package org.ashlar.platform.shell.internal.assets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of the interface as they stand in the source tree. */
final class WebFiles {
    private static final Path ROOT = Path.of("src/main/resources/web");

    private WebFiles() {
    }

    static Map<String, byte[]> all() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            Map<String, byte[]> found = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.put(ROOT.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
