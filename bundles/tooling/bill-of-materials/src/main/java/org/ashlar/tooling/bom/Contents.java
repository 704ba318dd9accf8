package org.ashlar.tooling.bom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What an unpacked distribution holds, read from its jars rather than from what the build was told: each jar by its place in the
 * repository, libraries packed into it by their {@code pom.properties}, those that were made one bundle by the list which
 * their build wrote. Immutable.
 */
final class Contents {

    private static final Pattern LISTED = Pattern.compile("\\s*([\\w.-]+):([\\w.-]+):jar:(?:[\\w.-]+:)?([^:\\s]+):(compile|runtime|provided)\\b.*");
    private static final String OWN = "org.ashlar";

    private Contents() {
    }

    /**
     * Reads a distribution.
     *
     * @param distribution its folder
     * @param wrapped folder of the bundles made of libraries, each with its list {@code target/contents.txt}
     */
    static List<Library> read(Path distribution, Path wrapped) throws IOException {
        TreeMap<String, Library> all = new TreeMap<>();
        for (Path jar : jars(distribution)) {
            Path system = distribution.resolve("system");
            List<Library> inside = inside(jar);
            if (jar.startsWith(system)) {
                Path place = system.relativize(jar);
                int depth = place.getNameCount();
                String group = place.subpath(0, depth - 3).toString().replace('/', '.').replace('\\', '.');
                put(all, new Library(group, place.getName(depth - 3).toString(), place.getName(depth - 2).toString(), sha256(jar)));
            } else if (inside.isEmpty()) {
                put(all, named(jar));
            }
            inside.forEach(library -> put(all, library));
        }
        for (Path list : lists(wrapped)) {
            for (String line : Files.readAllLines(list)) {
                Matcher listed = LISTED.matcher(line);
                if (listed.matches()) {
                    put(all, new Library(listed.group(1), listed.group(2), listed.group(3), null));
                }
            }
        }
        return List.copyOf(all.values());
    }

    private static void put(TreeMap<String, Library> all, Library library) {
        if (!library.group().startsWith(OWN)) {
            all.merge(library.id() + ":" + library.version(), library, (a, b) -> a.sha256() == null ? b : a);
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static List<Path> lists(Path wrapped) throws IOException {
        List<Path> lists = new ArrayList<>();
        try (Stream<Path> modules = Files.list(wrapped)) {
            for (Path module : modules.filter(m -> Files.exists(m.resolve("pom.xml"))).sorted().toList()) {
                Path list = module.resolve("target/contents.txt");
                if (!Files.exists(list)) {
                    throw new IOException(module.getFileName() + " has no list of its libraries; build it first");
                }
                lists.add(list);
            }
        }
        return lists;
    }

    private static Library named(Path jar) throws IOException {
        Matcher name = Pattern.compile("(.+?)-(\\d[\\w.-]*)\\.jar").matcher(jar.getFileName().toString());
        return name.matches() ? new Library("unknown", name.group(1), name.group(2), sha256(jar))
                : new Library("unknown", jar.getFileName().toString(), "0", sha256(jar));
    }

    private static List<Library> inside(Path jar) throws IOException {
        List<Library> inside = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().matches("META-INF/maven/.*/pom\\.properties")) {
                    Properties pom = new Properties();
                    try (InputStream in = zip.getInputStream(entry)) {
                        pom.load(in);
                    }
                    inside.add(new Library(pom.getProperty("groupId"), pom.getProperty("artifactId"), pom.getProperty("version"), null));
                }
            }
        }
        return inside;
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
