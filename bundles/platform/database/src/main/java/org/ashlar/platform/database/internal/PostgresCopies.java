package org.ashlar.platform.database.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ashlar.platform.backup.DatabaseCopies;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;

/** Copies by pg_dump and pg_restore of the machine, one consistent snapshot each. */
final class PostgresCopies implements DatabaseCopies {

    private static final String FILE = "database.dump";
    private static final long PATIENCE_HOURS = 6;

    private final DatabaseSettings settings;

    PostgresCopies(DatabaseSettings settings) {
        this.settings = settings;
    }

    @Override
    public String kind() {
        return DatabaseSettings.POSTGRESQL;
    }

    @Override
    public void copyTo(Path folder) {
        run("pg_dump", List.of("--format=custom", "--no-owner", "--no-privileges", "--file="
                + folder.resolve(FILE).toAbsolutePath()));
    }

    @Override
    public Scratch scratch() {
        String given = System.getenv("ASHLAR_REHEARSAL_DB_URL");
        return given == null || given.isBlank() ? PostgresScratch.create(settings, "_rehearsal") : PostgresScratch.given(given);
    }

    @Override
    public Opened open(Path folder) {
        return new OpenedPostgres(settings, PostgresScratch.create(settings, "_masked"), folder);
    }

    /**
     * Fills the database from a copy, before anything opens it; in one transaction, so all or nothing. Tables that came after the
     * copy go then: a migration that makes them anew would find them otherwise.
     */
    void restore(Path data) {
        Path folder = data.resolve(RESTORE_FOLDER);
        restoreFrom(folder);
        LaterTables.drop(settings, run("pg_restore", List.of("--list", folder.resolve(FILE).toAbsolutePath().toString())));
    }

    /** The same with a copy that lies elsewhere. */
    void restoreFrom(Path folder) {
        run("pg_restore", List.of("--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction",
                folder.resolve(FILE).toAbsolutePath().toString()));
    }

    private String run(String tool, List<String> arguments) {
        URI address = URI.create(settings.url().substring("jdbc:".length()).replaceAll("\\?.*", ""));
        String database = address.getPath().substring(1);
        List<String> command = new ArrayList<>();
        command.add(find(tool).orElseThrow(() -> Problem.of(ProblemKind.UNAVAILABLE, "platform.backup.tool", tool)));
        command.add("--host=" + address.getHost());
        command.add("--port=" + (address.getPort() < 0 ? 5432 : address.getPort()));
        if (settings.user() != null) {
            command.add("--username=" + settings.user());
        }
        command.add("--no-password");
        command.add("--dbname=" + database);
        command.addAll(arguments);
        try {
            Path log = Files.createTempFile("ashlar-backup", ".log");
            try {
                ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
                if (settings.password() != null) {
                    builder.environment().put("PGPASSWORD", settings.password());
                }
                Process process = builder.start();
                if (!process.waitFor(PATIENCE_HOURS, TimeUnit.HOURS) || process.exitValue() != 0) {
                    process.destroyForcibly();
                    throw Problem.of(ProblemKind.UNAVAILABLE, "platform.backup.failed",
                            tool + ": " + Files.readString(log, StandardCharsets.UTF_8).strip());
                }
                return Files.readString(log, StandardCharsets.UTF_8);
            } finally {
                Files.deleteIfExists(log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(ProblemKind.UNAVAILABLE, "platform.backup.failed", "interrupted");
        }
    }

    /** The tool on the path, else the newest of Debian's versions. */
    private static Optional<String> find(String tool) {
        Optional<Path> versioned = Optional.empty();
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versioned = versions.map(v -> v.resolve("bin").resolve(tool)).filter(Files::isExecutable)
                        .max(Comparator.comparing(Path::toString));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return versioned.or(() -> Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(p -> Path.of(p, tool)).filter(Files::isExecutable).findFirst()).map(Path::toString);
    }
}
