package org.ashlar.platform.operations.internal.module;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ashlar.platform.module.AshlarModule;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** A bundle as its manifest describes it, installed or still a file. Its files are read when they are asked for. */
final class ModuleJar {

    private static final Pattern ID = Pattern.compile("\\(id=([^)]+)\\)");
    private static final int LARGEST = 1 << 20;

    private final Map<String, String> headers;
    private final Path file;
    private final Source source;

    /** Where files come from. */
    private interface Source {
        InputStream open(String path) throws IOException;
    }

    private ModuleJar(Map<String, String> headers, Path file, Source source) {
        this.headers = headers;
        this.file = file;
        this.source = source;
    }

    /** A jar file. */
    static ModuleJar of(Path jar) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            if (manifest != null) {
                Attributes main = manifest.getMainAttributes();
                main.forEach((name, value) -> headers.put(name.toString(), String.valueOf(value)));
            }
        }
        return new ModuleJar(headers, jar, path -> new ByteArrayInputStream(content(jar, path)));
    }

    private static byte[] content(Path jar, String path) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            if (file.getEntry(path) == null) {
                throw new FileNotFoundException(path);
            }
            try (InputStream in = file.getInputStream(file.getEntry(path))) {
                return in.readNBytes(LARGEST);
            }
        }
    }

    /** An installed bundle. */
    static ModuleJar of(Bundle bundle) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Dictionary<String, String> own = bundle.getHeaders("");
        own.keys().asIterator().forEachRemaining(name -> headers.put(name, own.get(name)));
        return new ModuleJar(headers, null, path -> {
            URL url = bundle.getEntry(path);
            if (url == null) {
                throw new FileNotFoundException(path);
            }
            return url.openStream();
        });
    }

    /** The file, {@code null} of an installed bundle. */
    Path file() {
        return file;
    }

    /** Symbolic name, {@code null} if it is no bundle. */
    String name() {
        String name = headers.get(Constants.BUNDLE_SYMBOLICNAME);
        return name == null ? null : name.split(";")[0].strip();
    }

    String version() {
        return Version.parseVersion(headers.get(Constants.BUNDLE_VERSION)).toString();
    }

    /** The module that it declares. */
    Optional<String> module() {
        return capability().map(c -> c.attributes().get("id"));
    }

    String kind() {
        return capability().map(c -> c.attributes().get("kind")).orElse("module");
    }

    /** Models that it validates. */
    List<String> validates() {
        return capability().map(c -> c.attributes().get("validates")).map(v -> Arrays.stream(v.split(",")).map(String::strip)
                .filter(s -> !s.isEmpty()).toList()).orElse(List.of());
    }

    private Optional<Headers.Clause> capability() {
        return Headers.clauses(headers.get(Constants.PROVIDE_CAPABILITY)).stream()
                .filter(c -> c.name().equals(AshlarModule.NAMESPACE)).findFirst();
    }

    /** Ids of the modules that it cannot do without. */
    List<String> requires() {
        List<String> ids = new ArrayList<>();
        for (Headers.Clause clause : Headers.clauses(headers.get(Constants.REQUIRE_CAPABILITY))) {
            Matcher matcher = ID.matcher(clause.attributes().getOrDefault("filter:", ""));
            if (clause.name().equals(AshlarModule.NAMESPACE) && !clause.optional() && matcher.find()
                    && !ids.contains(matcher.group(1))) {
                ids.add(matcher.group(1));
            }
        }
        return ids;
    }

    /** Packages that it exports. */
    List<String> exports() {
        return Headers.clauses(headers.get(Constants.EXPORT_PACKAGE)).stream().map(Headers.Clause::name).toList();
    }

    /** Packages that it must have, with their versions. */
    Map<String, VersionRange> imports() {
        Map<String, VersionRange> imports = new TreeMap<>();
        for (Headers.Clause clause : Headers.clauses(headers.get(Constants.IMPORT_PACKAGE))) {
            if (!clause.optional()) {
                imports.put(clause.name(), VersionRange.valueOf(clause.attributes().getOrDefault("version", "0.0.0")));
            }
        }
        return imports;
    }

    /** The version that it exports a package in. */
    Optional<Version> exported(String name) {
        return Headers.clauses(headers.get(Constants.EXPORT_PACKAGE)).stream().filter(c -> c.name().equals(name))
                .map(c -> Version.parseVersion(c.attributes().getOrDefault("version", "0.0.0"))).findFirst();
    }

    /** A file, empty if it has none such. */
    byte[] read(String path) {
        try (InputStream in = source.open(path)) {
            return in.readNBytes(LARGEST);
        } catch (IOException none) {
            return new byte[0];
        }
    }
}
