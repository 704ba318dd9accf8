package org.ashlar.tooling.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All bundles of the repository as they were built, read once. */
final class House {

    private static House present;

    private final Path root;
    private final List<BuiltBundle> bundles = new ArrayList<>();
    private JavaClasses classes;

    private House(Path root) {
        this.root = root;
        for (Layer layer : Layer.values()) {
            if (layer != Layer.EXTENSIONS) {
                collect(root.resolve("bundles").resolve(layer.folder()), layer);
            }
        }
    }

    static synchronized House present() {
        if (present == null) {
            present = new House(root(System.getProperty("ashlar.root", "")));
        }
        return present;
    }

    private static Path root(String given) {
        Path path = Path.of(given).toAbsolutePath();
        while (path != null && !(Files.exists(path.resolve("ashlar")) && Files.isDirectory(path.resolve("bundles")))) {
            path = path.getParent();
        }
        return path == null ? root("..") : path;
    }

    private void collect(Path folder, Layer layer) {
        for (Path child : folders(folder)) {
            if (Files.isDirectory(child.resolve("src/main"))) {
                String family = layer == Layer.MODULES ? folder.getFileName().toString()
                        : layer == Layer.MASTERS ? "masters" : child.getFileName().toString();
                bundles.add(BuiltBundle.read(child, layer, family));
            } else if (Files.exists(child.resolve("pom.xml"))) {
                collect(child, layer);
            }
        }
    }

    private static List<Path> folders(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(c -> Files.exists(c.resolve("pom.xml"))).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path root() {
        return root;
    }

    /** By layer, then by folder. */
    List<BuiltBundle> bundles() {
        return bundles;
    }

    /** The bundle that exports a package of the suite. */
    Optional<BuiltBundle> exporter(String javaPackage) {
        return bundles.stream().filter(b -> b.exports().contains(javaPackage)).findFirst();
    }

    /** The bundle whose classes hold a type. */
    BuiltBundle owner(String typeName) {
        String file = typeName.replace('.', '/').replaceAll("\\$.*", "") + ".class";
        return bundles.stream().filter(b -> Files.exists(b.classes().resolve(file))).findFirst().orElseThrow();
    }

    /** Classes of the suite, without those of libraries that a bundle carries. */
    synchronized JavaClasses classes() {
        if (classes == null) {
            classes = new ClassFileImporter().withImportOption(l -> l.contains("/org/ashlar/")).importPaths(bundles.stream().map(BuiltBundle::classes).toList());
        }
        return classes;
    }

    String relative(Path file) {
        return root.relativize(file).toString();
    }
}
