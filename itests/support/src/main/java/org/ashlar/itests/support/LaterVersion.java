package org.ashlar.itests.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A module of an unpacked suite as version 9.9.9, with one more changeset. */
public final class LaterVersion {

    /** The version that it has. */
    public static final String VERSION = "9.9.9";

    private static final String CHANGELOG = "ASHLAR-INF/migration/changelog.xml";

    private LaterVersion() {
    }

    /**
     * Makes the jar.
     *
     * @param module folder of the module in the distribution, for example {@code sales}
     * @param name names the jar and its changeset together with the module: {@code sales-good}
     * @param changes Liquibase changes, XML
     */
    public static Path of(Instance instance, String module, String name, String changes) throws IOException {
        Path source;
        try (Stream<Path> files = Files.walk(instance.home().resolve("system/org/ashlar").resolve(module))) {
            source = files.filter(f -> f.toString().endsWith(".jar")).findFirst().orElseThrow();
        }
        String set = module + "-" + name;
        Path target = instance.home().resolve(set + ".jar");
        try (ZipFile zip = new ZipFile(source.toFile()); ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = zip.getInputStream(entry)) {
                    out.write(changed(entry.getName(), in.readAllBytes(), "<changeSet id='" + set + "' author='test'>" + changes + "</changeSet>"));
                }
                out.closeEntry();
            }
        }
        return target;
    }

    private static byte[] changed(String entry, byte[] content, String changeset) {
        String text = new String(content, StandardCharsets.UTF_8);
        return switch (entry) {
            case "META-INF/MANIFEST.MF" -> text.replaceFirst("Bundle-Version: .*", "Bundle-Version: " + VERSION).getBytes(StandardCharsets.UTF_8);
            case CHANGELOG -> text.replace("</databaseChangeLog>", changeset + "</databaseChangeLog>").getBytes(StandardCharsets.UTF_8);
            default -> content;
        };
    }
}
