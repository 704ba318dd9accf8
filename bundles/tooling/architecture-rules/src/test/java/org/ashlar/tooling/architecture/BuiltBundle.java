package org.ashlar.tooling.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One bundle as it was built.
 *
 * @param name folder and artifact
 * @param family folder of the api and implementation that belong together
 * @param layer where it stands
 * @param folder its Maven module
 * @param headers of its manifest
 */
record BuiltBundle(String name, String family, Layer layer, Path folder, Attributes headers) {

    private static final Pattern REQUIRED_ID = Pattern.compile("\\(id=([^)]+)\\)");

    private static final Map<Path, TreeMap<String, String>> TEXTS = new ConcurrentHashMap<>();

    static BuiltBundle read(Path folder, Layer layer, String family) {
        Path manifest = folder.resolve("target/classes/META-INF/MANIFEST.MF");
        try (InputStream in = Files.newInputStream(manifest)) {
            return new BuiltBundle(folder.getFileName().toString(), family, layer, folder,
                    new Manifest(in).getMainAttributes());
        } catch (IOException e) {
            throw new IllegalStateException(manifest + " is missing: build the bundles first, ./ashlar build", e);
        }
    }

    boolean api() {
        return name.endsWith("-api");
    }

    Set<String> exports() {
        return Headers.parse(headers.getValue("Export-Package")).stream().map(Headers.Clause::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<Headers.Clause> imports() {
        return Headers.parse(headers.getValue("Import-Package"));
    }

    /** Packages of the suite that it imports. */
    Set<String> suiteImports() {
        return imports().stream().map(Headers.Clause::name).filter(p -> p.startsWith("org.ashlar"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The module that it declares. */
    Optional<String> module() {
        return Headers.parse(headers.getValue("Provide-Capability")).stream()
                .filter(c -> c.name().equals("ashlar.module")).map(c -> c.parameters().get("id")).findFirst();
    }

    /** Modules that it requires. */
    Set<String> requiredModules() {
        Set<String> ids = new TreeSet<>();
        for (Headers.Clause clause : Headers.parse(headers.getValue("Require-Capability"))) {
            Matcher matcher = REQUIRED_ID.matcher(clause.parameters().getOrDefault("filter:", ""));
            if (clause.name().equals("ashlar.module") && matcher.find()) {
                ids.add(matcher.group(1));
            }
        }
        return ids;
    }

    Path classes() {
        return folder.resolve("target/classes");
    }

    Path resource(String path) {
        return folder.resolve("src/main/resources").resolve(path);
    }

    /** Java sources of the bundle itself, without tests. */
    List<Path> sources() {
        return javaFiles(folder.resolve("src/main/java"));
    }

    static List<Path> javaFiles(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Texts in one language; empty without a file. */
    TreeMap<String, String> texts(String language) {
        return TEXTS.computeIfAbsent(resource("ASHLAR-INF/i18n/messages_" + language + ".properties"), BuiltBundle::load);
    }

    private static TreeMap<String, String> load(Path file) {
        TreeMap<String, String> texts = new TreeMap<>();
        if (Files.exists(file)) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            properties.forEach((key, text) -> texts.put(key.toString(), text.toString()));
        }
        return texts;
    }
}
