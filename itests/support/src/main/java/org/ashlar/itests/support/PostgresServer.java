package org.ashlar.itests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real PostgreSQL server in a folder of its own, from the binaries installed on this machine, with fsync on. The
 * server refuses to run as root, so root starts it as user {@code postgres}. Stopped with the JVM.
 */
public final class PostgresServer {

    private static PostgresServer shared;

    private final Path bin;
    private final Path home;
    private final int port;

    private PostgresServer(Path bin, Path home, int port) {
        this.bin = bin;
        this.home = home;
        this.port = port;
    }

    /** Starts it on first use. */
    public static synchronized PostgresServer shared() {
        if (shared == null) {
            shared = own();
        }
        return shared;
    }

    /** Starts one for the caller alone, who may stop it. */
    public static PostgresServer own() {
        return start();
    }

    /** Ends the server at once, as a crash does. */
    public void stop() throws IOException {
        run(bin.resolve("pg_ctl").toString(), "-D", home.resolve("data").toString(), "-m", "immediate", "stop");
    }

    /** Starts a stopped server on its data and port; returns once it accepts connections. */
    public void restart() throws IOException {
        run(command(bin, home, port));
    }

    /** Creates an empty database and returns its JDBC address. */
    public String create(String name) {
        try (Connection c = DriverManager.getConnection(url("postgres"), "postgres", "");
                Statement s = c.createStatement()) {
            s.execute("drop database if exists " + name + " with (force)");
            s.execute("create database " + name);
            return url(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static PostgresServer start() {
        Path bin = binaries().orElseThrow(() -> new IllegalStateException(
                "PostgreSQL is not installed; on Debian: apt-get install postgresql"));
        try {
            Path home = Files.createTempDirectory("ashlar-postgres");
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
            Path data = home.resolve("data");
            int port = Ports.free();
            run(bin.resolve("initdb").toString(), "-D", data.toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8",
                    "--locale=C.UTF-8");
            run(command(bin, home, port));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(bin, data, home)));
            return new PostgresServer(bin, home, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] command(Path bin, Path home, int port) {
        return new String[] {bin.resolve("pg_ctl").toString(), "-D", home.resolve("data").toString(), "-w", "-t", "60", "-l",
                home.resolve("log").toString(), "-o", "-p " + port + " -c listen_addresses=127.0.0.1 -c max_connections=200"
                        + " -c shared_buffers=256MB -c unix_socket_directories=" + home, "start"};
    }

    private static void stop(Path bin, Path data, Path home) {
        try {
            run(bin.resolve("pg_ctl").toString(), "-D", data.toString(), "-m", "immediate", "stop");
            try (Stream<Path> files = Files.walk(home)) {
                files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
            }
        } catch (IOException | IllegalStateException e) {
            System.err.println("PostgreSQL was not stopped cleanly: " + e.getMessage());
        }
    }

    private static Optional<Path> binaries() {
        Path debian = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(debian)) {
            return Stream.of(System.getenv().getOrDefault("PATH", "").split(":")).map(Path::of)
                    .filter(p -> Files.isExecutable(p.resolve("initdb"))).findFirst();
        }
        try (Stream<Path> versions = Files.list(debian)) {
            return versions.map(v -> v.resolve("bin")).filter(b -> Files.isExecutable(b.resolve("initdb")))
                    .max(Comparator.comparing(Path::toString));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String... command) throws IOException {
        List<String> full = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            full.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        full.addAll(List.of(command));
        Path log = Files.createTempFile("ashlar-postgres", ".log");
        try {
            Process process = new ProcessBuilder(full).directory(Path.of("/").toFile()).redirectErrorStream(true)
                    .redirectOutput(log.toFile()).start();
            if (!process.waitFor(Duration.ofMinutes(2).toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                    || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", full) + ": " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            Files.deleteIfExists(log);
        }
    }
}
