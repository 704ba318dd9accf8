package org.ashlar.platform.operations.internal.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.osgi.framework.Bundle;

/** Writes an installed bundle as a jar again: the one it came from may have been replaced or taken away long ago. */
public final class RunningJar {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private RunningJar() {
    }

    /** Writes it, entry for entry as it runs, so that a signature holds. */
    public static void write(Bundle bundle, Path target) throws IOException {
        List<String> entries = new ArrayList<>();
        collect(bundle, "/", entries);
        entries.remove(MANIFEST);
        // Readers of streams look for it at the front.
        entries.add(0, MANIFEST);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                try (InputStream in = bundle.getEntry(entry).openStream()) {
                    in.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
    }

    private static void collect(Bundle bundle, String path, List<String> files) {
        Enumeration<String> found = bundle.getEntryPaths(path);
        for (String entry : found == null ? List.<String>of() : Collections.list(found)) {
            if (entry.endsWith("/")) {
                collect(bundle, entry, files);
            } else {
                files.add(entry.startsWith("/") ? entry.substring(1) : entry);
            }
        }
    }
}
