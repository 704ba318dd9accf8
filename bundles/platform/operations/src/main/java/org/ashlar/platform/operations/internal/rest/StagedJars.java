package org.ashlar.platform.operations.internal.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.ashlar.platform.operations.internal.upgrade.RehearsedJars;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Jars that were uploaded and wait to be installed, for an hour, on this node. Thread-safe. */
@Component(service = StagedJars.class)
public final class StagedJars {

    private static final int MEGABYTES = 64;
    private static final int MOST = 20;
    private static final Duration KEPT = Duration.ofHours(1);
    private static final String TOKEN = "[0-9a-f]{32}";

    private final Path folder;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** By injection. */
    @Activate
    public StagedJars(BundleContext context, @Reference Clock clock) {
        folder = Path.of(context.getProperty("karaf.data"), "tmp", "jars");
        this.clock = clock;
    }

    /** Keeps a jar; returns its token. */
    synchronized String keep(InputStream body) {
        try {
            Files.createDirectories(folder);
            forgetOld();
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            String token = HexFormat.of().formatHex(bytes);
            Path part = folder.resolve(token + ".part");
            try {
                copy(body, part);
                Files.setLastModifiedTime(part, java.nio.file.attribute.FileTime.from(clock.instant()));
                Files.move(part, file(token), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
            return token;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(InputStream body, Path target) throws IOException {
        long room = (long) MEGABYTES << 20;
        byte[] buffer = new byte[1 << 16];
        try (var out = Files.newOutputStream(target)) {
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                room -= n;
                if (room < 0) {
                    throw Problem.of(ProblemKind.TOO_LARGE, "platform.body.tooLarge", MEGABYTES);
                }
                out.write(buffer, 0, n);
            }
        }
    }

    /** The jar of a token. */
    public Path get(String token) {
        if (token == null || !token.matches(TOKEN) || !Files.isRegularFile(file(token))) {
            throw Problem.of(ProblemKind.NOT_FOUND, "platform.plan.token");
        }
        return file(token);
    }

    void drop(String token) {
        RehearsedJars.forget(get(token));
    }

    private void forgetOld() throws IOException {
        Instant oldest = clock.instant().minus(KEPT);
        List<Path> left;
        try (Stream<Path> files = Files.list(folder)) {
            left = files.toList();
        }
        int kept = 0;
        for (Path file : left) {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                Files.deleteIfExists(file);
            } else if (file.getFileName().toString().endsWith(".jar")) {
                kept++;
            }
        }
        if (kept >= MOST) {
            throw Problem.of(ProblemKind.TOO_MANY, "platform.plan.tooMany", MOST);
        }
    }

    private Path file(String token) {
        return folder.resolve(token + ".jar");
    }
}
