package org.ashlar.platform.shell.internal.assets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;

/**
 * The shell's own files and those of the libraries in its bundle. With a folder given they are read from there on each
 * request, so that who works on the interface sees his changes at the next reload.
 */
final class Sources {
    private static final String ROOT = "/web/";
    private static final Map<String, String> LIBRARIES = Map.of("lib/preact.js", "/preact.module.js", "lib/hooks.js",
            "/hooks.module.js", "lib/echarts.js", "/echarts.common.min.js", "lib/lucide.svg", "/sprite.svg");

    /**
     * Of the charts' builds the one with lines, bars and pies is a third lighter than the whole, but it is a plain script: it
     * leaves its functions with the page, and this makes a module of it.
     */
    private static final String AS_MODULE = "\nexport const {init,connect,disconnect,dispose,getInstanceByDom,registerTheme,"
            + "registerLocale,graphic,format,number,time,color,util,version}=globalThis.echarts;\n";

    private final Bundle bundle;
    private final Path folder;

    Sources(Bundle bundle, String folder) {
        this.bundle = bundle;
        this.folder = folder == null ? null : Path.of(folder);
    }

    boolean live() {
        return folder != null;
    }

    /** All own files by path, libraries included. */
    Map<String, byte[]> all() {
        Map<String, byte[]> files = new TreeMap<>();
        if (live()) {
            try (Stream<Path> found = Files.walk(folder)) {
                for (Path file : found.filter(Files::isRegularFile).toList()) {
                    files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } else {
            for (URL file : entries(ROOT, "*")) {
                String path = file.getPath();
                if (!path.endsWith("/")) {
                    files.put(path.substring(path.indexOf(ROOT) + ROOT.length()), read(file));
                }
            }
        }
        List<URL> libraries = entries("META-INF/resources", "*");
        LIBRARIES.forEach((name, end) -> libraries.stream().filter(u -> u.getPath().endsWith(end)).findFirst()
                .ifPresent(u -> files.put(name, asModule(name, withoutMap(name, read(u))))));
        return files;
    }

    private List<URL> entries(String path, String pattern) {
        var found = bundle.findEntries(path, pattern, true);
        return found == null ? List.of() : new ArrayList<>(Collections.list(found));
    }

    /** Source maps of the libraries are not shipped, so nothing may ask for them. */
    private static byte[] withoutMap(String name, byte[] bytes) {
        if (!name.endsWith(".js")) {
            return bytes;
        }
        String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        int end = text.lastIndexOf("//# sourceMappingURL=");
        return end < 0 ? bytes : text.substring(0, end).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static byte[] asModule(String name, byte[] bytes) {
        return name.equals("lib/echarts.js")
                ? (new String(bytes, java.nio.charset.StandardCharsets.UTF_8) + AS_MODULE)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8) : bytes;
    }

    static byte[] read(URL file) {
        try (InputStream in = file.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
