package org.ashlar.itests.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Real data that is not part of this repository: {@code -Dashlar.data=DIR}, else {@code ../shared/data} beside the checkout. */
public final class SharedData {

    private SharedData() {
    }

    /** Whether it is there; in CI it must be. */
    public static boolean present() {
        boolean there = Files.isDirectory(folder());
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("The real data is missing: expected at " + folder().toAbsolutePath()
                    + "; set -Dashlar.data=DIR");
        }
        return there;
    }

    /** A file's content, unpacked if it is there as {@code .gz} only. */
    public static byte[] read(String name) {
        Path plain = folder().resolve(name);
        Path packed = folder().resolve(name + ".gz");
        try (InputStream in = Files.exists(plain) ? Files.newInputStream(plain)
                : new GZIPInputStream(Files.newInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        String given = System.getProperty("ashlar.data");
        return given != null ? Path.of(given)
                : Path.of(System.getProperty("ashlar.root", "../..")).toAbsolutePath().normalize().resolve("../shared/data");
    }
}
