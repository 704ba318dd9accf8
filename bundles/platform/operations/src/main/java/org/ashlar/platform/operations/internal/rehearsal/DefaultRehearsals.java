package org.ashlar.platform.operations.internal.rehearsal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.backup.DatabaseCopies;
import org.ashlar.platform.backup.Rehearsals;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Starts a second instance in a folder of its own on a copy of the data and reads its figures through its local console. On
 * PostgreSQL the copy needs an empty database: {@code ASHLAR_REHEARSAL_DB_URL}. Thread-safe.
 */
@Component(service = Rehearsals.class)
public final class DefaultRehearsals implements Rehearsals {

    private static final String PERMISSION = "platform.backup.manage";
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(15);

    private final ObjectMapper json = new ObjectMapper();
    private final DatabaseCopies database;
    private final FigureReader figures;
    private final Access access;
    private final Path home;
    private final Path data;

    /** By injection. */
    @Activate
    public DefaultRehearsals(BundleContext bundles, @Reference DatabaseCopies database, @Reference FigureReader figures,
            @Reference Access access) {
        this.database = database;
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
    public synchronized Outcome rehearse(String distribution) {
        access.require(PERMISSION);
        String url = System.getenv("ASHLAR_REHEARSAL_DB_URL");
        if (database.kind().equals("postgresql") && (url == null || url.isBlank())) {
            throw Problem.of(ProblemKind.RULE, "platform.rehearsal.database");
        }
        Path copy = data.resolve("tmp").resolve("rehearsal");
        Process process = null;
        try {
            delete(copy);
            unpack(distribution, copy);
            Path restore = copy.resolve("data").resolve(DatabaseCopies.RESTORE_FOLDER);
            Files.createDirectories(restore);
            List<Figure> before = figures.read();
            database.copyTo(restore);
            Files.createFile(restore.resolve(DatabaseCopies.RESTORE_READY));
            for (String file : List.of("secret.key")) {
                if (Files.exists(data.resolve(file))) {
                    Files.copy(data.resolve(file), copy.resolve("data").resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
            long begun = System.nanoTime();
            int port = freePort();
            process = start(copy, port, url);
            awaitReady(process, port, copy);
            double seconds = (System.nanoTime() - begun) / 1e9;
            return compare(seconds, before, read(copy));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (process != null) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            quietly(copy);
        }
    }

    private void unpack(String distribution, Path copy) throws IOException {
        Files.createDirectories(copy);
        if (distribution != null) {
            exec(List.of("tar", "xzf", Path.of(distribution).toAbsolutePath().toString(), "--strip-components=1", "-C",
                    copy.toString()), Map.of());
            return;
        }
        for (String folder : List.of("bin", "etc", "lib", "system")) {
            exec(List.of("cp", "-a", home.resolve(folder).toString(), copy.toString()), Map.of());
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

    private List<Figure> read(Path copy) throws IOException {
        Path client;
        try (Stream<Path> jars = Files.walk(copy.resolve("system/org/ashlar/console"))) {
            client = jars.filter(f -> f.toString().endsWith(".jar")).findFirst().orElseThrow();
        }
        String output = exec(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                client.toString(), "org.ashlar.console.client.Main", copy.resolve("data/console.sock").toString(),
                "ashlar:figures --json"), Map.of());
        return json.readValue(output, new TypeReference<List<Figure>>() { });
    }

    private static Outcome compare(double seconds, List<Figure> before, List<Figure> after) {
        Map<String, Figure> old = index(before);
        Map<String, Figure> now = index(after);
        TreeSet<String> keys = new TreeSet<>(old.keySet());
        keys.addAll(now.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String key : keys) {
            Figure a = old.get(key);
            Figure b = now.get(key);
            if (a == null || b == null || !a.value().equals(b.value())) {
                Figure any = a == null ? b : a;
                differences.add(new Difference(any.company(), any.name(), a == null ? null : a.value(),
                        b == null ? null : b.value()));
            }
        }
        return new Outcome(seconds, keys.size(), differences);
    }

    private static Map<String, Figure> index(List<Figure> figures) {
        Map<String, Figure> index = new LinkedHashMap<>();
        figures.forEach(f -> index.put(f.company() + "/" + f.name(), f));
        return index;
    }

    private static String exec(List<String> command, Map<String, String> environment) throws IOException {
        Path log = Files.createTempFile("ashlar-rehearsal", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            int code = builder.start().waitFor();
            String output = Files.readString(log, StandardCharsets.UTF_8);
            if (code != 0) {
                throw Problem.of(ProblemKind.RULE, "platform.rehearsal.failed", output);
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(ProblemKind.UNAVAILABLE, "platform.rehearsal.failed", "interrupted");
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void quietly(Path folder) {
        try {
            delete(folder);
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(DefaultRehearsals.class).warn("{} stays behind", folder, e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
