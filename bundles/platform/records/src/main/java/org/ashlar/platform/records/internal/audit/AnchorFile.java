package org.ashlar.platform.records.internal.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Anchors outside the database: {@code ASHLAR_AUDIT_ANCHORS}, for example on a medium that can only be written once, or
 * {@code data/audit-anchors.log}. One line each: day, link, hash, seal. Thread-safe.
 */
@Component(service = AnchorFile.class)
public final class AnchorFile {

    private static final int PARTS = 4;

    private final Path file;

    /** Used by DS. */
    @Activate
    public AnchorFile(BundleContext context) {
        String given = System.getenv("ASHLAR_AUDIT_ANCHORS");
        String data = context.getProperty("karaf.data");
        file = given != null && !given.isBlank() ? Path.of(given.trim())
                : Path.of(data == null ? "data" : data, "audit-anchors.log");
    }

    /** One line. */
    record Line(String day, long link, String hash, String seal) {
    }

    synchronized List<Line> lines() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<Line> lines = new ArrayList<>();
            for (String text : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                String[] parts = text.trim().split("\\s+");
                if (parts.length == PARTS && parts[1].matches("\\d{1,18}")) {
                    lines.add(new Line(parts[0], Long.parseLong(parts[1]), parts[2], parts[3]));
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("The anchors in " + file + " cannot be read", e);
        }
    }

    synchronized void add(Line line) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, line.day() + " " + line.link() + " " + line.hash() + " " + line.seal() + "\n",
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException("The anchor cannot be written to " + file, e);
        }
    }

    /** Keeps what was there under another name and begins anew. */
    synchronized void setAside(String suffix) {
        try {
            if (Files.exists(file)) {
                Files.move(file, file.resolveSibling(file.getFileName() + "." + suffix), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The anchors in " + file + " cannot be set aside", e);
        }
    }
}
