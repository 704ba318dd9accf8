package org.ashlar.platform.operations.internal.rehearsal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ashlar.platform.backup.Rehearsals.Figure;
import org.ashlar.platform.operations.internal.backup.Folders;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.problem.ProblemKind;

/** The folder of a sandbox: programs laid into it, and what the instance that runs there says. */
public final class CopiedInstance {

    private static final Pattern MIGRATED = Pattern.compile("Module (\\S+) (\\S+) migrated in");

    private static final Pattern MODULE = Pattern.compile("ashlar\\.module[^,]*;id(?::String)?=\"?([a-z0-9-]+)");
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final ObjectMapper json = new ObjectMapper();
    private final Path folder;

    CopiedInstance(Path folder) {
        this.folder = folder;
    }

    /** Lays an archive into it, or without one the programs that run here. */
    void unpack(String distribution, Path home) throws IOException {
        Folders.delete(folder);
        Files.createDirectories(folder);
        if (distribution != null) {
            exec(List.of("tar", "xzf", Path.of(distribution).toAbsolutePath().toString(), "--strip-components=1", "-C",
                    folder.toString()));
            return;
        }
        for (String part : List.of("bin", "etc", "lib", "system")) {
            exec(List.of("cp", "-a", home.resolve(part).toString(), folder.toString()));
        }
    }

    /** Lays a jar over the one of the same bundle. */
    void lay(Path jar) throws IOException {
        String name = name(jar);
        try (Stream<Path> files = Files.walk(folder.resolve("system/org/ashlar"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jar")).toList()) {
                if (name.equals(name(file))) {
                    Files.copy(jar, file, StandardCopyOption.REPLACE_EXISTING);
                    return;
                }
            }
        }
        throw Problem.of(ProblemKind.RULE, "platform.rehearsal.notOne", name);
    }

    /** Symbolic name of a jar. */
    static String name(Path jar) {
        String name = header(jar, "Bundle-SymbolicName");
        return name == null ? jar.getFileName().toString() : name.split(";")[0].strip();
    }

    /** Module that a jar declares, else its name. */
    static String module(Path jar) {
        Matcher matcher = MODULE.matcher(String.valueOf(header(jar, "Provide-Capability")));
        return matcher.find() ? matcher.group(1) : name(jar);
    }

    private static String header(Path jar, String header) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest() == null ? null : file.getManifest().getMainAttributes().getValue(header);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts an extension there, which nothing else does, and waits until its tables are what it wants. */
    void install(Path jar) throws IOException {
        console("ashlar:extension-install --unsigned '" + jar + "'");
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end && !Set.of("ACTIVE", "FAILED").contains(state(module(jar)))) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private String state(String module) throws IOException {
        for (JsonNode one : json.readTree(console("ashlar:modules --json"))) {
            if (one.path("id").asText().equals(module)) {
                return one.path("state").asText();
            }
        }
        return "";
    }

    /** Counts of records and totals of reports there, as of a moment or, with {@code null}, of today. */
    public List<Figure> figures(Instant at) throws IOException {
        return json.readValue(console("ashlar:figures --json" + (at == null ? "" : " --at " + at)), new TypeReference<List<Figure>>() { });
    }

    /** Rows of the tables there. */
    public List<Figure> tables() throws IOException {
        return json.readValue(console("ashlar:figures --tables --json"), new TypeReference<List<Figure>>() { });
    }

    /** Modules that failed, with the reason. */
    Map<String, String> failed() throws IOException {
        Map<String, String> failed = new TreeMap<>();
        for (JsonNode module : json.readTree(console("ashlar:modules --json"))) {
            if (module.path("state").asText().equals("FAILED")) {
                failed.put(module.path("id").asText(), module.path("problem").asText());
            }
        }
        return failed;
    }

    /** Modules whose migrations ran there, with their versions. */
    List<String> migrated() throws IOException {
        List<String> migrated = new ArrayList<>();
        Path log = folder.resolve("data/log/ashlar.log");
        for (String line : Files.exists(log) ? Files.readAllLines(log, StandardCharsets.UTF_8) : List.<String>of()) {
            Matcher matcher = MIGRATED.matcher(line);
            if (matcher.find()) {
                migrated.add(matcher.group(1) + " " + matcher.group(2));
            }
        }
        return migrated;
    }

    private String console(String command) throws IOException {
        Path client;
        try (Stream<Path> jars = Files.walk(folder.resolve("system/org/ashlar/console"))) {
            client = jars.filter(f -> f.toString().endsWith(".jar")).findFirst().orElseThrow();
        }
        return exec(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", client.toString(),
                "org.ashlar.console.client.Main", folder.resolve("data/console.sock").toString(), command));
    }

    private static String exec(List<String> command) throws IOException {
        Path log = Files.createTempFile("ashlar-rehearsal", ".log");
        try {
            int code = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
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
}
