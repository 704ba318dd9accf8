package org.ashlar.platform.operations.internal.rehearsal;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.ashlar.platform.backup.DatabaseCopies;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.operations.internal.backup.Folders;
import org.ashlar.platform.operations.internal.upgrade.RunningJar;
import org.ashlar.platform.operations.internal.upgrade.Upgrade;
import org.ashlar.platform.operations.internal.upgrade.UpgradeFolder;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.LoggerFactory;

/**
 * A second instance in a folder of its own, on a copy of the data, that is thrown away: for rehearsals of upgrades and for
 * backups restored on trial. It sends nothing and runs no tasks. On PostgreSQL it gets a database beside the real one, or
 * {@code ASHLAR_REHEARSAL_DB_URL}. Thread-safe; one at a time.
 */
@Component(service = Sandbox.class)
public final class Sandbox {

    private static final String SECRET = "secret.key";
    private static final int END_SECONDS = 20;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(15);

    private final DatabaseCopies database;
    private final Modules modules;
    private final UpgradeFolder upgrades;
    private final BundleContext context;
    private final Path home;
    private final Path data;

    /** By injection. */
    @Activate
    public Sandbox(BundleContext bundles, @Reference DatabaseCopies database, @Reference Modules modules,
            @Reference UpgradeFolder upgrades) {
        this.context = bundles;
        this.upgrades = upgrades;
        this.database = database;
        this.modules = modules;
        this.home = Path.of(bundles.getProperty("karaf.home"));
        this.data = Path.of(bundles.getProperty("karaf.data"));
    }

    /** Lays a copy of the database into the folder from which the instance restores. */
    @FunctionalInterface
    public interface Laying {
        /** Lays it. */
        void into(CopiedInstance instance, Path restore) throws IOException;
    }

    /** Looks at the instance once it has come up. */
    @FunctionalInterface
    public interface Looking<T> {
        /** Looks, after so many seconds of starting. */
        T at(CopiedInstance instance, double seconds) throws IOException;
    }

    /**
     * Starts it, looks, and throws it away.
     *
     * @param distribution archive of the programs, {@code null} for those that run here
     * @throws Problem RULE {@code platform.rehearsal.failed} if it does not come up
     */
    public synchronized <T> T run(String distribution, Laying laying, Looking<T> looking) throws IOException {
        Path copy = data.resolve("tmp").resolve("rehearsal");
        try (DatabaseCopies.Scratch scratch = database.scratch()) {
            CopiedInstance instance = new CopiedInstance(copy);
            instance.unpack(distribution, home);
            if (distribution == null) {
                layUpgraded(instance);
            }
            Path restore = copy.resolve("data").resolve(DatabaseCopies.RESTORE_FOLDER);
            Files.createDirectories(restore);
            laying.into(instance, restore);
            Files.createFile(restore.resolve(DatabaseCopies.RESTORE_READY));
            if (Files.exists(data.resolve(SECRET))) {
                Files.copy(data.resolve(SECRET), copy.resolve("data").resolve(SECRET), StandardCopyOption.COPY_ATTRIBUTES);
            }
            return started(instance, copy, scratch.url(), looking);
        } finally {
            quietly(copy);
        }
    }

    /** Bundles that were upgraded since the distribution was unpacked run here in another version than lies there. */
    private void layUpgraded(CopiedInstance instance) throws IOException {
        for (Upgrade upgrade : upgrades.inService()) {
            for (Bundle bundle : context.getBundles()) {
                if (upgrade.bundle().equals(bundle.getSymbolicName()) && bundle.getLocation().startsWith("mvn:")) {
                    Path jar = Files.createTempFile("ashlar-running", ".jar");
                    try {
                        RunningJar.write(bundle, jar);
                        instance.lay(jar);
                    } finally {
                        Files.deleteIfExists(jar);
                    }
                }
            }
        }
    }

    /** Whether a figure can be there: extensions do not start, so their records and reports are not. */
    public boolean comes(String figure) {
        return comes(figure, Set.of());
    }

    /** The same where some extensions are started. */
    boolean comes(String figure, Set<String> started) {
        return modules.list().stream().filter(m -> m.kind().equals("extension") && !started.contains(m.id()))
                .flatMap(m -> Stream.of("records " + m.id() + ".", "report " + m.id() + ".", "sum " + m.id() + "."))
                .noneMatch(figure::startsWith);
    }

    private <T> T started(CopiedInstance instance, Path copy, String url, Looking<T> looking) throws IOException {
        long begun = System.nanoTime();
        int port = freePort();
        Process process = start(copy, port, url);
        try {
            awaitReady(process, port, copy);
            return looking.at(instance, (System.nanoTime() - begun) / 1e9);
        } finally {
            end(process);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process start(Path copy, int port, String url) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(copy.resolve("bin/karaf").toString(), "daemon").directory(copy.toFile())
                .redirectErrorStream(true).redirectOutput(copy.resolve("console.log").toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("KARAF_") || name.startsWith("ASHLAR_"));
        environment.put("ASHLAR_HTTP_PORT", String.valueOf(port));
        // A copy must neither send mails nor call webhooks of the real installation.
        environment.put("ASHLAR_REHEARSAL", "true");
        environment.put("ASHLAR_SAFE_MODE", "true");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        if (url != null && !url.isBlank()) {
            environment.put("ASHLAR_DB_URL", url);
            for (String name : List.of("ASHLAR_DB_USER", "ASHLAR_DB_PASSWORD")) {
                if (System.getenv(name) != null) {
                    environment.put(name, System.getenv(name));
                }
            }
        }
        return builder.start();
    }

    private static void awaitReady(Process process, int port, Path copy) throws IOException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (status(port) != HttpURLConnection.HTTP_OK) {
            if (!process.isAlive() || System.nanoTime() > end) {
                Path log = copy.resolve("data/log/ashlar.log");
                List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
                throw Problem.of(ProblemKind.RULE, "platform.rehearsal.failed",
                        String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size())));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    private static int status(int port) {
        try {
            HttpURLConnection connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/api/v1/health/ready")
                    .toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            return connection.getResponseCode();
        } catch (IOException e) {
            return -1;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void quietly(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            LoggerFactory.getLogger(Sandbox.class).warn("{} stays behind", folder, e);
        }
    }
}
