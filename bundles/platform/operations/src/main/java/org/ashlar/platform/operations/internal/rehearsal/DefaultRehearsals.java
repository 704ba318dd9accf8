package org.ashlar.platform.operations.internal.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.backup.DatabaseCopies;
import org.ashlar.platform.backup.Rehearsals;
import org.ashlar.platform.module.ModuleState;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.operations.internal.backup.Folders;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Starts a second instance in a folder of its own on a copy of the data and reads its figures through its local console. On
 * PostgreSQL the copy gets a database beside the real one, or {@code ASHLAR_REHEARSAL_DB_URL}. Thread-safe.
 */
@Component(service = Rehearsals.class)
public final class DefaultRehearsals implements Rehearsals {

    private static final String PERMISSION = "platform.backup.manage";
    private static final String SECRET = "secret.key";
    private static final int END_SECONDS = 20;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(15);

    private final DatabaseCopies database;
    private final Modules modules;
    private final FigureReader figures;
    private final Access access;
    private final Path home;
    private final Path data;

    /** By injection. */
    @Activate
    public DefaultRehearsals(BundleContext bundles, @Reference DatabaseCopies database, @Reference FigureReader figures,
            @Reference Modules modules, @Reference Access access) {
        this.database = database;
        this.modules = modules;
        this.figures = figures;
        this.access = access;
        this.home = Path.of(bundles.getProperty("karaf.home"));
        this.data = Path.of(bundles.getProperty("karaf.data"));
    }

    @Override
    public List<Figure> figures() {
        access.require(PERMISSION);
        return figures.read();
    }

    @Override
    public synchronized Outcome rehearse(String distribution, List<Path> jars) {
        access.require(PERMISSION);
        Path copy = data.resolve("tmp").resolve("rehearsal");
        try (DatabaseCopies.Scratch scratch = database.scratch()) {
            CopiedInstance instance = new CopiedInstance(copy);
            instance.unpack(distribution, home);
            for (Path jar : jars) {
                instance.lay(jar);
            }
            Path restore = copy.resolve("data").resolve(DatabaseCopies.RESTORE_FOLDER);
            Files.createDirectories(restore);
            List<Figure> before = figures.read();
            database.copyTo(restore);
            Files.createFile(restore.resolve(DatabaseCopies.RESTORE_READY));
            if (Files.exists(data.resolve(SECRET))) {
                Files.copy(data.resolve(SECRET), copy.resolve("data").resolve(SECRET), StandardCopyOption.COPY_ATTRIBUTES);
            }
            return run(instance, copy, scratch.url(), before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            quietly(copy);
        }
    }

    private Outcome run(CopiedInstance instance, Path copy, String url, List<Figure> before) throws IOException {
        long begun = System.nanoTime();
        int port = freePort();
        Process process = start(copy, port, url);
        try {
            awaitReady(process, port, copy);
            double seconds = (System.nanoTime() - begun) / 1e9;
            refuseFailed(instance.failed());
            return compare(seconds, withoutExtensions(before), withoutExtensions(instance.figures()), instance.migrated());
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

    /** A module that runs here and failed there names its changeset. */
    private void refuseFailed(Map<String, String> failed) {
        String reasons = failed.entrySet().stream().filter(e -> modules.find(e.getKey())
                .filter(m -> m.state() != ModuleState.FAILED).isPresent()).map(e -> e.getKey() + ": " + e.getValue())
                .collect(Collectors.joining("\n"));
        if (!reasons.isEmpty()) {
            throw Problem.of(ProblemKind.RULE, "platform.rehearsal.migration", reasons);
        }
    }

    /** Extensions do not start in the copy, so their records are not compared. */
    private List<Figure> withoutExtensions(List<Figure> all) {
        List<String> prefixes = modules.list().stream().filter(m -> m.kind().equals("extension"))
                .flatMap(m -> Stream.of("records " + m.id() + ".", "report " + m.id() + ".")).toList();
        return all.stream().filter(f -> prefixes.stream().noneMatch(f.name()::startsWith)).toList();
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
                List<String> lines = Files.exists(log) ? Files.readAllLines(log, StandardCharsets.UTF_8) : List.of();
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

    private static Outcome compare(double seconds, List<Figure> before, List<Figure> after, List<String> migrated) {
        Map<String, Figure> old = index(before);
        Map<String, Figure> now = index(after);
        TreeSet<String> keys = new TreeSet<>(old.keySet());
        keys.addAll(now.keySet());
        List<Difference> all = new ArrayList<>();
        for (String key : keys) {
            Figure a = old.get(key);
            Figure b = now.get(key);
            Figure any = a == null ? b : a;
            all.add(new Difference(any.company(), any.name(), a == null ? null : a.value(), b == null ? null : b.value()));
        }
        return new Outcome(seconds, keys.size(), all.stream().filter(d -> !Objects.equals(d.before(), d.after())).toList(), all,
                migrated);
    }

    private static Map<String, Figure> index(List<Figure> figures) {
        Map<String, Figure> index = new LinkedHashMap<>();
        figures.forEach(f -> index.put(f.company() + "/" + f.name(), f));
        return index;
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
            org.slf4j.LoggerFactory.getLogger(DefaultRehearsals.class).warn("{} stays behind", folder, e);
        }
    }
}
