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
import org.ashlar.platform.audit.AuditChain;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Anchors outside the database: {@code ASHLAR_AUDIT_ANCHORS}, for example on a medium that can only be written once, or
 * {@code data/audit-anchors.log}, where a restore sets them aside. One line each: day, link, hash, seal. Thread-safe.
 */
@Component(service = AnchorFile.class)
public final class AnchorFile {

    private static final int PARTS = 4;

    private final Path file;
    private final Path mark;
    private boolean restored;

    /** Used by DS. */
    @Activate
    public AnchorFile(BundleContext context) {
        String given = System.getenv("ASHLAR_AUDIT_ANCHORS");
        String data = context.getProperty("karaf.data");
        Path folder = Path.of(data == null ? "data" : data);
        boolean own = given == null || given.isBlank();
        file = own ? folder.resolve("audit-anchors.log") : Path.of(given.trim());
        mark = folder.resolve(AuditChain.RESTORED);
        restored = own && Files.exists(mark);
    }

    /** Whether this start has taken a restored database, and nobody has looked at whose log that is. */
    synchronized boolean restored() {
        return restored;
    }

    /** It was looked at; {@code foreign}: it is of another installation, so the anchors kept here are not of it. */
    synchronized void settle(boolean foreign, long now) {
        if (!restored) {
            return;
        }
        if (foreign) {
            setAside("before-restore-" + now);
        }
        try {
            Files.deleteIfExists(mark);
            restored = false;
        } catch (IOException e) {
            throw new UncheckedIOException("The mark of the restored audit log " + mark + " cannot be taken away", e);
        }
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
