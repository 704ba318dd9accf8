package org.ashlar.itests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A running copy of the built distribution in a process of its own, as a customer has it. Unpacked below
 * {@code target/instances}; killed with the JVM that started it.
 */
public final class Instance implements AutoCloseable {

    /** Password of the user {@code admin} in test instances. */
    public static final String ADMIN_PASSWORD = "correct-horse-battery";

    private final Path home;
    private final Map<String, String> environment;
    private final int port;
    private Process process;

    private Instance(Path home, Map<String, String> environment, int port) {
        this.home = home;
        this.environment = environment;
        this.port = port;
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /**
     * Unpacks a fresh copy; {@code environment} adds to ASHLAR_HTTP_PORT and ASHLAR_ADMIN_PASSWORD. The system property
     * {@code ashlar.java.options} gives the virtual machine further options.
     */
    public static Instance unpack(String name, Map<String, String> environment) {
        try {
            Path home = Workplace.folder().resolve(name);
            delete(home);
            Files.createDirectories(home);
            exec(List.of("tar", "xzf", archive().toString(), "--strip-components=1", "-C", home.toString()), Map.of());
            int port = Ports.free();
            Map<String, String> all = new LinkedHashMap<>();
            all.put("ASHLAR_HTTP_PORT", String.valueOf(port));
            all.put("ASHLAR_ADMIN_PASSWORD", ADMIN_PASSWORD);
            all.put("JAVA_HOME", System.getProperty("java.home"));
            all.putAll(environment);
            all.merge("EXTRA_JAVA_OPTS", System.getProperty("ashlar.java.options", ""), (given, more) -> given + " " + more);
            return new Instance(home, all, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that runs already and is not ours to stop: unpacked at {@code home}, answering at {@code port}. */
    public static Instance running(Path home, int port) {
        return new Instance(home, Map.of("JAVA_HOME", System.getProperty("java.home")), port);
    }

    private static Path archive() throws IOException {
        String given = System.getProperty("ashlar.distribution");
        if (given != null) {
            return Path.of(given);
        }
        Path target = Path.of(System.getProperty("ashlar.root", "../.."), "karaf-distribution", "target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(f -> f.toString().endsWith(".tar.gz")).max(Comparator.comparing(Path::toString))
                    .orElseThrow(() -> new IllegalStateException("Build the distribution first: ./ashlar build"))
                    .toAbsolutePath();
        }
    }

    /** Starts and waits until it is ready; returns the seconds that this took. */
    public double start() {
        long begin = System.nanoTime();
        try {
            ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/karaf").toString(), "daemon");
            builder.environment().putAll(environment);
            process = builder.redirectErrorStream(true).redirectOutput(home.resolve("console.log").toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Waiting.until("the suite is ready (see " + home.resolve("data/log/ashlar.log") + ")", Duration.ofMinutes(Integer.getInteger("ashlar.start.minutes", 4)),
                () -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("The suite ended by itself, see " + home);
                    }
                    return ready();
                });
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Whether {@code /health/ready} answers 200. */
    public boolean ready() {
        try {
            return anonymous().get("/health/ready").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Kills with SIGKILL, as a power cut does. */
    public void kill() {
        if (process != null && process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            try {
                process.waitFor(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Stops in order. */
    public void stop() {
        if (process != null && process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            try {
                if (!process.waitFor(60, TimeUnit.SECONDS)) {
                    kill();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Process id of the suite. */
    public long pid() {
        return process.pid();
    }

    /** Where it is unpacked. */
    public Path home() {
        return home;
    }

    /** The address without path. */
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Nobody at its REST interface. */
    public Api anonymous() {
        return Api.at(address() + "/api/v1");
    }

    /** Runs a command in the local console and returns what it printed; fails on a non-zero exit code. */
    public String console(String command) {
        try (Stream<Path> jars = Files.walk(home.resolve("system/org/ashlar/console"))) {
            Path jar = jars.filter(f -> f.toString().endsWith(".jar")).findFirst().orElseThrow();
            return exec(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", jar.toString(),
                    "org.ashlar.console.client.Main", home.resolve("data/console.sock").toString(), command), environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #console(String)} with a file as last argument, whatever its path looks like. */
    public String console(String command, Path file) {
        return console(command + " '" + file + "'");
    }

    private static String exec(List<String> command, Map<String, String> environment) throws IOException {
        Path log = Files.createTempFile("ashlar", ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            int code = builder.start().waitFor();
            String output = Files.readString(log);
            if (code != 0) {
                throw new AssertionError(command.get(command.size() - 1) + " ended with " + code + ": " + output);
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
            }
        }
    }
}
