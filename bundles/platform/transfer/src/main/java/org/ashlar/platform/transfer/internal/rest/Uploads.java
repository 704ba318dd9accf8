package org.ashlar.platform.transfer.internal.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.ashlar.platform.transfer.internal.file.Spreadsheet;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Keeps uploaded files under generated names until their import has ended. Thread-safe. */
@Component(service = Uploads.class)
public final class Uploads {

    /** Largest file, in bytes. */
    static final long LIMIT = 512L << 20;

    private final Path folder;

    /** Used by DS. */
    @Activate
    public Uploads(BundleContext bundles) {
        String data = bundles.getProperty("karaf.data");
        this.folder = Path.of(data == null ? System.getProperty("java.io.tmpdir") : data, "imports");
    }

    /** Stores a CSV file or the CSV made of a workbook; refuses more than the limit and what is hostile, and keeps nothing then. */
    Path storeTable(InputStream content) throws IOException {
        Path file = store(content);
        if (!Spreadsheet.looksLike(file)) {
            return file;
        }
        Path csv = file.resolveSibling(UUID.randomUUID() + ".xlsx.csv");
        try {
            Spreadsheet.toCsv(file, csv);
            return csv;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(csv);
            throw e;
        } finally {
            Files.delete(file);
        }
    }

    /** Whether a stored file was made of a workbook. */
    static boolean fromWorkbook(Path file) {
        return file.toString().endsWith(".xlsx.csv");
    }

    /** Stores a stream; refuses more than the limit and keeps nothing then. */
    private Path store(InputStream content) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(UUID.randomUUID() + ".csv");
            try (OutputStream out = Files.newOutputStream(file)) {
                byte[] buffer = new byte[1 << 16];
                long size = 0;
                for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                    size += n;
                    if (size > LIMIT) {
                        throw tooLarge();
                    }
                    out.write(buffer, 0, n);
                }
            } catch (IOException | Problem e) {
                Files.deleteIfExists(file);
                throw e;
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem tooLarge() {
        FieldError error = FieldError.of("file", "transfer.file.tooLarge", LIMIT >> 20);
        return new Problem(ProblemKind.TOO_LARGE, error.code(), error.args(), java.util.List.of(error));
    }
}
